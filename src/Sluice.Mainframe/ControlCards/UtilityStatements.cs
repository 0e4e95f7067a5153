using System.Collections.Frozen;

namespace Sluice.Mainframe.ControlCards;

/// <summary>
/// Statements of label, operation, operands and remarks, as the data set utilities, DFSORT and the binder have them: an asterisk
/// in column 1 makes a comment; a nonblank in column 72 after operands that reach column 71, or operands that end in a comma
/// (for DFSORT also a semicolon or colon), continue. Source: DFSMSdfp Utilities, chapter "Introduction", "Utility control
/// statements"; DFSORT Application Programming Guide, chapter "Using DFSORT program control statements", "Coding rules"; MVS
/// Program Management: User's Guide and Reference, chapter "Binder control statement reference".
/// </summary>
internal sealed class UtilityStatements(Cards cards)
{
    private const int LastOperandColumn = 71;

    // A word in column 1 is a label, but for these: members come shifted by a column.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Operations = new[]
    {
        "SORT", "MERGE", "OPTION", "INCLUDE", "OMIT", "INREC", "OUTREC", "OUTFIL", "SUM", "RECORD", "MODS", "JOINKEYS", "JOIN",
        "REFORMAT", "COPY", "COPYMOD", "COPYGRP", "SELECT", "EXCLUDE", "GENERATE", "SCRATCH", "RENAME", "CATLG", "UNCATLG",
        "NAME", "ENTRY", "ALIAS", "ORDER", "CHANGE", "REPLACE", "LIBRARY", "MODE", "SETOPT", "SETCODE", "IDENTIFY", "PAGE",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private int line = cards.First;

    public int OperationStart { get; private set; }

    public int OperationEnd { get; private set; }

    public int OperandStart { get; private set; }

    public bool Next(CardStatement statement)
    {
        statement.Clear();
        var goesOn = false;
        for (; line <= cards.Last; line++)
        {
            var card = cards.Upto(line, LastOperandColumn);
            if (card.IsEmpty || card[0] == '*')
                continue;
            var start = goesOn ? 0 : Operation(statement, card);
            if (start < 0)
                continue;
            goesOn = Operands(statement, card, start);
            if (!goesOn)
            {
                line++;
                break;
            }
        }
        if (statement.IsCut)
            statement.Findings.Complain(statement.At(0), "card.endless-continuation",
                $"The statement goes on for more than {CardStatement.LongestStatement} characters; its end was not read.");
        return statement.Length > 0;
    }

    public ReadOnlySpan<char> Operation(CardStatement statement) => statement.Span[OperationStart..OperationEnd];

    public Operands Operands(CardStatement statement) => new(statement.Span, OperandStart, statement.Length);

    /// <returns>Where the operands begin on the card; less than 0 when there is no operation.</returns>
    private int Operation(CardStatement statement, ReadOnlySpan<char> card)
    {
        var start = 0;
        if (card[0] != ' ' && !Operations.Contains(card[..WordEnd(card, 0)]))
            start = WordEnd(card, 0);
        start = SkipBlanks(card, start);
        if (start == card.Length)
            return -1;
        var end = WordEnd(card, start);
        statement.Continue(card[start..end], line, start + 1);
        (OperationStart, OperationEnd, OperandStart) = (0, statement.Length, statement.Length + 1);
        statement.Continue(" ", line, end + 1);
        return end;
    }

    /// <returns>Whether they go on with the next card.</returns>
    private bool Operands(CardStatement statement, ReadOnlySpan<char> card, int start)
    {
        start = SkipBlanks(card, start);
        var end = start;
        for (var quoted = false; end < card.Length && (quoted || card[end] != ' '); end++)
            quoted ^= card[end] == '\'';
        statement.Continue(card[start..end], line, start + 1);
        return end > start && card[end - 1] is ',' or ';' or ':' || (end == LastOperandColumn && IsMarked());
    }

    private bool IsMarked() =>
        cards.Source[line] is var whole && whole.Length > LastOperandColumn && whole[LastOperandColumn] != ' ';

    private static int WordEnd(ReadOnlySpan<char> card, int start) =>
        card[start..].IndexOf(' ') is >= 0 and var length ? start + length : card.Length;

    private static int SkipBlanks(ReadOnlySpan<char> card, int start)
    {
        while (start < card.Length && card[start] == ' ')
            start++;
        return start;
    }
}
