using System.CommandLine;
using System.Text.Json.Nodes;
using Sluice.Cli.Output;
using Sluice.Mainframe;
using Sluice.Mainframe.Estate;

namespace Sluice.Cli.Estates;

/// <summary><c>sluice impact MEMBER...</c>: what a change to them can reach.</summary>
internal static class AskImpact
{
    public static Command Create(CommandTree tree)
    {
        var members = EstateOptions.Members();
        var place = EstateOptions.In();
        var depth = new Option<int>("--depth")
        {
            Description = "How many references to follow.", HelpName = "N", DefaultValueFactory = _ => 10,
        };
        var data = new Option<int>("--data")
        {
            Description = "How often to go on through data, from who writes it to who reads it. 0 leaves data out.", HelpName = "N",
            DefaultValueFactory = _ => 1,
        };
        return tree.Command("impact", "What a change to members can reach: programs, jobs, transactions, data. Needs no server.",
            ["sluice impact CVACT01Y --in ./src", "sluice impact CBACT01C CVACT01Y --in estate.snapshot --data 0", "sluice impact CVACT01Y --json"],
            [members, place, depth, data],
            async (session, ct) =>
            {
                if (session.Of(depth) < 1 || session.Of(data) < 0)
                    throw new MisuseException("--depth is 1 or more, --data 0 or more.");
                using var estate = await OpenedEstate.Open(session, session.Of(place)!, ct);
                var changed = Changed(estate.Graph, session.Of(members));
                var reached = Impact.Of(estate.Graph, changed, session.Of(depth), session.Of(data)).ToList();
                if (session.Screen.IsJson)
                    session.Screen.Document(("reached", reached.Select(Json)));
                else if (reached.Count == 0)
                    session.Screen.Line("Nothing here refers to it.");
                else
                    Write(session.Screen, reached);
                if (reached.Exists(one => one.Distance == session.Of(depth)))
                    session.Screen.Error($"Not followed further than {session.Of(depth)} references: --depth goes on.");
                return Exit.Yes;
            });
    }

    // What is no member can change too: a data set, a table.
    private static IReadOnlyList<Thing> Changed(EstateGraph graph, IReadOnlyList<string> names) => [.. names.SelectMany(name =>
        graph.MembersNamed(name) is { Count: > 0 } members ? members.SelectMany(graph.Held)
        : graph.Named(name).ToList() is { Count: > 0 } things ? things
        : throw new MisuseException($"There is nothing called {name} here.")).Distinct()];

    private static void Write(Screen screen, IReadOnlyList<Reached> reached)
    {
        screen.Table(["far", "what", "because", "where", "certainty"], reached.Select(one => (string[])
        [
            $"{one.Distance}", $"{EstateJson.Words(one.Thing.Kind)} {one.Thing.Name}", Because(one),
            $"{one.By!.Member.Path}:{one.By.Reference.At.Line}", EstateJson.Words(one.Certainty),
        ]));
        screen.Line();
        screen.Line(string.Join(", ", reached.GroupBy(one => one.Thing.Kind).OrderBy(kind => kind.Key)
            .Select(kind => Counted(kind.Count(), EstateJson.Words(kind.Key)))) + ".");
    }

    private static string Counted(int count, string kind) => $"{count:N0} {kind}{(count == 1 ? "" : kind.EndsWith('x') ? "es" : "s")}";

    private static string Because(Reached one)
    {
        var by = one.By!.Reference;
        var sentence = by.From == one.Thing
            ? $"{EstateJson.Words(by.Verb)} {one.From!.Value.Name}"
            : $"{one.From!.Value.Name} {EstateJson.Words(by.Verb)} it";
        return one.IsByData ? $"{sentence} (data)" : sentence;
    }

    private static JsonNode Json(Reached one) => new JsonObject
    {
        ["kind"] = EstateJson.Words(one.Thing.Kind), ["name"] = one.Thing.Name, ["distance"] = one.Distance,
        ["byData"] = one.IsByData, ["certainty"] = EstateJson.Words(one.Certainty), ["from"] = EstateJson.Thing(one.From!.Value),
        ["by"] = EstateJson.Reference(one.By!),
    };
}
