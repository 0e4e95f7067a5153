using Sluice.Changes;
using Sluice.Releases;
using Sluice.Releases.Runbooks;

namespace Sluice.Web.Pages.Parts;

/// <summary>What follows from an act that binds or cannot be taken back, in words, beside its button.</summary>
public static class Consequence
{
    public static string OfStart(ShowRelease.Response release) =>
        $"Every check is made once more, against the clock. Then {Count(release.Items.Count, "change")} in it "
        + "cannot be edited, held or cancelled any more, and a started release cannot be unstarted: what is done is only undone by backing it out.";

    public static string OfBackOut(ShowRelease.Response release)
    {
        var done = release.Steps.Count(step => step.Phase is StepPhase.Prepare or StepPhase.Implement
            && step.Status is StepStatus.InProgress or StepStatus.Done or StepStatus.Failed);
        var minutes = release.Steps.Where(step => step.Phase is StepPhase.BackOut).Sum(step => step.Minutes);
        if (done == 0)
            return "No step has begun, so nothing is undone. No step goes forward any more, and the order cannot be taken back.";
        return $"Undoes what {Count(done, "step")} did, in the reverse of the order in which it was done; backing out everything takes "
            + $"{minutes} minutes as planned, one step after the other. No further step goes forward then, and the order cannot be taken back.";
    }

    public static string OfClose(ShowRelease.Response release) =>
        $"Ends {release.Ref} for good: no step, validation or back-out comes after it, and {Count(release.Items.Count, "change")} "
        + "in it keeps the result it has now.";

    public static string OfCancel(ShowRelease.Response release) =>
        $"Calls {release.Ref} off for good; it cannot be taken up again. "
        + (release.Items.Count == 0 ? "It holds no change." : $"It lets {string.Join(", ", release.Items.Select(item => item.Change))} go"
            + (release.Status is ReleaseStatus.Planning ? "." : ", which then count as delayed."));

    public static string OfCancel(ShowChange.Response change) =>
        $"Calls {change.Ref} off for good; it cannot be taken up again."
        + (change.Authorization is null ? "" : " Its authorization is withdrawn.")
        + (change.Release is { } release ? $" {release} cannot go ahead with it." : "");

    public static string OfHold(ShowChange.Response change) => change.Authorization is null
        ? "Puts it aside until somebody takes it up again."
        : "Puts it aside until somebody takes it up again. Its authorization is not live meanwhile, and a release with it is not ready.";

    private static string Count(int count, string what) => count == 1 ? $"the one {what}" : $"each of the {count} {what}s";
}
