using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Persistence;

namespace Sluice.Production.Calendar;

/// <summary>Windows that have not ended, soonest first, for whoever is to choose one.</summary>
public sealed class ListComingWindows(AppDb db, TimeProvider clock)
{
    /// <param name="IsWhole">There are no others.</param>
    public sealed record Response(IReadOnlyList<WindowKnown> Windows, bool IsWhole);

    /// <param name="most">How many are listed; of later ones only that there are some.</param>
    public async Task<Response> Handle(int most, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var windows = await db.Windows.AsNoTracking().Where(window => window.Until > now)
            .OrderBy(window => window.From).ThenBy(window => window.Key).Take(most + 1).ToListAsync(ct);
        return new([.. windows.Take(most).Select(window => window.ToKnown())], windows.Count <= most);
    }
}
