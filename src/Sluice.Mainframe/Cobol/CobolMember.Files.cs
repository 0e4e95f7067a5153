namespace Sluice.Mainframe.Cobol;

// Enterprise COBOL for z/OS Language Reference, chapters "FILE-CONTROL paragraph" (ASSIGN clause), "OPEN statement", "SORT statement"
// and "MERGE statement".
internal sealed partial class CobolMember
{
    private const int LongestDdName = 8;
    private readonly Dictionary<string, SelectedFile> files = [];

    /// <param name="Owner">The program that describes it; those within it can use it too, if it is GLOBAL.</param>
    /// <param name="Variable">The item that has the name of its data set when it is opened; null where it is known by a DD name.</param>
    private sealed record SelectedFile(Thing Owner, string DdName, string? Variable, Place At, string Text)
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
        var isVariable = false;
        for (; Current.IsWord("TO") || Current.IsWord("EXTERNAL") || Current.IsWord("DYNAMIC") || Current.IsWord("USING"); Advance())
            isVariable |= Current.IsWord("USING") || Current.IsWord("DYNAMIC");
        if (Current.Kind is not (TokenKind.Word or TokenKind.Literal))
            return;
        var variable = isVariable && Current.Kind is TokenKind.Word ? Current.Name : null;
        if (files.Remove(file, out var other))
            Close(file, other);
        files[file] = new(from, variable ?? DdName(Current.Name), variable, Current.NameAt, Excerpt(begin, End(Current)));
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
        findings.Refer(Known(file, verb, Current.Name, Current.At, Excerpt(begin, End(Current))));
    }

    /// <summary>What nobody opens is still named.</summary>
    /// <param name="ending">The program whose files they are; null of all that are left.</param>
    private void CloseFiles(Thing? ending)
    {
        foreach (var (name, file) in files)
            if ((ending is null || file.Owner == ending) && files.Remove(name))
                Close(name, file);
    }

    private void Close(string name, SelectedFile file)
    {
        if (!file.IsUsed)
            findings.Refer(Known(file, Verb.Uses, name, file.At, file.Text) with { From = file.Owner });
    }

    private Reference Known(SelectedFile file, Verb verb, string name, Place at, string text) =>
        new(from, verb, new(ThingKind.DdName, file.DdName), at, text)
        {
            Through = name,
            Certainty = file.Variable is null ? Certainty.Certain : Certainty.Unresolved,
            Variable = file.Variable,
            Why = file.Variable is null ? null : $"{file.Variable} is a variable, whose value is known at run time.",
        };
}
