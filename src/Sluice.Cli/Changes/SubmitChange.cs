using System.CommandLine;
using Sluice.Cli.Calls;

namespace Sluice.Cli.Changes;

internal static class SubmitChange
{
    public static Command Create(CommandTree tree)
    {
        var change = Fields.Change();
        var answer = Fields.Text("--answer", "To what was asked, when information was requested.");
        return tree.Command("submit", "Hands it in for assessment, or answers a request for information.",
            [
                "sluice change submit CHG-1042",
                "sluice change submit CHG-1042 --answer \"Tested with last year's file\"",
            ],
            [change, answer],
            (session, ct) => session.Post(
                Address.Of("changes", session.Of(change), "submit"), Fields.Body(("answer", session.Of(answer))), ct));
    }
}
