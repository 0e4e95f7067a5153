using System.CommandLine;
using Sluice.Cli.Calls;

namespace Sluice.Cli.Releases;

internal static class DecideRelease
{
    public static Command Create(CommandTree tree)
    {
        var release = Fields.Release();
        var decision = new Argument<string>("DECISION") { Description = "go or no-go." };
        decision.AcceptOnlyFromAmong("go", "no-go");
        var comment = Fields.Text("--comment", "What you have to say about it.");
        return tree.Command("decide", "Go or no-go. Go signs the runbook as it is.",
            [
                "sluice release decide REL-27 go --comment \"All green\"",
                "sluice release decide REL-27 no-go --comment \"Storage is degraded\"",
            ],
            [release, decision, comment],
            (session, ct) => session.Post(Address.Of("releases", session.Of(release), "decision"), Fields.Body(
                ("decision", session.Of(decision)), ("comment", session.Of(comment))), ct));
    }
}
