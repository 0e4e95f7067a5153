namespace Sluice.Mainframe.ControlCards;

/// <summary>IEBCOPY. Source: DFSMSdfp Utilities, chapter "IEBCOPY (Library Copy) Program".</summary>
internal static class Iebcopy
{
    public static void Read(Cards cards)
    {
        var statements = new UtilityStatements(cards);
        var statement = cards.Statement();
        string? input = null;
        while (statements.Next(statement))
        {
            var operands = statements.Operands(statement);
            if (Is(statements, statement, "COPY", "C") || Is(statements, statement, "COPYMOD", "CM")
                || Is(statements, statement, "COPYGRP", "CG"))
                input = Copy(statement, operands);
            // More inputs of the same copy may be statements of their own.
            else if (statements.Operation(statement).StartsWith("INDD=", StringComparison.OrdinalIgnoreCase)
                || statements.Operation(statement).StartsWith("I=", StringComparison.OrdinalIgnoreCase))
                input = Copy(statement, new(statement.Span, 0, statements.OperationEnd)) ?? input;
            else if (Is(statements, statement, "SELECT", "S"))
                Select(statement, operands, input);
        }
    }

    private static bool Is(UtilityStatements statements, CardStatement statement, string operation, string abbreviation) =>
        statements.Operation(statement).Equals(operation, StringComparison.OrdinalIgnoreCase)
        || statements.Operation(statement).Equals(abbreviation, StringComparison.OrdinalIgnoreCase);

    /// <summary><c>INDD=((IN,R),IN2)</c>: R has members replaced.</summary>
    /// <returns>The first input, from which members are selected.</returns>
    private static string? Copy(CardStatement statement, Operands operands)
    {
        string? input = null;
        while (operands.Next())
            if (operands.Is("OUTDD") || operands.Is("O"))
                statement.Refer(Verb.Writes, ThingKind.DdName, operands.ValueStart, operands.ValueEnd);
            else if (operands.Is("INDD") || operands.Is("I"))
                for (var names = operands.Items; names.Next();)
                {
                    var name = names.KeyEnd > names.KeyStart ? names : First(names);
                    input ??= statement.Upper(name.KeyStart, name.KeyEnd);
                    statement.Refer(Verb.Reads, ThingKind.DdName, name.KeyStart, name.KeyEnd);
                }
        return input;
    }

    /// <summary><c>MEMBER=(A,(B,NEWNAME,R))</c>; source, load module or data: what a member is, the data set knows.</summary>
    private static void Select(CardStatement statement, Operands operands, string? input)
    {
        while (operands.Next())
            if (operands.Is("MEMBER") || operands.Is("M"))
                for (var members = operands.Items; members.Next();)
                {
                    var member = members.KeyEnd > members.KeyStart ? members : First(members);
                    statement.Refer(Verb.Reads, ThingKind.ControlMember, member.KeyStart, member.KeyEnd, input);
                }
    }

    private static Operands First(Operands list)
    {
        var items = list.Items;
        items.Next();
        return items;
    }
}
