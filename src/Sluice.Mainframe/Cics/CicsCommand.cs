namespace Sluice.Mainframe.Cics;

/// <summary>What an EXEC CICS command refers to, whatever language it stands in: that one cuts it into options.</summary>
/// <remarks>CICS Transaction Server for z/OS Application Programming Reference, chapter "CICS API commands".</remarks>
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

    private static string Upper(CicsOption option) => option.Argument!.Trim().ToUpperInvariant();
}
