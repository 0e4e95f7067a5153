using Microsoft.EntityFrameworkCore;
using Sluice.Handover;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Kernel.Tenancy;

namespace Sluice.Changes;

/// <summary>
/// What becomes true by time alone: authorizations expire, deferrals end. Nothing unsafe waits for this to run: whoever relies on
/// an authorization compares its expiry with the clock.
/// </summary>
public sealed class ChangeClockwork(
    AppDb db, UnitOfWork work, CurrentTenant tenant, ChangeBooking booking, TimeProvider clock)
{
    /// <exception cref="AggregateException">Some could not be moved; all others have been.</exception>
    public async Task Handle(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = await db.Changes.AsNoTracking()
            // What is being carried out was authorized when it began: see Change.IsExecuting.
            .Where(change => (change.Status == ChangeStatus.Approved && change.AuthorizedUntil <= now
                    && change.DeliveryStatus != DeliveryStatus.InProgress
                    && !(change.Release != null && change.Release != change.ReportedBy
                        && (change.DeliveryStatus == DeliveryStatus.Implemented || change.DeliveryStatus == DeliveryStatus.Failed)))
                || (change.Status == ChangeStatus.Deferred && change.DeferredUntil <= now))
            .OrderBy(change => change.Number)
            .Select(change => change.Number).ToListAsync(ct);
        await db.EachAlone(due, number => work.Act<bool>(() => Move(number, now, ct), ct));
    }

    private async Task<Outcome<bool>> Move(int number, DateTimeOffset now, CancellationToken ct)
    {
        var change = await db.Changes.SingleAsync(change => change.Number == number, ct);
        var before = BookedAs.Of(change);
        // Somebody may have been faster.
        var refusal = (change.Status is ChangeStatus.Deferred && change.DeferredUntil <= now)
            ? change.EndDeferral(null, Actor.Clockwork(tenant.Id), now)
            : change.ExpireAuthorization(now);
        if (refusal is not null)
            return refusal;
        await booking.Keep(change, before, ct);
        await db.SaveChangesAsync(ct);
        return true;
    }
}
