namespace Sluice.Mainframe.Cics;

/// <summary>What an EXEC CICS command refers to, whatever language it stands in: that one cuts it into options.</summary>
/// <remarks>
/// CICS Transaction Server for z/OS Application Programming Reference, chapter "CICS API commands"; of the System Programming Reference
/// those commands that look at, set and take away resources.
/// </remarks>
internal static class CicsCommand
{
    /// <param name="options">All words of the command in order, its own name first: <c>SEND MAP('A') MAPSET('B')</c>.</param>
    /// <param name="text">The command on one line.</param>
    public static void Read(Thing from, IReadOnlyList<CicsOption> options, string text, Findings findings)
    {
        if (options.Count == 0)
            return;
        switch (options[0].Name)
        {
            case "LINK":
                Refer(Verb.Links, ThingKind.Program, "PROGRAM");
                break;
            case "XCTL":
                Refer(Verb.Transfers, ThingKind.Program, "PROGRAM");
                break;
            case "LOAD" or "RELEASE":
                Refer(Verb.Uses, ThingKind.Program, "PROGRAM");
                break;
            case "HANDLE" when options is [_, { Name: "ABEND" }, ..]:
                Refer(Verb.Links, ThingKind.Program, "PROGRAM");
                break;
            case "START" or "RUN":
                Refer(Verb.Starts, ThingKind.Transaction, "TRANSID");
                break;
            case "CANCEL":
                Refer(Verb.Uses, ThingKind.Transaction, "TRANSID");
                break;
            case "RETURN":
                Refer(Verb.Returns, ThingKind.Transaction, "TRANSID");
                break;
            case "SEND":
                Screen(Verb.Sends);
                break;
            case "RECEIVE":
                Screen(Verb.Receives);
                break;
            case "READQ":
                Refer(Verb.Reads, ThingKind.Queue, "QUEUE", "QNAME");
                break;
            case "WRITEQ":
                Refer(Verb.Writes, ThingKind.Queue, "QUEUE", "QNAME");
                break;
            case "DELETEQ":
                Refer(Verb.Deletes, ThingKind.Queue, "QUEUE", "QNAME");
                break;
            case "READ" or "READNEXT" or "READPREV" or "STARTBR" or "RESETBR" or "ENDBR":
                Refer(Verb.Reads, ThingKind.CicsFile, "FILE", "DATASET");
                break;
            case "WRITE":
                Refer(Verb.Writes, ThingKind.CicsFile, "FILE", "DATASET");
                break;
            case "REWRITE":
                Refer(Verb.Updates, ThingKind.CicsFile, "FILE", "DATASET");
                break;
            case "DELETE":
                Refer(Verb.Deletes, ThingKind.CicsFile, "FILE", "DATASET");
                break;
            case "UNLOCK":
                Refer(Verb.Uses, ThingKind.CicsFile, "FILE", "DATASET");
                break;
            case "DEFINE":
                Refer(Verb.Uses, ThingKind.Program, "PROGRAM");
                Refer(Verb.Uses, ThingKind.Transaction, "TRANSID");
                break;
            // What these are about comes right after them: TRANSACTION elsewhere is where an answer goes to.
            case "INQUIRE" or "SET" or "DISCARD" or "ENABLE" or "DISABLE" when options.Count > 1 && !Browses():
                if (KindOf(options[1].Name) is { } kind)
                    Refer(Verb.Uses, kind, options[1].Name);
                break;
        }

        // A map set is a load module of its own; without one it has the map's name.
        void Screen(Verb verb)
        {
            if (Option("MAP") is not { } map)
                return;
            var mapset = Option("MAPSET") ?? map;
            Add(verb, ThingKind.Mapset, mapset, map.IsLiteral ? map.Argument : null);
            if (map.IsLiteral && mapset.IsLiteral)
                findings.Refer(new(from, verb, new(ThingKind.Map, $"{Upper(mapset)}.{Upper(map)}"), map.At, text));
            else if (!map.IsLiteral && mapset != map)
                Add(verb, ThingKind.Map, map, mapset.IsLiteral ? Upper(mapset) : null);
        }

        void Refer(Verb verb, ThingKind kind, params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
                if (Option(name) is { } option)
                {
                    Add(verb, kind, option, null);
                    return;
                }
        }

        // INQUIRE … NEXT says the names of all there are, one after the other.
        bool Browses()
        {
            foreach (var option in options)
                if (option.Name is "NEXT" or "START" or "END")
                    return true;
            return false;
        }

        CicsOption? Option(string name)
        {
            foreach (var option in options)
                if (option.Name == name && option.Argument is { Length: > 0 })
                    return option;
            return null;
        }

        void Add(Verb verb, ThingKind kind, CicsOption option, string? through) => findings.Refer(
            new(from, verb, new(kind, Upper(option)), option.At, text)
            {
                Certainty = option.IsLiteral ? Certainty.Certain : Certainty.Unresolved,
                Variable = option.IsLiteral ? null : Upper(option),
                Why = option.IsLiteral ? null : $"{Upper(option)} is a variable, whose value is known at run time.",
                Through = through,
            });
    }

    private static ThingKind? KindOf(string resource) => resource switch
    {
        "PROGRAM" => ThingKind.Program,
        "TRANSACTION" => ThingKind.Transaction,
        "FILE" or "DATASET" => ThingKind.CicsFile,
        "TDQUEUE" => ThingKind.Queue,
        _ => null,
    };

    private static string Upper(CicsOption option) => option.Argument!.Trim().ToUpperInvariant();
}
