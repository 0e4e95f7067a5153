using System.CommandLine;
using Sluice.Cli.Calls;

namespace Sluice.Cli.Changes;

internal static class AssessChange
{
    public static Command Create(CommandTree tree)
    {
        var change = Fields.Change();
        var likelihood = Score("--likelihood", "That it goes wrong, 1 to 5.");
        var impact = Score("--impact", "If it does, 1 to 5.");
        var reasons = Fields.Text("--reasons", "What moved the score.", required: true);
        var dependencies = Fields.Text("--dependencies", "What else is touched.");
        var recovery = Fields.Text("--recovery", "How long to be back, and how.");
        return tree.Command("assess", "Says how risky it is: risk is likelihood times impact.",
            ["sluice change assess CHG-1042 --likelihood 2 --impact 4 --reasons \"Month end\" --recovery \"Restore, 20 min\""],
            [change, likelihood, impact, reasons, dependencies, recovery],
            (session, ct) => session.Post(Address.Of("changes", session.Of(change), "assessment"), Fields.Body(
                ("likelihood", session.Of(likelihood)), ("impact", session.Of(impact)), ("reasons", session.Of(reasons)),
                ("dependencies", session.Of(dependencies)), ("recovery", session.Of(recovery))), ct));
    }

    private static Option<int> Score(string name, string description) =>
        new(name) { Description = description, HelpName = "1–5", Required = true };
}
