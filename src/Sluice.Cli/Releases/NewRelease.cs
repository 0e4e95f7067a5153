using System.CommandLine;

namespace Sluice.Cli.Releases;

internal static class NewRelease
{
    public static Command Create(CommandTree tree)
    {
        var title = Fields.Text("--title", "What it is, on one line.");
        var goal = Fields.Text("--goal", "What is to be reached.");
        var interval = new IntervalFields();
        return tree.Command("new", "Plans a release. Its interval is a wish until it is scheduled.",
            [
                "sluice release new --title \"March weekend\" --goal \"Payroll and limits\"",
                "sluice release new --title \"Hotfix\" --goal \"Stop the leak\" --from +1h --until +3h --zone Europe/Zurich",
            ],
            [title, goal, .. interval.All],
            (session, ct) => session.Post("/releases", Fields.Body(
                [("title", session.Of(title)), ("goal", session.Of(goal)), .. interval.Of(session)]), ct));
    }
}
