using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Persistence;

namespace Sluice.Production.Calendar;

/// <param name="From">Included; UTC.</param>
/// <param name="Until">Excluded; UTC.</param>
/// <param name="HeldBecause">Null while nobody holds it.</param>
public sealed record WindowKnown(
    string Key, string Title, DateTimeOffset From, DateTimeOffset Until, string Zone, IReadOnlyList<string> Systems,
    int? MaxChanges, int? MaxRiskPoints, string? HeldBecause)
{
    internal bool IsTooSmallFor(int changes, int riskPoints) => changes > MaxChanges || riskPoints > MaxRiskPoints;
}

/// <summary>A window by its key.</summary>
public sealed class FindWindow(AppDb db)
{
    /// <remarks>One that this unit of work is about to hold is held: who is told of it looks here before it is saved.</remarks>
    public async Task<WindowKnown?> Handle(string key, CancellationToken ct)
    {
        if (!Keys.IsPossible(key))
            return null;
        var window = db.Windows.Local.FirstOrDefault(window => window.Key == key)
            ?? await db.Windows.AsNoTracking().SingleOrDefaultAsync(window => window.Key == key, ct);
        return window?.ToKnown();
    }
}
