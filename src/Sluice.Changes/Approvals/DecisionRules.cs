using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;

namespace Sluice.Changes.Approvals;

/// <summary>Everything that can speak against a decision. All of it is asked, so that all of it is answered at once.</summary>
internal static class DecisionRules
{
    /// <summary>What keeps this person from it, whatever they would write: why a button is disabled.</summary>
    public static IEnumerable<Reason> Against(
        Change change, Ruling ruling, ApprovalRule rule, Actor actor, DateTimeOffset now)
    {
        if (ChangeLifecycle.After(change.Status, ruling.AsFact()) is null)
            yield return ChangeReasons.NotFrom(change.Status);
        if (ruling is Ruling.Approve && change.Content.WindowUntil <= now)
            yield return Reason.Conflict("decision.window-ended",
                "The requested window has ended: an authorization would have expired already.");

        if (actor.Account == change.Requester)
            yield return Reason.Forbidden("decision.own-change", "Nobody decides on a change they requested.");
        if (change.Staff.Contains(actor.Account))
            yield return Reason.Forbidden("decision.implementer", "Nobody decides on a change they are to implement.");

        var seats = rule.SeatsFor(actor);
        if (seats.Count == 0 && !(ruling is Ruling.RequestInformation && MayAsk(actor)))
            yield return Reason.Forbidden("decision.not-an-approver", "This change does not ask for your decision.");
        else if (ruling is not Ruling.Approve)
            yield break; // Whoever has approved may still think better of it.
        else if (change.StandingApprovals.Any(approval => approval.By == actor.Account))
            yield return Reason.Conflict("decision.already-approved", "You have approved this revision.");
        else if (!rule.Seating().Take(actor.Account, seats))
            yield return Reason.Conflict("decision.seat-taken", "Others have filled every seat that you could fill.");
    }

    /// <summary>The same, and what is wrong with the decision as written.</summary>
    public static IEnumerable<Reason> Against(
        Change change, DecisionDraft draft, ApprovalRule rule, Actor actor, DateTimeOffset now)
    {
        foreach (var reason in Against(change, draft.Ruling, rule, actor, now))
            yield return reason;

        if (draft.Revision != change.Revision)
            yield return Reason.Conflict("decision.old-revision",
                $"You decided on revision {draft.Revision}; the change is at revision {change.Revision}.", "/revision");

        // An approval speaks for itself; anything else leaves the requester asking why.
        var needsComment = draft.Ruling is not Ruling.Approve;
        foreach (var reason in Input.Text("/comment", draft.Comment, Input.LongestComment, needsComment))
            yield return reason;
        foreach (var reason in Input.Text("/conditions", draft.Conditions, Input.LongestComment))
            yield return reason;

        foreach (var reason in draft.Unread ?? [])
            yield return reason;
        if (draft.Ruling is Ruling.Defer && draft is { Until: null, Unread: null or [] })
            yield return Reason.Invalid("decision.until-missing", "Say until when the change is deferred.", "/until");
        if (draft.Ruling is Ruling.Defer && draft.Until <= now)
            yield return Reason.Invalid("decision.until-past", "A deferral ends in the future.", "/until");
    }

    private static bool MayAsk(Actor actor) => actor.IsAny(ChangeRoles.RiskReviewer, ChangeRoles.ChangeManager);
}
