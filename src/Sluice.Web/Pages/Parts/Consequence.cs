using Sluice.Changes;
using Sluice.Releases;
using Sluice.Releases.Runbooks;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Parts;

/// <summary>What follows from an act that binds or cannot be taken back, in words, beside its button.</summary>
public static class Consequence
{
    public static string OfStart(ShowRelease.Response release) =>
        Sentence.Count(release.Items.Count, PartWords.StartBindsTheOneChange, PartWords.StartBindsEachChange);

    public static string OfBackOut(ShowRelease.Response release)
    {
        var done = release.Steps.Where(step => step.Phase is StepPhase.Prepare or StepPhase.Implement
            && step.Status is StepStatus.InProgress or StepStatus.Done or StepStatus.Failed).Select(step => step.Key).ToHashSet();
        if (done.Count == 0)
            return PartWords.NoStepHasBegun;
        // Of what was never begun nothing has to be undone; the run board reckons in the same way.
        var minutes = release.Steps.Where(step => step.Phase is StepPhase.BackOut && (step.BacksOut is null || done.Contains(step.BacksOut)))
            .Sum(step => step.Minutes);
        return Sentence.Count(done.Count, PartWords.BackOutUndoesTheOneStep, PartWords.BackOutUndoesEachStep, minutes);
    }

    public static string OfClose(ShowRelease.Response release) =>
        Sentence.Count(release.Items.Count, PartWords.CloseKeepsTheOneResult, PartWords.CloseKeepsEachResult, release.Ref);

    public static string OfCancel(ShowRelease.Response release) =>
        CallsOff(release.Ref) + " " + (release.Items.Count == 0
            ? PartWords.ItHoldsNoChange
            : Sentence.Of(
                release.Status is ReleaseStatus.Planning ? PartWords.ItLetsGo : PartWords.ItLetsGoAsDelayed,
                string.Join(", ", release.Items.Select(item => item.Change))));

    public static string OfCancel(ShowChange.Response change) =>
        CallsOff(change.Ref)
        + (change.Authorization is null ? "" : " " + PartWords.ItsAuthorizationIsWithdrawn)
        + (change.Release is { } release ? " " + Sentence.Of(PartWords.CannotGoAheadWithIt, release) : "");

    public static string OfHold(ShowChange.Response change) => change.Authorization is null
        ? PartWords.PutsItAside
        : PartWords.PutsItAsideWithItsAuthorization;

    private static string CallsOff(string reference) => Sentence.Of(PartWords.CallsOffForGood, reference);
}
