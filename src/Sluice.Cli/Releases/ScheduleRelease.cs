using System.CommandLine;
using Sluice.Cli.Calls;

namespace Sluice.Cli.Releases;

internal static class ScheduleRelease
{
    public static Command Create(CommandTree tree)
    {
        var release = Fields.Release();
        var interval = new IntervalFields();
        return tree.Command("schedule", "Commits it to a window, or to an interval of its own.",
            [
                "sluice release schedule REL-27 --window 2026-W10",
                "sluice release schedule REL-27 --from 2026-03-07T21:00Z --until 2026-03-08T02:00Z --zone Europe/Zurich",
            ],
            [release, .. interval.All],
            (session, ct) => session.Post(
                Address.Of("releases", session.Of(release), "schedule"), Fields.Body(interval.Of(session)), ct));
    }
}
