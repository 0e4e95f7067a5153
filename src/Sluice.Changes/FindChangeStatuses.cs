using Microsoft.EntityFrameworkCore;
using Sluice.Handover;
using Sluice.Kernel.Persistence;

namespace Sluice.Changes;

/// <summary>Where changes stand on both sides, by reference: for a page that shows what others have booked.</summary>
public sealed class FindChangeStatuses(AppDb db)
{
    public sealed record Found(ChangeStatus Status, DeliveryStatus DeliveryStatus);

    /// <param name="references">Those of no change are left out of the answer.</param>
    public async Task<IReadOnlyDictionary<string, Found>> Handle(IEnumerable<string> references, CancellationToken ct)
    {
        List<int> numbers = [.. references.Select(ChangeRef.Number).OfType<int>().Distinct()];
        if (numbers.Count == 0)
            return new Dictionary<string, Found>();
        return await db.Changes.AsNoTracking()
            .Where(change => numbers.Contains(change.Number))
            .Select(change => new { change.Number, change.Status, change.DeliveryStatus })
            .ToDictionaryAsync(
                change => ChangeRef.Of(change.Number), change => new Found(change.Status, change.DeliveryStatus), ct);
    }
}
