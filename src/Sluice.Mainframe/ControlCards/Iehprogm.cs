namespace Sluice.Mainframe.ControlCards;

/// <summary>IEHPROGM. Source: DFSMSdfp Utilities, chapter "IEHPROGM (Program Maintenance) Program".</summary>
internal static class Iehprogm
{
    public static void Read(Cards cards)
    {
        var statements = new UtilityStatements(cards);
        var statement = cards.Statement();
        while (statements.Next(statement))
        {
            var operation = statements.Operation(statement);
            Verb? verb = operation.Equals("SCRATCH", StringComparison.OrdinalIgnoreCase) ? Verb.Deletes
                : operation.Equals("RENAME", StringComparison.OrdinalIgnoreCase) ? Verb.Updates
                : operation.EndsWith("CATLG", StringComparison.OrdinalIgnoreCase)
                    || operation.EndsWith("BLDG", StringComparison.OrdinalIgnoreCase) ? Verb.Uses
                : null;
            if (verb is { } told)
                DataSets(statement, statements.Operands(statement), told);
        }
    }

    private static void DataSets(CardStatement statement, Operands operands, Verb verb)
    {
        string? member = null;
        for (var sought = operands; sought.Next();)
            if (sought.Is("MEMBER"))
                member = statement.Upper(sought.ValueStart, sought.ValueEnd);
        while (operands.Next())
            if (operands.Is("DSNAME") || operands.Is("DSN"))
            {
                var name = statement.Upper(operands.ValueStart, operands.ValueEnd);
                statement.Refer(statement.From, verb, new(ThingKind.DataSet, name), operands.ValueStart, null, member);
            }
            // With MEMBER, it is the member that has a new name.
            else if (operands.Is("NEWNAME") && member is null)
                statement.ReferDataSet(Verb.Creates, operands.ValueStart, operands.ValueEnd);
    }
}
