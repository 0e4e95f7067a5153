using Microsoft.EntityFrameworkCore;
using Sluice.Handover;
using Sluice.Kernel.Persistence;

namespace Sluice.Changes;

/// <summary>What the channel tells the gate.</summary>
internal sealed class ChangeReceivers(AppDb db, ChangeBooking booking)
    : IReceive<DeliveryMoved>, IReceive<StaffingDeclared>, IReceive<ExecutionReport>
{
    public async Task Receive(DeliveryMoved fact, CancellationToken ct) =>
        (await Find(fact.ChangeId, fact.Seen, ct)).Delivered(fact);

    public async Task Receive(StaffingDeclared fact, CancellationToken ct) =>
        (await Find(fact.ChangeId, fact.Seen, ct)).StaffedWith(fact);

    public async Task Receive(ExecutionReport fact, CancellationToken ct)
    {
        var change = await Find(fact.ChangeId, seen: null, ct);
        var before = BookedAs.Of(change);
        change.Executed(fact);
        await booking.Keep(change, before, ct);
    }

    private async Task<Change> Find(ChangeId id, long? seen, CancellationToken ct)
    {
        var change = db.Changes.Local.FirstOrDefault(change => change.Id == id)
            ?? await db.Changes.SingleAsync(change => change.Id == id, ct);
        return seen is null || seen == change.SnapshotVersion ? change : throw new OutrunException();
    }
}
