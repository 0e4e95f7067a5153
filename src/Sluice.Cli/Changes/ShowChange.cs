using System.CommandLine;
using System.Text.Json.Nodes;
using Sluice.Cli.Calls;
using Sluice.Cli.Output;

namespace Sluice.Cli.Changes;

internal static class ShowChange
{
    public static Command Create(CommandTree tree)
    {
        var change = Fields.Change();
        return tree.Command("show", "What it says, how it stands, what you may do.",
            [
                "sluice change show CHG-1042",
                "sluice change show CHG-1042 --json | jq .digest",
                "sluice change show CHG-1042 --watch",
            ],
            [change],
            (session, ct) => session.Show(Address.Of("changes", session.Of(change)), Write, HasEnded, null, ct));
    }

    /// <summary>Nothing more can happen to it.</summary>
    public static bool HasEnded(JsonNode change) => change.Text("status") is "closed" or "cancelled";

    private static void Write(Screen screen, JsonNode change)
    {
        screen.Line($"{change.Text("ref")}  {change.Text("title")}");
        screen.Fields(
            ("Gate", Reading.Words(change.Text("status"))),
            ("Channel", $"{Reading.Words(change.Text("deliveryStatus"))} {change.Text("release")}".TrimEnd()),
            ("Flags", change.Text("flags")),
            ("Kind", change.Text("kind")),
            ("Risk", Risk(change)),
            ("Systems", change.Text("systems")),
            ("Customers", change.Text("customers")),
            ("Depends on", change.Text("dependsOn")),
            ("Security impact", change.Text("securityImpact")),
            ("Requested", Window(change.Member("requestedWindow"), screen.Zone)),
            ("Requester", change.Text("requester")),
            ("Reason", change.Text("reason")),
            ("Implementation", change.Text("implementationPlan")),
            ("Test", change.Text("testPlan")),
            ("Backout", change.Text("backoutPlan")),
            ("Still needed", change.Text("stillNeeded")),
            ("Authorized until", change.Member("authorization").Moment("expiresAt", screen.Zone)),
            ("Deferred until", change.Moment("deferredUntil", screen.Zone)),
            ("Delayed", change.Text("delayReason")),
            ("Last result", Reading.Words(change.Text("lastResult"))),
            ("Close code", change.Text("closeCode")),
            ("Revision", $"{change.Text("revision")} (version {change.Text("version")})"),
            ("Digest", change.Text("digest")));
        Section(screen, change, "artefacts", ["Kind", "Name", "Location", "Author", "SHA-256"], a =>
            [a.Text("kind"), a.Text("name"), a.Text("location"), a.Text("author"), a.Text("sha256")]);
        Section(screen, change, "decisions", ["Decision", "By", "At", "Seat", "Stands", "Comment"], d =>
            [d.Text("decision"), d.Text("by"), d.Moment("at", screen.Zone), d.Text("seat"), d.Text("stands"), d.Text("comment")]);
        Section(screen, change, "evidence", ["Kind", "Title", "SHA-256"], e =>
            [e.Text("kind"), e.Text("title"), e.Text("sha256")]);
        ActionsView.Write(screen, change);
    }

    private static string Risk(JsonNode change) => change.Member("assessment") is { } assessment
        ? $"{change.Text("risk")} ({assessment.Text("likelihood")} × {assessment.Text("impact")}, {assessment.Text("by")})"
        : change.Text("risk");

    private static string Window(JsonNode? window, TimeZoneInfo zone) =>
        window is null ? "" : $"{window.Moment("from", zone)} until {window.Moment("until", zone)}";

    private static void Section(
        Screen screen, JsonNode change, string name, string[] headers, Func<JsonNode?, string[]> row)
    {
        var rows = change.Items(name).Select(row).ToList();
        if (rows.Count == 0)
            return;
        screen.Line();
        screen.Line(Reading.Words(name));
        screen.Table(headers, rows);
    }
}
