using System.CommandLine;
using System.Text.Json.Nodes;
using Sluice.Cli.Calls;

namespace Sluice.Cli.Releases;

internal static class WriteRunbook
{
    public static Command Create(CommandTree tree)
    {
        var release = Fields.Release();
        var file = new Argument<string>("FILE") { Description = "JSON: {\"steps\":[…]} or the steps alone; - reads the input." };
        var version = new Option<long?>("--version")
        {
            Description = "The version you mean to edit; the one that is there now when left out.",
            HelpName = "NUMBER",
        };
        return tree.Command("runbook", "Replaces its ordered steps. After go this voids the go.",
            [
                "sluice release runbook REL-27 runbook.json",
                "sluice release show REL-27 --json | jq '{steps: .steps}' | sluice release runbook REL-27 -",
            ],
            [release, file, version],
            (session, ct) =>
            {
                var steps = Files.Json(session.Of(file), session.Around.In);
                return session.Change(
                    HttpMethod.Put, Address.Of("releases", session.Of(release)), "/runbook",
                    steps is JsonArray ? new JsonObject { ["steps"] = steps } : steps, session.Of(version), ct);
            });
    }
}
