using Sluice.Changes.Approvals;
using Sluice.Handover;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Production.Systems;

namespace Sluice.Changes;

/// <summary>Decisions, and the authorization they come to.</summary>
internal partial class Change
{
    /// <summary>The authorization that is live; null when none is.</summary>
    public AuthorizationId? AuthorizationId { get; private set; }

    /// <summary>When the live authorization expires by itself.</summary>
    public DateTimeOffset? AuthorizedUntil { get; private set; }

    /// <summary>While deferred: when the change wakes up.</summary>
    public DateTimeOffset? DeferredUntil { get; private set; }

    /// <summary>Who sat in which seat at the last quorum, so that a resumed change is authorized by the same people.</summary>
    public IReadOnlyList<Decider> Quorum { get; private set; } = [];

    /// <summary>What approvers asked for along with their approval.</summary>
    public IReadOnlyList<string> Conditions =>
        [.. StandingApprovals.Where(approval => approval.Conditions is not null).Select(approval => approval.Conditions!)];

    public Refusal? Decide(DecisionDraft draft, OwnerTeams owners, Actor actor, DateTimeOffset now)
    {
        var rule = new ApprovalRule(this, owners);
        if (Refusal.For(DecisionRules.Against(this, draft, rule, actor, now)) is { } refusal)
            return refusal;

        var decision = new Decision(
            draft.Ruling, draft.Revision, draft.Comment, draft.Until?.Kept(), Blank(draft.Conditions),
            rule.SeatsFor(actor), Digest, Round, actor.Account, now, NextVersion + 1);
        var quorum = draft.Ruling is Ruling.Approve ? rule.QuorumWith(actor) : null;
        var fact = quorum is null ? draft.Ruling.AsFact() : ChangeFact.QuorumReached;
        if (ChangeLifecycle.After(Status, fact) is null)
            return ChangeReasons.NotFrom(Status);

        Decisions = [.. Decisions, decision];
        var impossible = Become(fact, "change.decided", actor, now, decision.Facts());
        DeferredUntil = Status is ChangeStatus.Deferred ? decision.Until : null;
        if (quorum is not null)
        {
            Quorum = quorum;
            Authorize(now);
        }
        return impossible;
    }

    /// <summary>Nobody did anything: the requested window has passed unused.</summary>
    public Refusal? ExpireAuthorization(DateTimeOffset now)
    {
        if (AuthorizedUntil is not { } until || now < until || IsExecuting)
            return null;
        return Become(
            ChangeFact.AuthorizationExpired, "change.authorization-expired", Actor.Clockwork(TenantId), now,
            new { expiredAt = until }, withdrawn: "expired");
    }

    public Refusal? EndDeferral(string? reason, Actor actor, DateTimeOffset now) =>
        Become(ChangeFact.DeferralEnded, "change.deferral-ended", actor, now, new { reason = Said(reason) });

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private void Authorize(DateTimeOffset now)
    {
        var authorization = new ChangeAuthorization(
            TenantId, Kernel.TypedId.New<AuthorizationId>(now), Id, Revision, Digest, Content.WindowFrom, Content.WindowUntil,
            Conditions, Content.WindowUntil, Requester, Quorum, now);
        (AuthorizationId, AuthorizedUntil) = (authorization.Id, authorization.ExpiresAt);
        HandsOver(authorization);
    }

    private void Withdraw(string reason, DateTimeOffset now)
    {
        if (AuthorizationId is not { } id)
            return;
        (AuthorizationId, AuthorizedUntil) = (null, null);
        HandsOver(new AuthorizationWithdrawn(TenantId, id, Id, reason, now));
    }
}
