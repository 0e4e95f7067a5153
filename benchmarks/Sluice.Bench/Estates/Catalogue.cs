namespace Sluice.Bench.Estates;

/// <summary>All that an estate has, by name and number: what members refer to exists.</summary>
/// <remarks>A number says it all: which application a member belongs to, what it is for, which files it has.</remarks>
internal sealed class Catalogue
{
    public const int ConstantsInCopybook = 12;
    public const int TablesInMember = 6;
    private const int FromSameApplication = 70;
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private readonly Dictionary<SourceKind, int> counts;
    private readonly ILookup<Role, int> programs;
    private readonly ILookup<(Role, int), int> programsOfApplication;
    private readonly ILookup<CopybookRole, int> copybooks;

    /// <param name="counts">How many members of each kind.</param>
    public Catalogue(Dictionary<SourceKind, int> counts)
    {
        this.counts = counts;
        // Never the first copybook, which is the one that is used most; never the last, which is used seldom.
        copybooks = Enumerable.Range(1, Math.Max(0, counts[SourceKind.Copybook] - 2)).ToLookup(RoleOfCopybook);
        programs = Enumerable.Range(0, counts[SourceKind.Cobol]).ToLookup(RoleOf);
        programsOfApplication = Enumerable.Range(0, counts[SourceKind.Cobol])
            .ToLookup(program => (RoleOf(program), program % Application.All.Count));
    }

    public static string Name(SourceKind kind, int number)
    {
        var letter = kind is SourceKind.Cobol ? LetterOf(RoleOf(number)) : Mix.OfBank[(int)kind].Letter;
        // The names of map sets have seven characters at most: CICS adds one for the symbolic map.
        return kind is SourceKind.Bms
            ? $"{ApplicationOf(number).Code}{letter}{number:D4}"
            : $"{ApplicationOf(number).Code}{letter}{number:D5}";
    }

    public static Application ApplicationOf(int number) => Application.All[number % Application.All.Count];

    public static Role RoleOf(int program) => (program % 10) switch
    {
        0 or 4 or 7 => Role.Batch,
        2 or 5 or 9 => Role.Online,
        _ => Role.Subroutine,
    };

    public static CopybookRole RoleOfCopybook(int copybook) => (copybook % 20) switch
    {
        < 9 => CopybookRole.Layout,
        < 12 => CopybookRole.TaggedLayout,
        < 15 => CopybookRole.Dclgen,
        < 18 => CopybookRole.Constants,
        _ => CopybookRole.Paragraphs,
    };

    public static bool UsesSql(int program) => program % 9 < 4;

    /// <summary>Batch programs that work on an IMS database.</summary>
    public static bool UsesIms(int program) => RoleOf(program) is Role.Batch && program % 13 == 5;

    /// <summary>Four characters, the first a letter.</summary>
    public static string Transaction(int program) => string.Create(4, program, (name, number) =>
    {
        for (var at = name.Length - 1; at > 0; at--, number /= 36)
            name[at] = Digits[number % Digits.Length];
        name[0] = (char)('A' + (number % 26));
    });

    /// <summary>The map of a map set: it has one.</summary>
    public static string Map(int mapset) => $"{ApplicationOf(mapset).Code}N{mapset:D4}";

    /// <summary>The file of CICS that an application's masters are known by.</summary>
    public static string CicsFile(int application, int master) => $"{Application.All[application].Code}MAST{master}";

    public const int Masters = 6;

    public static string Master(string application, int master) => $"{application}.MASTER{master}.KSDS";

    public static string Constant(int copybook, int constant) => $"C{copybook:D5}-PGM-{constant:D2}";

    public int Count(SourceKind kind) => counts[kind];

    /// <summary>Libraries of a kind: as JCLLIB ORDER concatenates them.</summary>
    public int Libraries(SourceKind kind) => ((Count(kind) - 1) / Library.Most) + 1;

    public int Tables => TablesInMember * Count(SourceKind.Ddl);

    public static string Table(int table) =>
        $"{ApplicationOf(table).Code}PROD.{Terms.Nouns[table % Terms.Nouns.Length]}_{table:D4}";

    public string AnyTable(Dice dice) => Table(dice.Skewed(Tables));

    public IEnumerable<int> Programs(Role role) => programs[role];

    /// <summary>Mostly of the same application.</summary>
    public int AnyProgram(Dice dice, Role role, int application)
    {
        var near = dice.Percent(FromSameApplication) ? programsOfApplication[(role, application)] : programs[role];
        return Skewed(dice, near) ?? Skewed(dice, programs[role]) ?? 0;
    }

    /// <summary>A few of them very often.</summary>
    public int? AnyCopybook(Dice dice, CopybookRole role) => Skewed(dice, copybooks[role]);

    /// <summary>Called by a program, most of the time of its own application.</summary>
    public string AnySubroutine(Dice dice, int caller) =>
        Name(SourceKind.Cobol, AnyProgram(dice, Role.Subroutine, caller % Application.All.Count));

    public string Psb(int program) => Name(SourceKind.Psb, program % Count(SourceKind.Psb));

    public int Any(Dice dice, SourceKind kind) => dice.Skewed(Count(kind));

    private static char LetterOf(Role role) => role switch { Role.Batch => 'B', Role.Online => 'O', _ => 'S' };

    // A grouping of a lookup is a list.
    private static int? Skewed(Dice dice, IEnumerable<int> numbers) =>
        numbers is IList<int> { Count: > 0 } list ? list[dice.Skewed(list.Count)] : null;
}
