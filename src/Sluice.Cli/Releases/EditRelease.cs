using System.CommandLine;
using Sluice.Cli.Calls;

namespace Sluice.Cli.Releases;

internal static class EditRelease
{
    public static Command Create(CommandTree tree)
    {
        var release = Fields.Release();
        var title = Fields.Text("--title", "What it is, on one line.");
        var goal = Fields.Text("--goal", "What is to be reached.");
        var interval = new IntervalFields();
        var version = new Option<long?>("--version")
        {
            Description = "The version you mean to edit; the one that is there now when left out.",
            HelpName = "NUMBER",
        };
        return tree.Command("edit", "Edits what it is called and for; while planning, also when it is meant to run.",
            [
                "sluice release edit REL-27 --title \"April weekend\" --goal \"Payroll, limits and letters\"",
                "sluice release edit REL-27 --window 2026-W14 --version 7",
                "sluice release edit REL-27 --from 2026-04-04T20:00Z --until 2026-04-05T02:00Z --zone Europe/Zurich",
            ],
            [release, title, goal, .. interval.All, version],
            (session, ct) =>
            {
                var body = Fields.Body([("title", session.Of(title)), ("goal", session.Of(goal)), .. interval.Of(session)]);
                if (body.Count == 0)
                    throw new MisuseException("Say what to edit.");
                return session.Change(
                    HttpMethod.Patch, Address.Of("releases", session.Of(release)), "", body, session.Of(version), ct);
            });
    }
}
