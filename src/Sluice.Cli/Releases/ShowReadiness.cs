using System.CommandLine;
using System.Text.Json.Nodes;
using Sluice.Cli.Calls;
using Sluice.Cli.Output;

namespace Sluice.Cli.Releases;

internal static class ShowReadiness
{
    public static Command Create(CommandTree tree)
    {
        var release = Fields.Release();
        return tree.Command("ready", "Is it ready? Every check with its state. Exits with 0 when ready and 1 when not.",
            [
                "sluice release ready REL-27",
                "sluice release ready REL-27 --watch && sluice release decide REL-27 go --comment \"All green\"",
            ],
            [release],
            (session, ct) => session.Show(
                Address.Of("releases", session.Of(release), "readiness"), Write, IsReady, IsReady, ct));
    }

    private static bool IsReady(JsonNode readiness) => readiness.Text("ready") == "true";

    private static void Write(Screen screen, JsonNode readiness)
    {
        screen.Line(IsReady(readiness) ? "Ready" : "Not ready");
        screen.Table(["State", "Check", "Change", "Title", "Detail"], readiness.Items("checks").Select(check => (string[])
            [check.Text("state"), check.Text("code"), check.Text("change"), check.Text("title"), check.Text("detail")]));
    }
}
