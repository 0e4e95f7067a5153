using Sluice.Handover;
using Sluice.Releases;
using Sluice.Releases.Runbooks;

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
            ReleaseStatus.Planning or ReleaseStatus.Scheduled when release.Items.Count == 0 => "Empty, not ready",
            ReleaseStatus.Planning or ReleaseStatus.Scheduled => $"{approved} of {release.Items.Count} approved, not ready",
            ReleaseStatus.Ready => $"{approved} of {release.Items.Count} approved, ready",
            ReleaseStatus.Executing or ReleaseStatus.Suspended or ReleaseStatus.BackingOut =>
                $"{Mark.Of(release.Status).Word}, {ended} of {forward.Count} steps ended",
            _ => Mark.Of(release.Status).Word,
        };
    }

    private static string NextOf(ShowRelease.Response release) => release.Status switch
    {
        ReleaseStatus.Planning => "Waits for a release manager to schedule it.",
        ReleaseStatus.Scheduled => "Waits for every check to pass, and for go.",
        ReleaseStatus.Ready => $"{release.GoBy} gave go. Waits for its start.",
        ReleaseStatus.Executing => "Its steps are being done.",
        ReleaseStatus.Suspended => "No step begins until a release manager resumes it.",
        ReleaseStatus.Validating => "Waits for QA, operations or application owners to validate, then for its close.",
        ReleaseStatus.BackingOut => "What was done last is backed out first.",
        _ => "Waits for nobody.",
    };
}
