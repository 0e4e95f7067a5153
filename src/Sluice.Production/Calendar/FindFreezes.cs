using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Persistence;

namespace Sluice.Production.Calendar;

/// <param name="From">Included; UTC.</param>
/// <param name="Until">Excluded; UTC.</param>
/// <param name="Systems">Null: everything.</param>
public sealed record FreezeKnown(
    string Key, string Title, DateTimeOffset From, DateTimeOffset Until, IReadOnlyList<string>? Systems, string Reason)
{
    internal bool Covers(string system) => Systems?.Contains(system) ?? true;
}

/// <summary>The freezes, lifted ones aside, that overlap [from, until) and touch one of the systems.</summary>
public sealed class FindFreezes(AppDb db)
{
    public async Task<IReadOnlyList<FreezeKnown>> Handle(
        DateTimeOffset from, DateTimeOffset until, IReadOnlyCollection<string> systems, CancellationToken ct)
    {
        var stored = await db.FreezesOverlapping(from, until).AsNoTracking().ToListAsync(ct);
        // One that this unit of work is about to place counts: who is told of it looks here before it is saved.
        var placed = db.Freezes.Local.Where(freeze => freeze.LiftedAt is null && freeze.From < until && freeze.Until > from);
        return
        [
            .. placed.Concat(stored).DistinctBy(freeze => freeze.Key).Select(freeze => freeze.ToKnown())
                .Where(freeze => freeze.Systems is null || systems.Any(freeze.Covers))
                .OrderBy(freeze => freeze.From).ThenBy(freeze => freeze.Key, StringComparer.Ordinal),
        ];
    }
}
