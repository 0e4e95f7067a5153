using Sluice.Bench.Estates.Writing;

namespace Sluice.Bench.Estates;

/// <summary>
/// A z/OS source estate as a bank has one, in libraries below one folder: which members it has, and what is in them.
/// </summary>
/// <remarks>
/// The same for the same size and seed. What refers to something refers to what is there: programs to copybooks, tables and
/// programs, jobs to programs, procedures and to the data sets of other jobs. A few things are used by very many, most by few.
/// </remarks>
internal sealed class Estate
{
    // Of 1,000 members.
    private const int Flawed = 10;
    private const int Binary = 1;
    private const int InEbcdic = 5;

    // The divisions take so many before a program does anything; who writes more begins another.
    private const int FewestLines = 110;
    private const int MostLines = 60_000;

    private readonly ulong seed;

    /// <param name="members">How many; some of each kind need 200 or more.</param>
    /// <param name="lines">In all of them together, to within some percent.</param>
    public Estate(int members, int lines, int seed)
    {
        this.seed = (ulong)seed;
        var counts = Mix.OfBank.ToDictionary(mix => mix.Kind, mix => Math.Max(2, (int)((long)members * mix.Share / 10_000)));
        // What the others leave; shares are rounded.
        counts[SourceKind.Cobol] = Math.Max(2, members - counts.Values.Sum() + counts[SourceKind.Cobol]);
        Catalogue = new(counts);
        Members = [.. Sized(counts, lines)];
    }

    public IReadOnlyList<EstateMember> Members { get; }

    public Catalogue Catalogue { get; }

    /// <summary>A copybook in one program of four.</summary>
    public string OftenUsed { get; } = Catalogue.Name(SourceKind.Copybook, 0);

    /// <summary>A copybook in three programs and nowhere else.</summary>
    public string SeldomUsed => Catalogue.Name(SourceKind.Copybook, Catalogue.Count(SourceKind.Copybook) - 1);

    /// <summary>Writes all members, with all cores.</summary>
    /// <param name="folder">Is made; what has other names in it stays.</param>
    public Written WriteTo(string folder)
    {
        foreach (var library in Members.Select(member => Library.Of(member.Kind, member.Number)).Distinct())
            Directory.CreateDirectory(Path.Combine(folder, library));
        var (lines, bytes) = (0L, 0L);
        Parallel.ForEach(Members, () => new MemberPress(Catalogue, seed), (member, _, press) =>
        {
            var content = press.Print(member);
            File.WriteAllBytes(Path.Combine(folder, member.Path), content);
            Interlocked.Add(ref lines, press.Lines);
            Interlocked.Add(ref bytes, content.Length);
            return press;
        }, _ => { });
        return new(Members.Count, lines, bytes);
    }

    /// <summary>Edits one line in each of so many members, as a day's work does, and differently each time.</summary>
    /// <param name="folder">To which the estate was written.</param>
    /// <param name="day">Other members and other texts on each.</param>
    /// <returns>Their paths.</returns>
    public IReadOnlyList<string> Edit(string folder, int count, int day)
    {
        var dice = new Dice(seed, ulong.MaxValue - (ulong)day);
        var edited = new HashSet<EstateMember>();
        var editable = Members.Where(DayOfWork.CanEdit).ToList();
        while (edited.Count < Math.Min(count, editable.Count))
            edited.Add(dice.Of(editable));
        List<string> paths = [.. edited.Select(member => Path.Combine(folder, member.Path))];
        foreach (var path in paths)
            DayOfWork.Edit(path, dice, day);
        return paths;
    }

    private IEnumerable<EstateMember> Sized(Dictionary<SourceKind, int> counts, int lines)
    {
        var sizes = Mix.OfBank.SelectMany(mix => Enumerable.Range(0, counts[mix.Kind])
            .Select(number => (mix.Kind, Number: number, Dice: new Dice(seed, StreamOf(mix.Kind, number) + 1), Mix: mix)))
            .Select(of => (of.Kind, of.Number, of.Dice, Lines: of.Dice.LogNormal(of.Mix.Lines, of.Mix.Spread))).ToList();
        var cobol = sizes.Where(size => size.Kind is SourceKind.Cobol).Sum(size => size.Lines);
        var left = lines - sizes.Where(size => size.Kind is not SourceKind.Cobol).Sum(size => size.Lines);
        var scale = Math.Max(0, left - ((double)FewestLines * counts[SourceKind.Cobol])) / cobol;
        foreach (var (kind, number, dice, some) in sizes)
        {
            var size = kind is SourceKind.Cobol ? Math.Min(MostLines, FewestLines + (int)(some * scale)) : (int)some;
            var (flaw, isEbcdic) = Spared(kind, number) ? (Flaw.None, false) : (FlawOf(dice), dice.Below(1_000) < InEbcdic);
            yield return new(kind, number, size, flaw, isEbcdic && MemberPress.CanBeEbcdic(kind));
        }
    }

    internal static ulong StreamOf(SourceKind kind, int number) => ((ulong)kind << 32) + ((ulong)number << 1);

    private static bool Spared(SourceKind kind, int number) =>
        kind is SourceKind.Cobol && number < Cobol.ProgramSource.SeldomUsers;

    private static Flaw FlawOf(Dice dice) => dice.Below(1_000) switch
    {
        < Binary => Flaw.Binary,
        < Binary + (Flawed / 2) => Flaw.Truncated,
        < Binary + Flawed => Flaw.UnclosedLiteral,
        _ => Flaw.None,
    };
}
