using System.CommandLine;
using Sluice.Cli.Calls;

namespace Sluice.Cli.Changes;

internal static class ReviewChange
{
    public static Command Create(CommandTree tree)
    {
        var change = Fields.Change();
        var code = Fields.Among("--close-code", "How it went",
            "successful", "successful-with-issues", "unsuccessful", "backed-out", "not-implemented");
        var returnTo = Fields.Among("--return-to", "Does not close it, but sends it back", "authorize");
        var notes = Fields.Text("--notes", "What is to be remembered.", required: true);
        return tree.Command("review", "Looks back after it ran: closes it, or returns it for another try.",
            [
                "sluice change review CHG-1042 --close-code successful --notes \"As planned\"",
                "sluice change review CHG-1042 --return-to authorize --notes \"Backed out; again next week\"",
            ],
            [change, code, returnTo, notes],
            (session, ct) => session.Post(Address.Of("changes", session.Of(change), "review"), Fields.Body(
                ("closeCode", session.Of(code)), ("returnTo", session.Of(returnTo)), ("notes", session.Of(notes))), ct));
    }
}
