using System.CommandLine;
using System.Text.Json.Nodes;
using Sluice.Cli.Calls;

namespace Sluice.Cli.Releases;

internal static class DoStep
{
    public static Command Create(CommandTree tree)
    {
        var release = Fields.Release();
        var step = new Argument<string>("STEP") { Description = "Its key in the runbook." };
        var act = new Argument<string>("ACT") { Description = "start, complete, fail or skip." };
        act.AcceptOnlyFromAmong("start", "complete", "fail", "skip");
        var notes = Fields.Text("--notes", "What happened.");
        var evidence = Fields.Many("--evidence", "SHA-256 of evidence that is attached already.", "HEX");
        return tree.Command("step", "Does a step of the runbook.",
            [
                "sluice release step REL-27 copy-payroll start",
                "sluice release step REL-27 copy-payroll complete --notes \"RC 0\"",
                "sluice release step REL-27 copy-payroll fail --notes \"S0C7 in STEP2\"",
            ],
            [release, step, act, notes, evidence],
            (session, ct) => session.Post(
                Address.Of("releases", session.Of(release), "steps", session.Of(step), session.Of(act)), Fields.Body(
                    ("notes", session.Of(notes)),
                    ("evidence", session.Of(evidence) is { Length: > 0 } digests
                        ? new JsonArray([.. digests.Select(digest => JsonValue.Create(digest))]) : null)), ct));
    }
}
