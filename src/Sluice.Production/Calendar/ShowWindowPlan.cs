using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Production.Systems;

namespace Sluice.Production.Calendar;

/// <summary>The calendar of one window: what is booked in it, what stands beside that, and what of it cannot go.</summary>
/// <remarks>
/// A whole calendar names its first thousand pairs, and those of one window may not be among them. Here no others are looked for.
/// </remarks>
public sealed class ShowWindowPlan(AppDb db, Actor actor, TimeProvider clock)
{
    public async Task<Outcome<ShowCalendar.Response>> Handle(string key, CancellationToken ct)
    {
        if (await db.Windows.AsNoTracking().SingleOrDefaultAsync(window => window.Key == key, ct) is not { } window)
            return ShowWindow.Unknown;
        var now = clock.GetUtcNow();
        var graph = await SystemGraph.Of(db, ct);
        var within = await Shown(db.BookingsIn([key]), ct);
        var freezes = await db.FreezesOverlapping(window.From, window.Until).AsNoTracking().OrderBy(freeze => freeze.From).ToListAsync(ct);
        List<BookingShown> bookings = [.. within.Concat(await Beside(window, within, graph, ct)).DistinctBy(booking => booking.Holder)];

        List<BookingShown> counting = within.FindAll(booking => booking.CoveredBy is null);
        var holders = counting.Select(booking => booking.Holder).ToHashSet();
        var (conflicts, hasMore) = new Conflicts(graph).Among(
            bookings, [window.ToKnown()], [.. freezes.Select(freeze => freeze.ToKnown())],
            conflict => conflict.From < window.Until && conflict.Until > window.From
                && (conflict.Items[0] == key || holders.Overlaps(conflict.Items)));
        var load = new WindowLoad(
            counting.Sum(booking => booking.Changes), counting.Sum(booking => booking.RiskPoints), [.. holders]);
        return new ShowCalendar.Response(
            window.From, window.Until, [ShowWindow.As(actor, window, load, now)],
            [.. freezes.Select(freeze => ShowFreeze.As(actor, freeze, now))], bookings, conflicts, hasMore);
    }

    /// <summary>Of the same time, on the same systems, and on those that they depend on or that depend on them.</summary>
    private async Task<List<BookingShown>> Beside(Window window, List<BookingShown> within, SystemGraph graph, CancellationToken ct)
    {
        var systems = within.SelectMany(booking => booking.Systems).ToHashSet();
        return systems.Count == 0 ? [] : await Shown(
            db.BookingsOverlapping(window.From, window.Until, [.. systems.Union(graph.Below(systems)).Union(graph.Above(systems))]), ct);
    }

    private Task<List<BookingShown>> Shown(IQueryable<BookingRow> rows, CancellationToken ct)
    {
        var covers = db.BookingCovers;
        return rows.AsNoTracking().OrderBy(row => row.From).ThenBy(row => row.Holder).Select(row => new BookingShown(
            row.Holder, row.Title, row.From, row.Until, row.Systems, row.Window, row.Changes, row.RiskPoints,
            covers.Where(cover => cover.Holder == row.Holder).Min(cover => cover.CoveredBy))).ToListAsync(ct);
    }
}
