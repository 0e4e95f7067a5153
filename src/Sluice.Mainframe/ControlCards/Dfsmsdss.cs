namespace Sluice.Mainframe.ControlCards;

/// <summary>
/// ADRDSSU dumps, copies and restores data sets by name. Source: z/OS DFSMSdss Storage Administration, chapter on the syntax of the
/// commands (COPY, DUMP, RELEASE, RESTORE) and of filtering.
/// </summary>
/// <remarks>A pattern (<c>PROD.PAY.**</c>) is a name of its own: it is all that fits it.</remarks>
internal static class Dfsmsdss
{
    public static void Read(Cards cards)
    {
        var commands = new Commands(cards, CommandForm.Idcams);
        var command = cards.Statement();
        while (commands.Next(command))
        {
            var parameters = new Parameters(command);
            if (parameters.Next() && Does(parameters) is { } verb)
                Command(command, parameters, verb);
        }
    }

    private static Verb? Does(Parameters verb) =>
        verb.Is("DUMP") || verb.Is("COPY") ? Verb.Reads
        : verb.Is("RESTORE") ? Verb.Writes
        : verb.Is("RELEASE") ? Verb.Updates
        : null;

    private static void Command(CardStatement command, Parameters parameters, Verb verb)
    {
        while (parameters.Next())
            if (parameters.Is("DATASET", 2) || parameters.Is("DS"))
                DataSets(command, parameters.Value, verb);
            else if (parameters.Is("INDDNAME", 4))
                DdNames(command, parameters.Value, Verb.Reads);
            else if (parameters.Is("OUTDDNAME", 5))
                DdNames(command, parameters.Value, Verb.Writes);
            else if (parameters.Is("RENAMEUNCONDITIONAL", 7) || parameters.Is("RENAME", 3))
                NewNames(command, parameters.Value);
    }

    private static void DataSets(CardStatement command, Parameters filters, Verb verb)
    {
        while (filters.Next())
            if (filters.Is("INCLUDE", 3))
                for (var names = filters.Value; names.Next();)
                    command.ReferDataSet(verb, names.WordStart, names.WordEnd);
    }

    private static void DdNames(CardStatement command, Parameters names, Verb verb)
    {
        while (names.Next())
            command.Refer(verb, ThingKind.DdName, names.WordStart, names.WordEnd);
    }

    /// <summary><c>((OLD.**,NEW.**))</c>: what is written has the second name.</summary>
    private static void NewNames(CardStatement command, Parameters pairs)
    {
        while (pairs.Next())
            if (pairs.WordEnd == pairs.WordStart && pairs.Value is var pair && pair.Next() && pair.Next())
                command.ReferDataSet(Verb.Creates, pair.WordStart, pair.WordEnd);
    }
}
