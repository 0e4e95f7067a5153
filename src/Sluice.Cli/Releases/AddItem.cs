using System.CommandLine;
using System.Text.Json.Nodes;
using Sluice.Cli.Calls;

namespace Sluice.Cli.Releases;

internal static class AddItem
{
    public static Command Create(CommandTree tree)
    {
        var release = Fields.Release();
        var change = Fields.Change();
        var order = new Option<int?>("--order") { Description = "Its place in the release.", HelpName = "NUMBER" };
        var dependsOn = Fields.Many("--depends-on", "A change of this release that has to be done first.", "CHANGE");
        return tree.Command("add", "Packs a change into it. One that is not approved yet blocks readiness, visibly.",
            [
                "sluice release add REL-27 CHG-1042 --order 1",
                "sluice release add REL-27 CHG-1043 --order 2 --depends-on CHG-1042",
            ],
            [release, change, order, dependsOn],
            (session, ct) => session.Post(Address.Of("releases", session.Of(release), "items"), Fields.Body(
                ("change", session.Of(change)), ("order", session.Of(order)),
                ("dependsOn", session.Of(dependsOn) is { Length: > 0 } others
                    ? new JsonArray([.. others.Select(other => JsonValue.Create(other))]) : null)), ct));
    }
}
