using Sluice.Kernel.Outcomes;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Parts;

/// <summary>What the button of an act says.</summary>
public static class ActWords
{
    /// <param name="record">"release", "window" or "freeze" where that makes another word of it.</param>
    public static string Of(string action, string? record = null) => (record, action) switch
    {
        ("release", "resume") => PartWords.Resume,
        ("release", "cancel") => PartWords.CancelRelease,
        ("release", "items") => PartWords.AddAChange,
        ("release", "runbook") => PartWords.WriteTheRunbook,
        ("release", "no-go") => PartWords.NoGo,
        ("release", "back-out") => PartWords.BackOut,
        ("window", "hold") => PartWords.HoldWindow,
        ("window", "release") => PartWords.ReleaseWindow,
        ("freeze", "lift") => PartWords.LiftFreeze,
        _ => Of(action),
    };

    private static string Of(string action) => action switch
    {
        "assessment" => PartWords.Assess,
        "request-information" => PartWords.RequestInformation,
        "approve" => PartWords.Approve,
        "reject" => PartWords.Reject,
        "defer" => PartWords.Defer,
        "submit" => PartWords.Submit,
        "edit" => PartWords.Edit,
        "revise" => PartWords.Revise,
        "review" => PartWords.Review,
        "hold" => PartWords.PutOnHold,
        "resume" => PartWords.TakeUpAgain,
        "cancel" => PartWords.CancelChange,
        "evidence" => PartWords.AttachEvidence,
        "comments" => PartWords.Comment,
        "schedule" => PartWords.Schedule,
        "go" => PartWords.Go,
        "start" => PartWords.Start,
        "suspend" => PartWords.Suspend,
        "validate" => PartWords.Validate,
        "close" => PartWords.Close,
        "complete" => PartWords.Complete,
        "fail" => PartWords.Fail,
        "skip" => PartWords.Skip,
        "roles" => PartWords.Roles,
        _ => char.ToUpperInvariant(action[0]) + action[1..],
    };

    /// <summary>"Decide CHG-1042": what the overview says of an act that waits.</summary>
    public static string Waiting(string action, string reference) => action switch
    {
        "approve" => Sentence.Of(PartWords.DecideOne, reference),
        "submit" => Sentence.Of(PartWords.SubmitOne, reference),
        "assessment" => Sentence.Of(PartWords.AssessOne, reference),
        "review" => Sentence.Of(PartWords.ReviewOne, reference),
        "revise" => Sentence.Of(PartWords.ReviseOne, reference),
        _ => $"{Of(action)} {reference}",
    };

    /// <summary>Acts refused for the same reasons stand together, so that nobody reads them five times.</summary>
    public static IReadOnlyList<IReadOnlyList<RefusedAction>> Grouped(IEnumerable<RefusedAction> refused) =>
        [.. refused.GroupBy(act => string.Join('\n', act.Reasons.Select(reason => $"{reason.Code} {reason.Detail}")))
            .Select(group => group.ToList())];
}
