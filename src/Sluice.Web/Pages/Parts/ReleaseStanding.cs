using Sluice.Handover;
using Sluice.Releases;
using Sluice.Releases.Runbooks;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Parts;

/// <summary>Where a release stands in words: what its changes may do, and what it waits for.</summary>
public sealed record ReleaseStanding(string Headline, string Next)
{
    public static ReleaseStanding Of(ShowRelease.Response release) => new(HeadlineOf(release), NextOf(release));

    // An approved change is not a ready release: both are said in one breath.
    private static string HeadlineOf(ShowRelease.Response release)
    {
        var approved = release.Items.Count(item => item.Status is ChangeStatus.Approved);
        var forward = release.Steps.Where(step => step.Status is not StepStatus.Standby).ToList();
        var ended = forward.Count(step => step.Status is StepStatus.Done or StepStatus.Skipped or StepStatus.BackedOut);
        return release.Status switch
        {
            ReleaseStatus.Planning or ReleaseStatus.Scheduled when release.Items.Count == 0 => PartWords.EmptyNotReady,
            ReleaseStatus.Planning or ReleaseStatus.Scheduled => Sentence.Of(PartWords.OfApprovedNotReady, approved, release.Items.Count),
            ReleaseStatus.Ready => Sentence.Of(PartWords.OfApprovedReady, approved, release.Items.Count),
            ReleaseStatus.Executing or ReleaseStatus.Suspended or ReleaseStatus.BackingOut =>
                Sentence.Of(PartWords.StatusAndStepsEnded, Mark.Of(release.Status).Word, ended, forward.Count),
            _ => Mark.Of(release.Status).Word,
        };
    }

    private static string NextOf(ShowRelease.Response release) => release.Status switch
    {
        ReleaseStatus.Planning => PartWords.WaitsToBeScheduled,
        ReleaseStatus.Scheduled => PartWords.WaitsForChecksAndGo,
        ReleaseStatus.Ready => Sentence.Of(PartWords.WaitsForItsStart, release.GoBy),
        ReleaseStatus.Executing => PartWords.ItsStepsAreBeingDone,
        ReleaseStatus.Suspended => PartWords.NoStepBeginsUntilResumed,
        ReleaseStatus.Validating => PartWords.WaitsForValidation,
        ReleaseStatus.BackingOut => PartWords.WhatWasDoneLastIsBackedOutFirst,
        _ => PartWords.WaitsForNobody,
    };
}
