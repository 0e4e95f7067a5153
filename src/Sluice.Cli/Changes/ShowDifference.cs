using System.CommandLine;
using System.Text.Json.Nodes;
using Sluice.Cli.Calls;
using Sluice.Cli.Output;

namespace Sluice.Cli.Changes;

internal static class ShowDifference
{
    public static Command Create(CommandTree tree)
    {
        var change = Fields.Change();
        var from = new Option<int?>("--from") { Description = "Earlier; otherwise the last but one.", HelpName = "NUMBER" };
        var to = new Option<int?>("--to") { Description = "The later; the last when left out.", HelpName = "NUMBER" };
        return tree.Command("diff", "What one revision says that another does not.",
            ["sluice change diff CHG-1042", "sluice change diff CHG-1042 --from 1 --to 3"],
            [change, from, to],
            (session, ct) => session.Act(
                HttpMethod.Get,
                Address.Of("changes", session.Of(change), "difference") + Address.Query(
                    ("from", Address.Number(session.Of(from))), ("to", Address.Number(session.Of(to)))),
                null, Write, ct));
    }

    private static void Write(Screen screen, JsonNode difference)
    {
        screen.Line($"{difference.Text("ref")}  revision {difference.Text("from")} → {difference.Text("to")}");
        foreach (var altered in difference.Items("altered"))
        {
            screen.Line(altered.Text("pointer"));
            // A list says what went and what came; repeating the rest would hide it.
            var isList = altered.Member("added") is not null || altered.Member("removed") is not null;
            foreach (var line in isList ? altered.Items("removed") : [altered.Member("before")])
                screen.Line($"  - {line.AsText()}");
            foreach (var line in isList ? altered.Items("added") : [altered.Member("after")])
                screen.Line($"  + {line.AsText()}");
        }
    }
}
