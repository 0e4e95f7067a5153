using System.CommandLine;
using Sluice.Cli.Output;
using Sluice.Mainframe;
using Sluice.Mainframe.Estate;

namespace Sluice.Cli.Estates;

/// <summary><c>sluice scan DIR</c>: what is in the sources, and how sure that is.</summary>
internal static class ScanFolder
{
    public static Command Create(CommandTree tree)
    {
        var folder = new Argument<string>("DIR") { Description = "A folder of sources, as they were unloaded or cloned." };
        var csv = new Option<bool>("--csv") { Description = "Every reference as a line of CSV." };
        return tree.Command("scan", "Reads z/OS sources and says what refers to what. Needs no server.",
            ["sluice scan ./src", "sluice scan ./src --json > estate.json", "sluice scan ./src --csv > references.csv"],
            [folder, csv],
            async (session, ct) =>
            {
                var scan = await session.Screen.Progress(
                    "Reading members", progress => SourceFolder.Read(session.Of(folder), progress, ct));
                var estate = WholeEstate.Of(scan.Members);
                if (session.Screen.IsJson)
                    session.Screen.Document(EstateJson.Of(estate, scan.Skipped));
                else if (session.Of(csv))
                    ReferenceLines.Csv(session.Screen, estate.References);
                else
                    Write(session.Screen, estate, scan);
                return Exit.Yes;
            });
    }

    private static void Write(Screen screen, WholeEstate estate, SourceFolder.Scan scan)
    {
        screen.Line($"{estate.Members.Count:N0} members, {estate.Members.Sum(member => (long)member.Reading.Lines):N0} lines.");
        screen.Table(["kind", "members", "lines"], estate.Members.GroupBy(member => member.Reading.Kind).OrderBy(kind => kind.Key)
            .Select(kind => (string[])[EstateJson.Words(kind.Key), $"{kind.Count():N0}", $"{kind.Sum(member => (long)member.Reading.Lines):N0}"]));
        screen.Line();
        screen.Table(["refers to", "certain", "candidate", "unresolved"],
            estate.References.GroupBy(known => (known.Reference.Verb, known.Reference.To.Kind)).OrderBy(group => group.Key)
                .Select(group => (string[])
                [
                    $"{EstateJson.Words(group.Key.Verb)} {EstateJson.Words(group.Key.Kind)}", Count(group, Certainty.Certain),
                    Count(group, Certainty.Candidate), Count(group, Certainty.Unresolved),
                ]));
        foreach (var member in estate.Members)
            foreach (var diagnostic in member.Reading.Diagnostics)
                screen.Error($"{member.Path}:{diagnostic.At}: {diagnostic.Code}: {diagnostic.Words}");
        foreach (var (path, why) in scan.Skipped)
            screen.Error($"{path}: skipped: {why}");
    }

    private static string Count(IEnumerable<KnownReference> references, Certainty certainty) =>
        $"{references.Count(known => known.Reference.Certainty == certainty):N0}";
}
