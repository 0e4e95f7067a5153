using System.CommandLine;
using Sluice.Cli.Calls;

namespace Sluice.Cli.Releases;

internal static class CloseRelease
{
    public static Command Create(CommandTree tree)
    {
        var release = Fields.Release();
        var outcome = Fields.Among("--outcome", "How it went", "successful", "successful-with-issues", "backed-out", "failed");
        outcome.Required = true;
        var notes = Fields.Text("--notes", "What is to be remembered.", required: true);
        return tree.Command("close", "Ends it, once every item has a result.",
            ["sluice release close REL-27 --outcome successful-with-issues --notes \"CHG-1043 backed out\""],
            [release, outcome, notes],
            (session, ct) => session.Post(Address.Of("releases", session.Of(release), "close"), Fields.Body(
                ("outcome", session.Of(outcome)), ("notes", session.Of(notes))), ct));
    }
}
