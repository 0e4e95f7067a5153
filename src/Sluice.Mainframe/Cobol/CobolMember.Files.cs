namespace Sluice.Mainframe.Cobol;

// Enterprise COBOL for z/OS Language Reference, chapters "FILE-CONTROL paragraph" (ASSIGN clause), "OPEN statement", "SORT statement"
// and "MERGE statement".
internal sealed partial class CobolMember
{
    private const int LongestDdName = 8;
    private readonly Dictionary<string, SelectedFile> files = [];

    private sealed record SelectedFile(string DdName, Place At, string Text)
    {
        public bool IsUsed { get; set; }
    }

    private void SelectEntry()
    {
        var begin = Current.At;
        Advance();
        if (Current.IsWord("OPTIONAL"))
            Advance();
        if (Current.Kind is not TokenKind.Word)
            return;
        var file = Current.Name;
        while (Current.Kind is not (TokenKind.Period or TokenKind.End) && !Current.IsWord("ASSIGN"))
            Advance();
        if (!Current.IsWord("ASSIGN"))
            return;
        Advance();
        while (Current.IsWord("TO") || Current.IsWord("EXTERNAL") || Current.IsWord("DYNAMIC") || Current.IsWord("USING"))
            Advance();
        if (Current.Kind is not (TokenKind.Word or TokenKind.Literal))
            return;
        files[file] = new(DdName(Current.Name), Current.At, Excerpt(begin, new(Current.At.Line, Current.Until)));
        Advance();
    }

    /// <summary>An assignment-name is <c>label-S-name</c>, <c>label-AS-name</c> or the name by itself.</summary>
    private static string DdName(string assigned)
    {
        var name = assigned[(assigned.LastIndexOf('-') + 1)..].Trim();
        return name.Length > LongestDdName ? name[..LongestDdName] : name;
    }

    private void OpenStatement()
    {
        var begin = Current.At;
        Advance();
        Verb? verb = null;
        for (; Current.Kind is TokenKind.Word; Advance())
        {
            if (Mode() is { } mode)
                verb = mode;
            else if (CobolVerbs.Begins(Current.Text))
                return;
            else if (verb is { } does)
                FileUsed(does, begin);
        }
    }

    private Verb? Mode() => Current switch
    {
        var word when word.IsWord("INPUT") => Verb.Reads,
        var word when word.IsWord("OUTPUT") => Verb.Writes,
        var word when word.IsWord("EXTEND") => Verb.Writes,
        var word when word.IsWord("I-O") => Verb.Updates,
        _ => null,
    };

    private void SortStatement()
    {
        var begin = Current.At;
        Advance();
        Verb? verb = null;
        for (; Current.Kind is not (TokenKind.Period or TokenKind.End); Advance())
        {
            if (Current.IsWord("USING"))
                verb = Verb.Reads;
            else if (Current.IsWord("GIVING"))
                verb = Verb.Writes;
            // ON ASCENDING KEY is a phrase of its own.
            else if (Current.Kind is TokenKind.Word && CobolVerbs.Begins(Current.Text) && !Current.IsWord("ON"))
                return;
            else if (verb is { } does && Current.Kind is TokenKind.Word)
                FileUsed(does, begin);
        }
    }

    private void FileUsed(Verb verb, Place begin)
    {
        // NO REWIND, LOCK and the like are no files, and a file of a copybook is known when both are put together.
        if (!files.TryGetValue(Current.Name, out var file))
            return;
        file.IsUsed = true;
        findings.Refer(new(from, verb, new(ThingKind.DdName, file.DdName), Current.At, Excerpt(begin, new(Current.At.Line, Current.Until)))
        {
            Through = Current.Name,
        });
    }

    /// <summary>What nobody opens is still named.</summary>
    private void CloseFiles()
    {
        foreach (var (name, file) in files)
            if (!file.IsUsed)
                findings.Refer(new(from, Verb.Uses, new(ThingKind.DdName, file.DdName), file.At, file.Text) { Through = name });
        files.Clear();
    }
}
