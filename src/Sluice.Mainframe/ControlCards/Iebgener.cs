namespace Sluice.Mainframe.ControlCards;

/// <summary>
/// IEBGENER's user exits; all else it names stands in its DD statements. Source: DFSMSdfp Utilities, chapter "IEBGENER
/// (Sequential Copy/Generate Data Set) Program", EXITS statement.
/// </summary>
internal static class Iebgener
{
    public static void Read(Cards cards)
    {
        var statements = new UtilityStatements(cards);
        var statement = cards.Statement();
        while (statements.Next(statement))
            if (statements.Operation(statement).Equals("EXITS", StringComparison.OrdinalIgnoreCase))
                for (var operands = statements.Operands(statement); operands.Next();)
                    statement.Refer(Verb.Calls, ThingKind.Program, operands.ValueStart, operands.ValueEnd,
                        statement.Upper(operands.KeyStart, operands.KeyEnd));
    }
}
