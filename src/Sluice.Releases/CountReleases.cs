using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Persistence;

namespace Sluice.Releases;

/// <summary>How many releases stand where: one grouped query.</summary>
/// <remarks>For the overview page; a program asks the list.</remarks>
public sealed class CountReleases(AppDb db)
{
    public sealed record Count(ReleaseStatus Status, int Number);

    /// <param name="Counts">Only where there are any.</param>
    public sealed record Response(IReadOnlyList<Count> Counts)
    {
        public int Total => Counts.Sum(count => count.Number);

        public int Of(ReleaseStatus status) => Counts.SingleOrDefault(count => count.Status == status)?.Number ?? 0;
    }

    public async Task<Response> Handle(CancellationToken ct) => new(
        await db.Releases.AsNoTracking()
            .GroupBy(release => release.Status)
            .Select(group => new Count(group.Key, group.Count()))
            .ToListAsync(ct));
}
