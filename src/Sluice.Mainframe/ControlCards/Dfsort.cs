namespace Sluice.Mainframe.ControlCards;

/// <summary>
/// DFSORT, and SYNCSORT as far as they agree: which DD statements are read and written, and the user exits. Source: DFSORT
/// Application Programming Guide, chapter "Using DFSORT program control statements" (JOINKEYS, MERGE, MODS, OPTION, OUTFIL, SORT,
/// SUM) and "Invoking DFSORT with job control language", "Using DD statements".
/// </summary>
internal sealed class Dfsort
{
    private readonly Cards cards;
    private Reference? main;
    private string input = "SORTIN";
    private string output = "SORTOUT";
    private bool joins;
    private bool merges;

    private Dfsort(Cards cards) => this.cards = cards;

    /// <param name="hasMain">
    /// Whether SORT, MERGE and COPY mean SORTIN and SORTOUT; they do not when ICETOOL names others and in JNFnCNTL.
    /// </param>
    public static void Read(Cards cards, bool hasMain)
    {
        var sort = new Dfsort(cards);
        var statements = new UtilityStatements(cards);
        var statement = cards.Statement();
        while (statements.Next(statement))
            sort.Statement(statement, statements);
        if (hasMain)
            sort.Main();
    }

    private void Statement(CardStatement statement, UtilityStatements statements)
    {
        var operands = statements.Operands(statement);
        var operation = statements.Operation(statement);
        if (operation.Equals("OUTFIL", StringComparison.OrdinalIgnoreCase))
            Outfil(statement, operands);
        else if (operation.Equals("JOINKEYS", StringComparison.OrdinalIgnoreCase))
            JoinKeys(statement, operands);
        else if (operation.Equals("MODS", StringComparison.OrdinalIgnoreCase))
            Mods(statement, operands);
        else if (operation.Equals("OPTION", StringComparison.OrdinalIgnoreCase))
            Option(statement, operands);
        else if (operation.Equals("SUM", StringComparison.OrdinalIgnoreCase))
            Sum(statement, operands);
        else if (operation.Equals("MERGE", StringComparison.OrdinalIgnoreCase))
            (merges, main) = (true, MainStatement(statement));
        else if (operation.Equals("SORT", StringComparison.OrdinalIgnoreCase))
            main = MainStatement(statement);
    }

    private Reference MainStatement(CardStatement statement) =>
        new(cards.From, Verb.Reads, new(ThingKind.DdName, input), statement.At(0), statement.OneLine(0, statement.Length, 0));

    /// <summary>The join's two inputs stand in for SORTIN; a merge has as many as the step gives it.</summary>
    private void Main()
    {
        if (main is null)
            return;
        if (merges && !joins)
            cards.Findings.Refer(main with
            {
                To = new(ThingKind.DdName, input + "NN"),
                Certainty = Certainty.Unresolved,
                Why = $"MERGE reads {input}01 to {input}99, as many of them as the step has.",
            });
        else if (!joins)
            cards.Findings.Refer(main with { To = new(ThingKind.DdName, input) });
        cards.Findings.Refer(main with { Verb = Verb.Writes, To = new(ThingKind.DdName, output) });
    }

    private void Option(CardStatement statement, Operands operands)
    {
        while (operands.Next())
            if (operands.Is("COPY"))
                main = MainStatement(statement);
            else if (operands.Is("SORTIN"))
                input = statement.Upper(operands.ValueStart, operands.ValueEnd);
            else if (operands.Is("SORTOUT"))
                output = statement.Upper(operands.ValueStart, operands.ValueEnd);
            else if (operands.Is("SORTDD") && statement.Upper(operands.ValueStart, operands.ValueEnd) is var prefix)
                (input, output) = (prefix + "IN", prefix + "OUT");
    }

    /// <summary>FILES=01 is SORTOF01, FILES=OUT is SORTOUT; without FILES and FNAMES it is SORTOUT, too.</summary>
    private void Outfil(CardStatement statement, Operands operands)
    {
        while (operands.Next())
            if (operands.Is("FNAMES"))
                for (var names = operands.Items; names.Next();)
                    statement.Refer(Verb.Writes, ThingKind.DdName, names.KeyStart, names.KeyEnd);
            else if (operands.Is("FILES"))
                for (var files = operands.Items; files.Next();)
                    statement.Refer(cards.From, Verb.Writes, Outfile(statement, files), files.KeyStart);
    }

    private Thing Outfile(CardStatement statement, Operands file) => new(ThingKind.DdName,
        file.Is("OUT") ? output : $"SORTOF{statement.Upper(file.KeyStart, file.KeyEnd).PadLeft(2, '0')}");

    private void JoinKeys(CardStatement statement, Operands operands)
    {
        joins = true;
        while (operands.Next())
            if (operands.Is("FILE") || operands.Is("FILES"))
                statement.Refer(cards.From, Verb.Reads, JoinFile(statement, operands), operands.ValueStart);
            else if (operands.Is("F1") || operands.Is("F2"))
                statement.Refer(Verb.Reads, ThingKind.DdName, operands.ValueStart, operands.ValueEnd);
    }

    private static Thing JoinFile(CardStatement statement, Operands file) =>
        new(ThingKind.DdName, $"SORTJN{statement.Upper(file.ValueStart, file.ValueEnd)}");

    /// <summary><c>E15=(exit,bytes,library DD)</c></summary>
    private static void Mods(CardStatement statement, Operands operands)
    {
        while (operands.Next())
        {
            if (operands.Key is not ['E' or 'e', >= '1' and <= '6', >= '1' and <= '9'])
                continue;
            var items = operands.Items;
            if (!items.Next())
                continue;
            var (start, end) = (items.KeyStart, items.KeyEnd);
            var library = items.Next() && items.Next() ? statement.Upper(items.KeyStart, items.KeyEnd) : null;
            statement.Refer(Verb.Calls, ThingKind.Program, start, end, library is "" ? null : library);
        }
    }

    /// <summary>What is summed away goes to a data set of its own.</summary>
    private static void Sum(CardStatement statement, Operands operands)
    {
        while (operands.Next())
            if (operands.Is("XSUM"))
                statement.Refer(statement.From, Verb.Writes, new(ThingKind.DdName, "SORTXSUM"), operands.KeyStart);
    }
}
