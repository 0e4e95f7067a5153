namespace Sluice.Mainframe.ControlCards;

/// <summary>
/// The binder's control statements: which program object is made of which modules. Source: MVS Program Management: User's Guide
/// and Reference, chapter "Binder control statement reference" (ALIAS, INCLUDE, LIBRARY, NAME).
/// </summary>
/// <remarks>
/// INCLUDE comes before the NAME of what it is included in. Without NAME that is the member that SYSLMOD names: then the step
/// itself stands for it.
/// </remarks>
internal sealed class Binder
{
    private readonly List<Reference> included = [];

    private Binder()
    {
    }

    public static void Read(Cards cards)
    {
        var binder = new Binder();
        var statements = new UtilityStatements(cards);
        var statement = cards.Statement();
        while (statements.Next(statement))
            binder.Statement(statement, statements);
        foreach (var reference in binder.included)
            statement.Refer(reference);
    }

    private void Statement(CardStatement statement, UtilityStatements statements)
    {
        var operands = statements.Operands(statement);
        var operation = statements.Operation(statement);
        if (operation.Equals("INCLUDE", StringComparison.OrdinalIgnoreCase))
            Include(statement, operands);
        else if (operation.Equals("NAME", StringComparison.OrdinalIgnoreCase) && operands.Next())
            Name(statement, operands);
        else if (operation.Equals("ALIAS", StringComparison.OrdinalIgnoreCase))
            while (operands.Next())
                statement.Refer(Verb.Creates, ThingKind.Program, operands.KeyStart, operands.KeyEnd);
        else if (operation.Equals("LIBRARY", StringComparison.OrdinalIgnoreCase))
            Library(statement, operands);
    }

    /// <summary><c>INCLUDE SYSLIB(A,B),OBJ</c>: members of a library, and a DD statement with all it has.</summary>
    private void Include(CardStatement statement, Operands operands)
    {
        while (operands.Next())
        {
            if (operands.Key is ['-', ..])
                continue;
            if (!operands.HasValue)
            {
                statement.Refer(Verb.Reads, ThingKind.DdName, operands.KeyStart, operands.KeyEnd);
                continue;
            }
            var ddName = statement.Upper(operands.KeyStart, operands.KeyEnd);
            for (var members = operands.Items; members.Next();)
                included.Add(new(statement.From, Verb.Contains,
                    new(ThingKind.Program, statement.Upper(members.KeyStart, members.KeyEnd)), statement.At(members.KeyStart),
                    statement.OneLine(0, statement.Length, members.KeyStart))
                {
                    Through = ddName,
                });
        }
    }

    /// <summary><c>NAME PAYROLL(R)</c>: R has a module of that name replaced.</summary>
    private void Name(CardStatement statement, Operands operands)
    {
        var program = new Thing(ThingKind.Program, statement.Upper(operands.KeyStart, operands.KeyEnd));
        statement.Refer(statement.From, Verb.Creates, program, operands.KeyStart);
        foreach (var reference in included)
            statement.Refer(program.Name.Length > 0 ? reference with { From = program } : reference);
        included.Clear();
    }

    /// <summary>Members in which to look for what is not resolved yet; without a DD name, symbols not to be resolved.</summary>
    private static void Library(CardStatement statement, Operands operands)
    {
        while (operands.Next())
            if (operands.KeyEnd > operands.KeyStart && operands.HasValue)
                for (var members = operands.Items; members.Next();)
                    statement.Refer(Verb.Uses, ThingKind.Program, members.KeyStart, members.KeyEnd,
                        statement.Upper(operands.KeyStart, operands.KeyEnd));
    }
}
