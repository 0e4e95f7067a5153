using System.CommandLine;

namespace Sluice.Cli.Changes;

internal static class ChangeCommands
{
    public static Command Create(CommandTree tree) => tree.Group(
        "change", "May this happen? Requests, assessments and decisions.",
        [
            "sluice change new --file change.json",
            "sluice change list --status authorize --status assess",
            "sluice change show CHG-1042",
        ],
        NewChange.Create(tree), EditChange.Create(tree), AttachMembers.Create(tree), SubmitChange.Create(tree),
        AssessChange.Create(tree), DecideChange.Create(tree), ChangeEvidence.Create(tree), ReviewChange.Create(tree),
        ShowChange.Create(tree), ListChanges.Create(tree), ShowDifference.Create(tree),
        Acts.WithReason(tree, Acts.Change, "hold", "Puts it aside; its authorization is not live.", "Vendor recalled the fix"),
        Acts.WithReason(tree, Acts.Change, "resume", "Ends a hold.", "New fix has arrived"),
        Acts.WithReason(tree, Acts.Change, "revise", "Takes up a rejected change again.", "Backout plan rewritten"),
        Acts.WithReason(tree, Acts.Change, "cancel", "Calls it off for good.", "Superseded by CHG-1050"),
        Acts.Comment(tree, Acts.Change), Acts.History(tree, Acts.Change));
}
