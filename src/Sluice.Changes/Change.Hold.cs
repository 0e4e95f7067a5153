using Sluice.Handover;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Ledger;

namespace Sluice.Changes;

/// <summary>Putting a change on hold and taking it up again.</summary>
internal partial class Change
{
    public Refusal? Hold(string reason, Actor manager, DateTimeOffset now) => Become(
        ChangeFact.HoldPlaced, "change.held", manager, now, new { reason = new FreeText(reason) }, withdrawn: "held");

    /// <summary>Back to where it was; an approval whose window has passed meanwhile has to be given anew.</summary>
    public Refusal? Resume(string reason, Actor manager, DateTimeOffset now)
    {
        if (Status is ChangeStatus.Deferred)
            return EndDeferral(reason, manager, now);
        if (ReturnsTo is ChangeStatus.Approved && Content.WindowUntil <= now)
            Become(ChangeFact.AuthorizationExpired, "change.authorization-expired", Actor.Clockwork(TenantId), now,
                new { expiredAt = Content.WindowUntil });

        var fact = ReturnsTo switch
        {
            ChangeStatus.Approved => ChangeFact.ResumedToApproved,
            ChangeStatus.Authorize => ChangeFact.ResumedToAuthorize,
            _ => ChangeFact.ResumedToAssess,
        };
        var refusal = Become(fact, "change.resumed", manager, now, new { reason = new FreeText(reason) });
        if (refusal is null && Status is ChangeStatus.Approved)
            Authorize(now);
        return refusal;
    }
}
