using System.CommandLine;
using System.Text.Json.Nodes;
using Sluice.Cli.Calls;
using Sluice.Cli.Output;

namespace Sluice.Cli.Releases;

internal static class ShowRelease
{
    private static readonly string[] Ended = ["completed", "completed-with-exceptions", "backed-out", "failed", "cancelled"];

    public static Command Create(CommandTree tree)
    {
        var release = Fields.Release();
        return tree.Command("show", "Its items with both their statuses, its runbook, what you may do.",
            ["sluice release show REL-27", "sluice release show REL-27 --watch"], [release],
            (session, ct) => session.Show(Address.Of("releases", session.Of(release)), Write, HasEnded, null, ct));
    }

    public static bool HasEnded(JsonNode release) => Ended.Contains(release.Text("status"));

    private static void Write(Screen screen, JsonNode release)
    {
        screen.Line($"{release.Text("ref")}  {release.Text("title")}");
        screen.Fields(
            ("Status", Reading.Words(release.Text("status"))),
            ("Goal", release.Text("goal")),
            ("Systems", release.Text("systems")),
            ("Window", release.Text("window")),
            ("From", release.Moment("from", screen.Zone)),
            ("Until", release.Moment("until", screen.Zone)),
            ("Zone", release.Text("zone")),
            ("Planned", release.Text("plannedMinutes") is { Length: > 0 } minutes ? minutes + " minutes" : ""),
            ("Go by", release.Text("goBy")),
            ("Started", release.Moment("startedAt", screen.Zone)),
            ("Ended", release.Moment("endedAt", screen.Zone)),
            ("Version", release.Text("version")));
        string[] items = ["Order", "Change", "Gate", "Channel", "Authorized", "Result", "After", "Title"];
        Section(screen, "Items", items, release.Items("items").Select(item => (string[])
        [
            item.Text("order"), item.Text("change"), Reading.Words(item.Text("status")), Reading.Words(item.Text("deliveryStatus")),
            item.Text("authorized") == "true" ? "yes" : "no", Reading.Words(item.Text("result")), item.Text("dependsOn"),
            item.Text("title"),
        ]));
        string[] steps = ["Step", "Phase", "State", "Change", "Who", "Done by", "Minutes", "After", "You may", "Title"];
        Section(screen, "Runbook", steps, release.Items("steps").Select(s => (string[])
        [
            s.Text("key"), s.Text("phase"), Reading.Words(s.Text("status")), s.Text("change"),
            $"{s.Text("owner")} {s.Text("team")}".Trim(), s.Text("doers"), s.Text("minutes"), s.Text("dependsOn"),
            s.Text("allowedActions"), s.Text("title"),
        ]));
        ActionsView.Write(screen, release);
    }

    private static void Section(Screen screen, string title, string[] headers, IEnumerable<string[]> rows)
    {
        screen.Line();
        screen.Line(title);
        screen.Table(headers, rows);
    }
}
