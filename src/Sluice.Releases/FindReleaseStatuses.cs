using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Persistence;

namespace Sluice.Releases;

/// <summary>Where releases stand, by reference: for a page that shows what others have booked.</summary>
public sealed class FindReleaseStatuses(AppDb db)
{
    /// <param name="references">Those of no release are left out of the answer.</param>
    public async Task<IReadOnlyDictionary<string, ReleaseStatus>> Handle(IEnumerable<string> references, CancellationToken ct)
    {
        List<int> numbers = [.. references.Select(ReleaseRef.Number).OfType<int>().Distinct()];
        if (numbers.Count == 0)
            return new Dictionary<string, ReleaseStatus>();
        return await db.Releases.AsNoTracking()
            .Where(release => numbers.Contains(release.Number))
            .Select(release => new { release.Number, release.Status })
            .ToDictionaryAsync(release => ReleaseRef.Of(release.Number), release => release.Status, ct);
    }
}
