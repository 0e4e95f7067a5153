using System.CommandLine;
using System.Text.Json.Nodes;
using Sluice.Cli.Output;

namespace Sluice.Cli.Releases;

internal static class ListReleases
{
    public static Command Create(CommandTree tree)
    {
        var status = Fields.Many("--status", "planning, scheduled, ready, executing, …", "STATUS");
        var system = Fields.Many("--system", "A system it touches.", "KEY");
        var from = Fields.Moment("--from", "Not over before.");
        var until = Fields.Moment("--until", "Begins before.");
        var listing = new Listing(isSorted: false);
        return tree.Command("list", "Releases, newest first.",
            [
                "sluice release list --status scheduled --status ready",
                "sluice release list --from 2026-03-07T00:00Z --until 2026-03-09T00:00Z",
            ],
            [status, system, from, until, .. listing.Options],
            (session, ct) => listing.Show(session, "/releases",
                [
                    .. session.Of(status)!.Select(value => ("status", (string?)value)),
                    .. session.Of(system)!.Select(value => ("system", (string?)value)),
                    ("from", session.Moment(from)), ("until", session.Moment(until)),
                ],
                Write, ShowRelease.HasEnded, ct));
    }

    private static void Write(Screen screen, JsonNode page)
    {
        screen.Table(["Release", "Status", "Window", "From", "Until", "Changes", "Title"], page.Items("items").Select(release => (string[])
        [
            release.Text("ref"), Reading.Words(release.Text("status")), release.Text("window"),
            release.Moment("from", screen.Zone), release.Moment("until", screen.Zone),
            string.Join(", ", release.Items("changes").Select(item => $"{item.Text("change")} {item.Text("deliveryStatus")}")),
            release.Text("title"),
        ]));
        Listing.WriteMore(screen, page);
    }
}
