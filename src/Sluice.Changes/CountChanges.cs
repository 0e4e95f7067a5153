using Microsoft.EntityFrameworkCore;
using Sluice.Handover;
using Sluice.Kernel.Persistence;

namespace Sluice.Changes;

/// <summary>How many changes stand where, by both statuses at once: one grouped query over an index.</summary>
/// <remarks>For the overview page; a program asks the list.</remarks>
public sealed class CountChanges(AppDb db)
{
    public sealed record Count(ChangeStatus Status, DeliveryStatus DeliveryStatus, int Number);

    /// <param name="Counts">Only where there are any.</param>
    public sealed record Response(IReadOnlyList<Count> Counts)
    {
        public int Total => Counts.Sum(count => count.Number);

        public int Of(ChangeStatus status) => Counts.Where(count => count.Status == status).Sum(count => count.Number);

        public int Of(DeliveryStatus status) => Counts.Where(count => count.DeliveryStatus == status).Sum(count => count.Number);

        public int Of(ChangeStatus gate, DeliveryStatus channel) =>
            Counts.SingleOrDefault(count => count.Status == gate && count.DeliveryStatus == channel)?.Number ?? 0;
    }

    public async Task<Response> Handle(CancellationToken ct) => new(
        await db.Changes.AsNoTracking()
            .GroupBy(change => new { change.Status, change.DeliveryStatus })
            .Select(group => new Count(group.Key.Status, group.Key.DeliveryStatus, group.Count()))
            .ToListAsync(ct));
}
