namespace Sluice.Mainframe.ControlCards;

/// <summary>
/// IDCAMS: the functional commands that name data sets, and the modal commands around them. Source: DFSMS Access Method Services
/// Commands, the chapters of ALTER, BLDINDEX, DCOLLECT, DEFINE, DELETE, DIAGNOSE, EXAMINE, EXPORT, IMPORT, LISTCAT, PRINT, REPRO
/// and VERIFY, and the chapter "Modal commands" (IF-THEN-ELSE, DO-END, SET, PARM, CANCEL).
/// </summary>
/// <remarks>Commands are read from column 1, though the left margin is 2 unless MARGINS moves it: members come shifted.</remarks>
internal static class Idcams
{
    private const int LongestVerb = 16;

    public static void Read(Cards cards)
    {
        var commands = new Commands(cards, CommandForm.Idcams);
        var command = cards.Statement();
        while (commands.Next(command))
            if (!Command(command, 0))
                command.Findings.Complain(command.At(FirstWord(command)), "idcams.unknown-command",
                    "This is no command of access method services.");
    }

    /// <returns>Whether it is one of its commands: TSO/E has them, too, among its own.</returns>
    public static bool Command(CardStatement command, int start)
    {
        var parameters = new Parameters(command.Span, start, command.Length);
        Span<char> verb = stackalloc char[LongestVerb];
        while (parameters.Next())
        {
            var length = parameters.Word.Length > LongestVerb ? -1 : parameters.Word.ToUpperInvariant(verb);
            switch (length < 0 ? default : verb[..length])
            {
                case "IF":
                    AfterThen(ref parameters);
                    continue;
                case "ELSE" or "DO":
                    continue;
                case "DEFINE" or "DEF":
                    Define(command, parameters);
                    return true;
                case "DELETE" or "DEL":
                    Named(command, ref parameters, Verb.Deletes);
                    return true;
                case "ALTER":
                    Named(command, ref parameters, Verb.Updates);
                    Rest(command, ref parameters, Verb.Uses, Verb.Uses);
                    return true;
                case "EXPORT" or "EXP":
                    Named(command, ref parameters, Verb.Reads);
                    Rest(command, ref parameters, Verb.Reads, Verb.Writes);
                    return true;
                case "REPRO" or "PRINT" or "BLDINDEX" or "BIX" or "IMPORT" or "IMP" or "DCOLLECT" or "LISTCAT" or "LISTC"
                    or "DIAGNOSE":
                    Rest(command, ref parameters, Verb.Reads, Verb.Writes);
                    return true;
                case "VERIFY" or "EXAMINE" or "ALLOCATE" or "ALLOC":
                    Rest(command, ref parameters, Verb.Uses, Verb.Uses);
                    return true;
                case "SET" or "END" or "PARM" or "CANCEL" or "SHCDS" or "SETCACHE" or "LISTDATA" or "CREATE"
                    or "CNVTCAT" or "BINDDATA":
                    return true;
                default:
                    return false;
            }
        }
        // IF … THEN and ELSE of which the command is on a card of its own, or is none.
        return true;
    }

    private static void AfterThen(ref Parameters parameters)
    {
        while (parameters.Next())
            if (parameters.Is("THEN"))
                return;
    }

    /// <summary>What is defined has its name in the first list; the components of a cluster have lists of their own.</summary>
    private static void Define(CardStatement command, Parameters parameters)
    {
        // Entry type, which decides nothing but whether there are components: all of them have NAME.
        while (parameters.Next())
        {
            var component = parameters.Is("DATA", 1) ? "DATA" : parameters.Is("INDEX", 1) || parameters.Is("IX") ? "INDEX" : null;
            if (parameters.Is("CATALOG", 3))
                One(command, parameters, Verb.Uses);
            else if (parameters.HasValue)
                Entry(command, parameters, component);
        }
    }

    private static void Entry(CardStatement command, Parameters entry, string? component)
    {
        Complete(command, entry);
        for (var list = entry.Value; list.Next();)
            if (list.Is("NAME"))
                One(command, list, Verb.Creates, component);
            else if (list.Is("RELATE", 3) || list.Is("PATHENTRY", 5) || list.Is("PENT") || list.Is("MODEL"))
                One(command, list, Verb.Uses);
    }

    /// <summary>Those commands whose first parameter is an entry name, or a list of them.</summary>
    private static void Named(CardStatement command, ref Parameters parameters, Verb verb)
    {
        if (parameters.HasValue)
            Each(command, parameters, verb);
        else if (parameters.Next())
            Entry(command, parameters, verb);
    }

    private static void Entry(CardStatement command, Parameters entry, Verb verb)
    {
        if (entry.WordEnd == entry.WordStart)
            Each(command, entry, verb);
        else if (entry.HasValue && command.Span[entry.WordEnd] == '(')
            command.ReferDataSet(verb, entry.WordStart, entry.ValueEnd);
        else
            command.ReferDataSet(verb, entry.WordStart, entry.WordEnd);
    }

    private static void Each(CardStatement command, Parameters list, Verb verb)
    {
        Complete(command, list);
        for (var names = list.Value; names.Next();)
            Entry(command, names, verb);
    }

    /// <summary>Where commands take their data from and where they put it; both can be a DD statement or a data set.</summary>
    private static void Rest(CardStatement command, ref Parameters parameters, Verb reads, Verb writes)
    {
        while (parameters.Next())
        {
            if (!parameters.HasValue)
                continue;
            Complete(command, parameters);
            if (parameters.Is("INFILE", 3) || parameters.Is("IFILE"))
                DdName(command, parameters, reads);
            else if (parameters.Is("OUTFILE", 4) || parameters.Is("OFILE"))
                DdName(command, parameters, writes);
            else if (parameters.Is("FILE") || parameters.Is("WORKFILES", 5))
                DdName(command, parameters, Verb.Uses);
            else if (parameters.Is("INDATASET", 3) || parameters.Is("IDS"))
                Each(command, parameters, reads);
            else if (parameters.Is("OUTDATASET", 4) || parameters.Is("ODS"))
                Each(command, parameters, writes);
            else if (parameters.Is("INTO"))
                Each(command, parameters, writes);
            else if (parameters.Is("NEWNAME") || parameters.Is("NEWNM"))
                Each(command, parameters, Verb.Creates);
            else if (parameters.Is("DATASET", 2) || parameters.Is("DS") || parameters.Is("NAME") || parameters.Is("ENTRIES", 3)
                || parameters.Is("CATALOG", 3))
                Each(command, parameters, Verb.Uses);
            else if (parameters.Is("LEVEL", 3) || parameters.Is("LVL"))
                Level(command, parameters);
        }
    }

    /// <summary>All entries whose names begin with these qualifiers.</summary>
    private static void Level(CardStatement command, Parameters parameters)
    {
        var (start, end) = parameters.Single();
        if (end > start)
            command.Refer(command.From, Verb.Uses, new(ThingKind.DataSet, command.Upper(start, end) + ".**"), start);
    }

    private static void DdName(CardStatement command, Parameters parameters, Verb verb)
    {
        // INFILE(DD ENVIRONMENT(…))
        var value = parameters.Value;
        if (value.Next())
            command.Refer(verb, ThingKind.DdName, value.WordStart, value.WordEnd);
    }

    private static void One(CardStatement command, Parameters parameters, Verb verb, string? through = null)
    {
        Complete(command, parameters);
        var value = parameters.Value;
        if (value.Next())
            command.ReferDataSet(verb, value.WordStart, value.WordEnd, through);
    }

    private static void Complete(CardStatement command, Parameters parameters)
    {
        if (parameters.IsOpen)
            command.Findings.Complain(command.At(parameters.ValueStart - 1), "card.unclosed-parenthesis",
                "The parenthesis that opens here is not closed before the command ends.");
    }

    private static int FirstWord(CardStatement command)
    {
        var parameters = new Parameters(command);
        return parameters.Next() ? parameters.WordStart : 0;
    }
}
