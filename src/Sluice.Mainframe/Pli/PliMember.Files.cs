namespace Sluice.Mainframe.Pli;

// Enterprise PL/I for z/OS Language Reference, chapters "Input and output" (OPEN, TITLE option, implicit opening),
// "Record-oriented data transmission" and "Stream-oriented data transmission" (SYSIN, SYSPRINT). Programming Guide, chapter
// "Using data sets and files": the name of the file, or what TITLE says, is the DD name.
internal sealed partial class PliMember
{
    private const int LongestDdName = 8;

    private readonly List<Transmission> transmissions = [];

    /// <param name="IsOpen">An OPEN statement, which alone says how the file is used.</param>
    private readonly record struct Transmission(string File, bool IsOpen, Verb? Verb, PliToken? Title, Place At, Place Statement);

    private bool IsTransmission() => Current.Text.Length switch
    {
        3 => Current.Is("GET") || Current.Is("PUT"),
        4 => Current.Is("OPEN") || Current.Is("READ"),
        5 => Current.Is("WRITE"),
        6 => Current.Is("DELETE") || Current.Is("LOCATE"),
        _ => Current.Is("REWRITE"),
    };

    private void TransmissionStatement()
    {
        var begin = Current;
        var isOpen = begin.Is("OPEN");
        var verb = Does(begin);
        (PliToken? file, PliToken? title, var isString) = (null, null, false);
        Advance();
        while (!IsAtEnd)
        {
            var word = Current;
            Advance();
            switch (word.Kind)
            {
                case PliTokenKind.Comma when isOpen:
                    Keep();
                    (file, title, verb) = (null, null, null);
                    break;
                case PliTokenKind.Word when word.Is("FILE"):
                    file = Argument();
                    break;
                case PliTokenKind.Word when word.Is("TITLE"):
                    title = Argument();
                    break;
                case PliTokenKind.Word when word.Is("STRING"):
                    isString = true;
                    break;
                case PliTokenKind.Word when isOpen && Mode(word) is { } mode:
                    verb = mode;
                    break;
                case PliTokenKind.Open:
                    SkipRest();
                    break;
            }
        }
        Keep();

        // A list of data or an expression; what opened it has been read.
        void SkipRest()
        {
            for (var depth = 1; depth > 0 && Current.Kind is not (PliTokenKind.Semicolon or PliTokenKind.End); Advance())
                depth += Current.Kind switch { PliTokenKind.Open => 1, PliTokenKind.Close => -1, _ => 0 };
        }

        void Keep()
        {
            if (file is { Kind: PliTokenKind.Word } named)
                transmissions.Add(new(named.Name, isOpen, verb, title, named.At, begin.At));
            else if (!isString && (begin.Is("GET") || begin.Is("PUT")))
                transmissions.Add(new(begin.Is("GET") ? "SYSIN" : "SYSPRINT", false, verb, null, begin.At, begin.At));
        }
    }

    private static Verb? Does(PliToken statement) =>
        statement.Is("GET") || statement.Is("READ") ? Verb.Reads
        : statement.Is("PUT") || statement.Is("WRITE") || statement.Is("LOCATE") ? Verb.Writes
        : statement.Is("REWRITE") ? Verb.Updates
        : statement.Is("DELETE") ? Verb.Deletes
        : null;

    private static Verb? Mode(PliToken word) =>
        word.Is("INPUT") ? Verb.Reads
        : word.Is("OUTPUT") || word.Is("PRINT") ? Verb.Writes
        : word.Is("UPDATE") ? Verb.Updates
        : null;

    /// <summary>Where it is opened; else where it is first worked with in each way; else where it is declared.</summary>
    private void SettleFiles()
    {
        var opened = transmissions.Where(one => one.IsOpen).Select(one => one.File).ToHashSet();
        HashSet<(string, Verb?)> said = [];
        foreach (var one in transmissions)
            if (one.IsOpen || (!opened.Contains(one.File) && said.Add((one.File, one.Verb))))
                references.Add(ToFile(one, scanner.Excerpt(one.Statement)));
        var used = transmissions.Select(one => one.File).ToHashSet();
        foreach (var (file, found) in declared)
            if (found.IsFile && !used.Contains(file) && !parameters.Contains(file) && !found.IsVariable)
                references.Add(ToFile(new(file, false, null, null, found.At, found.FirstName), Declaration(found.FirstName)));
        transmissions.Clear();
    }

    private Reference ToFile(Transmission one, string text)
    {
        var found = declared.GetValueOrDefault(one.File);
        var verb = one.Verb ?? found?.Mode ?? Verb.Uses;
        if (one.Title is { Kind: PliTokenKind.Word } title)
            return Held(verb, ThingKind.DdName, title.Name, one.At, text, title.Name) with { Through = one.File };
        if (one.Title is null && (parameters.Contains(one.File) || found is { IsVariable: true }))
            return Held(verb, ThingKind.DdName, one.File, one.At, text, one.File);
        var name = one.Title?.Name ?? found?.ExternalName ?? one.File;
        var isPath = name.StartsWith('/');
        if (!isPath && name.Length > LongestDdName)
            name = name[..LongestDdName];
        return new(default, verb, new(ThingKind.DdName, name), one.At, text)
        {
            Through = one.File,
            Certainty = isPath ? Certainty.Unresolved : Certainty.Certain,
            Why = isPath ? "TITLE names a file and not a DD name." : null,
        };
    }
}
