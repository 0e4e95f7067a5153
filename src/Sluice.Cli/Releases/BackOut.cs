using System.CommandLine;
using Sluice.Cli.Calls;

namespace Sluice.Cli.Releases;

internal static class BackOut
{
    public static Command Create(CommandTree tree)
    {
        var release = Fields.Release();
        var reason = Fields.Reason();
        var change = new Option<string?>("--change") { Description = "One item alone; otherwise all.", HelpName = "CHANGE" };
        return tree.Command("back-out", "Makes the back-out steps of what was done pending, in reverse order.",
            [
                "sluice release back-out REL-27 --change CHG-1042 --reason \"Totals differ\"",
                "sluice release back-out REL-27 --reason \"Window is closing\"",
            ],
            [release, reason, change],
            (session, ct) => session.Post(Address.Of("releases", session.Of(release), "back-out"), Fields.Body(
                ("reason", session.Of(reason)), ("change", session.Of(change))), ct));
    }
}
