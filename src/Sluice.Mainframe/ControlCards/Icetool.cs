namespace Sluice.Mainframe.ControlCards;

/// <summary>
/// The operators of ICETOOL, which names the DD statements of each of its sorts. Source: DFSORT Application Programming Guide,
/// chapter "Using ICETOOL".
/// </summary>
internal static class Icetool
{
    public static void Read(Cards cards)
    {
        var commands = new Commands(cards, CommandForm.Icetool);
        var statement = cards.Statement();
        while (commands.Next(statement))
            for (var parameters = new Parameters(statement); parameters.Next();)
                if (parameters.Is("FROM"))
                    DdNames(statement, parameters, Verb.Reads);
                else if (parameters.Is("TO") || parameters.Is("DISCARD") || parameters.Is("SAVE") || parameters.Is("LIST")
                    || parameters.Is("WRITE"))
                    DdNames(statement, parameters, Verb.Writes);
                else if (parameters.Is("USING"))
                    Using(statement, parameters);
    }

    private static void DdNames(CardStatement statement, Parameters parameters, Verb verb)
    {
        for (var names = parameters.Value; names.Next();)
            statement.Refer(verb, ThingKind.DdName, names.WordStart, names.WordEnd);
    }

    /// <summary>The four characters begin the name of the DD statement that has the DFSORT statements.</summary>
    private static void Using(CardStatement statement, Parameters parameters)
    {
        var (start, end) = parameters.Single();
        if (end > start)
            statement.Refer(statement.From, Verb.Uses, new(ThingKind.DdName, statement.Upper(start, end) + "CNTL"), start);
    }
}
