using System.CommandLine;
using Sluice.Mainframe.Estate;

namespace Sluice.Cli.Estates;

/// <summary><c>sluice where-used NAME</c>: everything that refers to it.</summary>
internal static class WhereUsed
{
    public static Command Create(CommandTree tree)
    {
        var name = new Argument<string>("NAME") { Description = "A program, copybook, data set, transaction, table, ..." };
        var place = EstateOptions.In();
        var depth = new Option<int>("--depth")
        {
            Description = "How many references to follow: 2 also says who uses those that use it.", HelpName = "N", DefaultValueFactory = _ => 1,
        };
        var down = new Option<bool>("--uses") { Description = "The other way: what it refers to." };
        return tree.Command("where-used", "Who refers to something, with file and line. Needs no server.",
            [
                "sluice where-used CVACT01Y --in ./src", "sluice where-used COACTUPC --in estate.snapshot --depth 3",
                "sluice where-used PAYJOB --uses --depth 2", "sluice where-used COACTUPC --json",
            ],
            [name, place, depth, down],
            async (session, ct) =>
            {
                using var estate = await OpenedEstate.Open(session, session.Of(place)!, ct);
                if (session.Of(depth) < 1)
                    throw new MisuseException("--depth is 1 or more.");
                var used = Of(estate.Graph, session.Of(name), session.Of(depth), session.Of(down)).ToList();
                if (session.Screen.IsJson)
                    session.Screen.Document(EstateJson.References(used));
                else if (used.Count == 0)
                    session.Screen.Error(session.Of(down)
                        ? $"{session.Of(name).ToUpperInvariant()} refers to nothing here."
                        : $"Nothing here refers to {session.Of(name).ToUpperInvariant()}.");
                else
                    ReferenceLines.Table(session.Screen, used);
                return used.Count > 0 ? Exit.Yes : Exit.Refused;
            });
    }

    /// <returns>With how many references away each is, the nearest first.</returns>
    private static IEnumerable<(int Distance, KnownReference Known)> Of(EstateGraph graph, string name, int depth, bool isDown)
    {
        if (isDown)
            return Walk.Down(graph, graph.Named(name), depth);
        var direct = graph.UsersOf(name).Select(known => (Distance: 1, Known: known)).ToList();
        return direct.Concat(Walk.Up(graph, direct.Select(step => step.Known.Reference.From), depth - 1)
            .Select(step => (step.Distance + 1, step.Known))).DistinctBy(step => Walk.Said(step.Known));
    }
}
