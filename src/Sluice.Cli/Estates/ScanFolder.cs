using System.CommandLine;
using Sluice.Cli.Output;
using Sluice.Mainframe;
using Sluice.Mainframe.Estate;

namespace Sluice.Cli.Estates;

/// <summary><c>sluice scan DIR</c>: what is in the sources, and how sure that is.</summary>
internal static class ScanFolder
{
    private const int MostListed = 100;

    public static Command Create(CommandTree tree)
    {
        var folder = new Argument<string>("DIR") { Description = "A folder of sources, as they were unloaded or cloned." };
        var csv = new Option<bool>("--csv") { Description = "Every reference as a line of CSV." };
        var keep = new Option<string?>("--snapshot")
        {
            Description = "Keeps what was read in this file. If it is there already, only what has changed since is read.",
            HelpName = "FILE",
        };
        var first = Fields.Many(
            "--first", "A folder below DIR whose members come before those of the others, as in a concatenation of libraries.", "FOLDER");
        return tree.Command("scan", "Reads z/OS sources and says what refers to what. Needs no server.",
            [
                "sluice scan ./src", "sluice scan ./src --snapshot estate.snapshot", "sluice scan ./src --first FIXLIB",
                "sluice scan ./src --json > estate.json", "sluice scan ./src --csv > references.csv",
            ],
            [folder, csv, keep, first],
            async (session, ct) =>
            {
                using var estate = await OpenedEstate.Scan(
                    session, () => SourceFolder.List(session.Of(folder), session.Of(first)!, session.Of(keep), session.Now), session.Of(keep), ct);
                if (session.Screen.IsJson)
                    session.Screen.Document(EstateJson.Of(estate.Graph, ct));
                else if (session.Of(csv))
                    ReferenceLines.Csv(session.Screen, estate.Graph.References().Until(ct));
                else
                    await Write(session.Screen, estate);
                return Exit.Yes;
            });
    }

    private static async Task Write(Screen screen, OpenedEstate estate)
    {
        var graph = estate.Graph;
        // What is wrong is looked for while what is there is counted.
        var diagnosed = Task.Run(() => graph.Snapshot.Diagnosed().SelectMany(member => graph.Snapshot.Diagnostics(member)
            .Select(diagnostic => $"{member.Path}:{diagnostic.At}: {diagnostic.Code}: {diagnostic.Words}")).Take(MostListed + 1).ToList());
        var hidden = Task.Run(() => Concatenation.Of(graph).Take(MostListed + 1).Select(hidden =>
            $"{EstateJson.Words(hidden.What.Kind)} {hidden.What.Name}: {hidden.First.Path} is found first and hides {string.Join(", ", hidden.Others.Select(other => other.Path))}")
            .ToList());
        var members = graph.Snapshot.CountMembers();
        screen.Line($"{members.Sum(kind => kind.Members):N0} members, {members.Sum(kind => kind.Lines):N0} lines; {estate.Read:N0} read now. Digest {graph.Snapshot.Digest()}");
        screen.Table(["kind", "members", "lines"], members.Select(kind => (string[])[EstateJson.Words(kind.Kind), $"{kind.Members:N0}", $"{kind.Lines:N0}"]));
        screen.Line();
        var counts = new Dictionary<(Verb, ThingKind), int[]>();
        foreach (var (verb, kind, certainty, number) in graph.Snapshot.CountReferences())
        {
            if (!counts.TryGetValue((verb, kind), out var count))
                counts[(verb, kind)] = count = new int[3];
            count[(int)certainty] += number;
        }
        screen.Table(["refers to", "certain", "candidate", "unresolved"], counts.OrderBy(count => count.Key).Select(count => (string[])
        [
            $"{EstateJson.Words(count.Key.Item1)} {EstateJson.Words(count.Key.Item2)}", .. count.Value.Select(number => $"{number:N0}"),
        ]));
        Complain(screen, await diagnosed);
        Complain(screen, await hidden);
        Complain(screen, [.. graph.Snapshot.Skipped()
            .Select(entry => $"{entry.Path}: skipped: {entry.Skipped}").Take(MostListed + 1)]);
    }

    private static void Complain(Screen screen, List<string> complaints)
    {
        foreach (var complaint in complaints.Take(MostListed))
            screen.Error(complaint);
        if (complaints.Count > MostListed)
            screen.Error("... and more; --json has them all.");
    }
}
