namespace Sluice.Mainframe.ControlCards;

/// <summary>
/// DFHSIP starts a CICS region; PARM and SYSIN override the system initialization table. Source: CICS Transaction Server for
/// z/OS, System Definition Guide, chapter "Specifying CICS system initialization parameters".
/// </summary>
internal static class CicsStart
{
    public static void Read(Cards cards)
    {
        var statement = cards.Statement();
        for (var line = cards.First; line <= cards.Last; line++)
        {
            if (cards[line] is not [not '*', ..] card)
                continue;
            if (card.StartsWith(".END", StringComparison.OrdinalIgnoreCase))
                return;
            statement.Clear();
            statement.Continue(card, line, 1);
            Overrides(statement);
        }
    }

    /// <summary>Tables are modules whose names end in the suffix; group lists are those of the CSD.</summary>
    public static void Overrides(CardStatement statement)
    {
        for (var operands = new Operands(statement.Span, 0, statement.Length); operands.Next();)
            if (operands.Is("GRPLIST"))
                for (var lists = operands.Items; lists.Next();)
                    statement.Refer(Verb.Uses, ThingKind.Resource, lists.KeyStart, lists.KeyEnd, "GRPLIST");
            else if (operands.HasValue && Table(operands) is { } table && !IsSwitch(statement, operands))
                statement.Refer(statement.From, Verb.Uses,
                    new(ThingKind.Program, table + statement.Upper(operands.ValueStart, operands.ValueEnd)), operands.ValueStart);
    }

    private static string? Table(Operands operands) =>
        operands.Is("SIT") ? "DFHSIT"
        : operands.Is("PLTPI") || operands.Is("PLTSD") ? "DFHPLT"
        : operands.Is("SRT") ? "DFHSRT"
        : operands.Is("TST") ? "DFHTST"
        : operands.Is("XLT") ? "DFHXLT"
        : null;

    private static bool IsSwitch(CardStatement statement, Operands operands) =>
        statement.Span[operands.ValueStart..operands.ValueEnd] is "NO" or "YES" or "no" or "yes";
}
