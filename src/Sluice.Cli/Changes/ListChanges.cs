using System.CommandLine;
using System.Text.Json.Nodes;
using Sluice.Cli.Output;

namespace Sluice.Cli.Changes;

internal static class ListChanges
{
    public static Command Create(CommandTree tree)
    {
        var status = Fields.Many("--status", "At the gate: draft, assess, authorize, approved, …", "STATUS");
        var delivery = Fields.Many("--delivery-status", "In the channel: unplanned, planned, scheduled, ready, …", "STATUS");
        var kind = Fields.Many("--kind", "normal, emergency, …", "KIND");
        var risk = Fields.Many("--risk", "low, medium or high.", "RISK");
        var system = Fields.Many("--system", "A system it touches.", "KEY");
        var listing = new Listing();
        return tree.Command("list", "Changes with both their statuses, newest first.",
            [
                "sluice change list --status authorize --system core-batch",
                "sluice change list --query payroll --all --json",
                "sluice change list --status approved --delivery-status unplanned --watch",
            ],
            [status, delivery, kind, risk, system, .. listing.Options],
            (session, ct) => listing.Show(session, "/changes",
                [
                    .. Each("status", session.Of(status)), .. Each("deliveryStatus", session.Of(delivery)),
                    .. Each("kind", session.Of(kind)), .. Each("risk", session.Of(risk)), .. Each("system", session.Of(system)),
                ],
                Write, ShowChange.HasEnded, ct));
    }

    private static IEnumerable<(string, string?)> Each(string name, string[]? values) =>
        (values ?? []).Select(value => (name, (string?)value));

    private static void Write(Screen screen, JsonNode page)
    {
        string[] headers = ["Change", "Gate", "Channel", "Kind", "Risk", "Systems", "Release", "Title"];
        screen.Table(headers, page.Items("items").Select(c => (string[])
        [
            c.Text("ref"), Reading.Words(c.Text("status")), Reading.Words(c.Text("deliveryStatus")), c.Text("kind"),
            c.Text("risk"), c.Text("systems"), c.Text("release"), c.Text("title"),
        ]));
        Listing.WriteMore(screen, page);
    }
}
