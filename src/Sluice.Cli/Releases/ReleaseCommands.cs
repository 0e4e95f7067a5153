using System.CommandLine;

namespace Sluice.Cli.Releases;

internal static class ReleaseCommands
{
    public static Command Create(CommandTree tree) => tree.Group(
        "release", "How does approved work get there, when, and in what order?",
        [
            "sluice release new --title \"March weekend\" --goal \"Payroll and limits\"",
            "sluice release add REL-27 CHG-1042",
            "sluice release ready REL-27",
        ],
        NewRelease.Create(tree), EditRelease.Create(tree), AddItem.Create(tree), RemoveItem.Create(tree), WriteRunbook.Create(tree),
        ScheduleRelease.Create(tree), ShowReadiness.Create(tree), DecideRelease.Create(tree), DoStep.Create(tree),
        Acts.WithReason(tree, Acts.Release, "start", "Executes it, if it is ready.", "All on the bridge", required: false),
        Acts.WithReason(tree, Acts.Release, "suspend", "Stops between steps.", "Waiting for the network team", required: false),
        Acts.WithReason(tree, Acts.Release, "resume", "Goes on.", "Network is back", required: false),
        Acts.WithReason(tree, Acts.Release, "cancel", "Calls it off; its changes lose their window.", "Storm warning", required: false),
        BackOut.Create(tree), ValidateItem.Create(tree), CloseRelease.Create(tree), ShowRelease.Create(tree),
        ListReleases.Create(tree), Acts.Comment(tree, Acts.Release), Acts.History(tree, Acts.Release));
}
