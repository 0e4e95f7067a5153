using System.CommandLine;
using Sluice.Cli.Calls;

namespace Sluice.Cli.Releases;

internal static class ValidateItem
{
    public static Command Create(CommandTree tree)
    {
        var release = Fields.Release();
        var change = Fields.Change();
        var result = new Argument<string>("RESULT") { Description = "passed or failed." };
        result.AcceptOnlyFromAmong("passed", "failed");
        var notes = Fields.Text("--notes", "What was checked.");
        return tree.Command("validate", "Says whether a change does in production what it should.",
            [
                "sluice release validate REL-27 CHG-1042 passed --notes \"Totals agree\"",
                "sluice release validate REL-27 CHG-1043 failed --notes \"Report is empty\"",
            ],
            [release, change, result, notes],
            (session, ct) => session.Post(Address.Of("releases", session.Of(release), "validate"), Fields.Body(
                ("change", session.Of(change)), ("passed", session.Of(result) == "passed"), ("notes", session.Of(notes))), ct));
    }
}
