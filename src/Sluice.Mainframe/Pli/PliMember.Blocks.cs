namespace Sluice.Mainframe.Pli;

// Enterprise PL/I for z/OS Language Reference, chapter "Program organization": packages, external and internal procedures,
// secondary entry points, begin-blocks; END, which closes all that its label encloses.
internal sealed partial class PliMember
{
    // The names in front of the statement that is read.
    private readonly List<string> labels = [];
    private readonly List<Block> blocks = [];
    private readonly Dictionary<string, int> openLabels = [];
    private readonly HashSet<string> procedures = [];
    private readonly HashSet<string> parameters = [];
    private readonly HashSet<string> exports = [];
    private Thing? program;
    private bool exportsAll;

    private readonly record struct Block(string? Label, bool IsPackage);

    /// <returns>Whether the word begins or ends a block or group, and it was read.</returns>
    private bool BlockStatement()
    {
        var word = Current;
        if (labels.Count > 0 && word.Is("PROCEDURE", "PROC"))
            ProcedureStatement();
        else if (labels.Count > 0 && word.Is("ENTRY") && Following.Kind is not PliTokenKind.Equals)
            EntryStatement();
        else if (labels.Count > 0 && word.Is("PACKAGE"))
            PackageStatement();
        else if (word.Is("END") && beginsStatement && Following.Kind is PliTokenKind.Semicolon or PliTokenKind.Word)
            EndStatement();
        else if (Opens(word))
        {
            Open(new(labels.Count > 0 ? labels[0] : null, false));
            Advance();
        }
        else
        {
            labels.Clear();
            return false;
        }
        labels.Clear();
        return true;
    }

    private bool Opens(PliToken word) =>
        word.Is("BEGIN") ? Following.Kind is PliTokenKind.Semicolon or PliTokenKind.Word
        : beginsStatement && word.Is("DO") ? Following.Kind is PliTokenKind.Semicolon or PliTokenKind.Word
        : beginsStatement && word.Is("SELECT") && Following.Kind is PliTokenKind.Semicolon or PliTokenKind.Open;

    /// <summary>
    /// The outermost procedure is external, and so are those that a package exports: programs, or parts of one.
    /// </summary>
    private void ProcedureStatement()
    {
        var (label, at) = (labels[0], Current.At);
        if (blocks.Count == 0 && program is not null)
        {
            labels.Clear();
            EndCompilation();
        }
        var isExternal = blocks.Count == 0 || (blocks is [{ IsPackage: true }] && (exportsAll || exports.Contains(label)));
        procedures.Add(label);
        foreach (var other in labels)
            procedures.Add(other);
        string? externalName = null;
        Advance();
        if (Current.Kind is PliTokenKind.Open)
            Parameters();
        while (!IsAtEnd)
        {
            var option = Current;
            Advance();
            if (Current.Kind is not PliTokenKind.Open)
                continue;
            if (option.Is("EXTERNAL", "EXT"))
                externalName = Argument()?.Name;
            else
                SkipParentheses();
        }
        Open(new(label, false));
        if (!isExternal)
            return;
        var defined = externalName ?? label;
        program ??= new(ThingKind.Program, defined);
        findings.Define(ThingKind.Program, defined, at);
    }

    private void Parameters()
    {
        for (Advance(); Current.Kind is PliTokenKind.Word or PliTokenKind.Comma or PliTokenKind.Other; Advance())
            if (Current.Kind is PliTokenKind.Word)
                parameters.Add(Current.Name);
        if (Current.Kind is PliTokenKind.Close)
            Advance();
    }

    /// <summary>Another way into the procedure that it stands in; into the external one, others can call it.</summary>
    private void EntryStatement()
    {
        var isExternal = blocks.Count == 1 && !blocks[0].IsPackage;
        foreach (var label in labels)
            if (procedures.Add(label) && isExternal)
                findings.Define(ThingKind.Program, label, Current.At);
        Advance();
        if (Current.Kind is PliTokenKind.Open)
            Parameters();
        SkipStatement();
    }

    /// <summary>EXPORTS(*), or the names of the procedures that others can call; without it, all of them.</summary>
    private void PackageStatement()
    {
        exportsAll = true;
        Open(new(labels[0], true));
        while (!IsAtEnd)
        {
            if (!Current.Is("EXPORTS") || Following.Kind is not PliTokenKind.Open)
            {
                Advance();
                continue;
            }
            Advance();
            exportsAll = false;
            for (Advance(); Current.Kind is not (PliTokenKind.Close or PliTokenKind.Semicolon or PliTokenKind.End); Advance())
                if (Current.Kind is PliTokenKind.Word)
                    exports.Add(Current.Name);
                else if (Current.Kind is PliTokenKind.Open)
                {
                    // NAME EXTERNAL('X'): the name in parentheses is no procedure here.
                    SkipParentheses();
                    if (Current.Kind is PliTokenKind.Close)
                        break;
                }
                else if (Current.Text is "*")
                    exportsAll = true;
        }
    }

    private void Open(Block block)
    {
        blocks.Add(block);
        if (block.Label is { } label)
            openLabels[label] = openLabels.GetValueOrDefault(label) + 1;
    }

    /// <summary>With a label it ends that block and all that are still open inside it.</summary>
    private void EndStatement()
    {
        var label = Following.Kind is PliTokenKind.Word ? Following.Name : null;
        if (label is not null && openLabels.GetValueOrDefault(label) == 0)
            label = null;
        while (blocks.Count > 0)
        {
            var closed = blocks[^1];
            blocks.RemoveAt(blocks.Count - 1);
            if (closed.Label is { } closedLabel)
                openLabels[closedLabel]--;
            if (label is null || closed.Label == label)
                break;
        }
        SkipStatement();
    }
}
