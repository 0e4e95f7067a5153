using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Persistence;
using Sluice.Production.Systems;

namespace Sluice.Production.Calendar;

/// <summary>
/// A stretch of the calendar in a few lines: its windows with what they hold, its freezes, and whether all of it can go. What it costs
/// depends on how many windows there are, and not on how much is booked.
/// </summary>
/// <remarks>For the overview page; a program asks the calendar, or each window.</remarks>
public sealed class SumUpCalendar(AppDb db)
{
    /// <summary>Enough to say that something is wrong, and roughly how much: the calendar names the rest.</summary>
    private const int MostBookings = 100;

    /// <param name="Changes">Booked in it.</param>
    /// <param name="RiskPoints">Of these.</param>
    public sealed record WindowSum(WindowKnown Window, int Changes, int RiskPoints);

    /// <param name="Conflicts">Those that the calendar would list.</param>
    /// <param name="HasMoreConflicts">Whether there may be more of them.</param>
    public sealed record Response(
        IReadOnlyList<WindowSum> Windows, IReadOnlyList<FreezeKnown> Freezes, int Conflicts, bool HasMoreConflicts);

    /// <param name="from">Included.</param>
    /// <param name="until">Excluded.</param>
    public async Task<Response> Handle(DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        var windows = (await db.WindowsOverlapping(from, until).AsNoTracking().OrderBy(window => window.From).ToListAsync(ct))
            .ConvertAll(window => window.ToKnown());
        var freezes = (await db.FreezesOverlapping(from, until).AsNoTracking().OrderBy(freeze => freeze.From).ToListAsync(ct))
            .ConvertAll(freeze => freeze.ToKnown());
        var sums = await Sums(windows, ct);
        var bookings = await First(from, until, ct);
        // Alone, and where nothing is frozen, nothing gets in anybody's way.
        var (found, hasMore) = bookings.Count > 1 || freezes.Count > 0
            ? new Conflicts(await SystemGraph.Of(db, ct)).Among(
                [.. bookings.Take(MostBookings)], [], freezes, conflict => conflict.From < until && conflict.Until > from)
            : ([], false);
        return new(
            [.. windows.Select(window => new WindowSum(window, Of(window)?.Changes ?? 0, Of(window)?.RiskPoints ?? 0))], freezes,
            found.Count + windows.Sum(window => Of(window) is { } sum ? OfWindow(window, sum) : 0),
            hasMore || bookings.Count > MostBookings);

        Sum? Of(WindowKnown window) => sums.GetValueOrDefault(window.Key);
    }

    private sealed record Sum(int Bookings, int Changes, int RiskPoints);

    /// <summary>A held window stands in the way of each of its bookings; one that is too full is one conflict.</summary>
    private static int OfWindow(WindowKnown window, Sum sum) =>
        (window.HeldBecause is null ? 0 : sum.Bookings) + (window.IsTooSmallFor(sum.Changes, sum.RiskPoints) ? 1 : 0);

    private async Task<Dictionary<string, Sum>> Sums(List<WindowKnown> windows, CancellationToken ct)
    {
        if (windows.Count == 0)
            return [];
        return await Uncovered(db.BookingsIn(windows.ConvertAll(window => window.Key)))
            .GroupBy(booking => booking.Window!)
            .Select(booked => new
            {
                Window = booked.Key, Bookings = booked.Count(), Changes = booked.Sum(booking => booking.Changes),
                RiskPoints = booked.Sum(booking => booking.RiskPoints),
            })
            .ToDictionaryAsync(sum => sum.Window, sum => new Sum(sum.Bookings, sum.Changes, sum.RiskPoints), ct);
    }

    private async Task<List<BookingShown>> First(DateTimeOffset from, DateTimeOffset until, CancellationToken ct) =>
        await Uncovered(db.BookingsOverlapping(from, until))
            .OrderBy(booking => booking.Until).ThenBy(booking => booking.Holder).Take(MostBookings + 1)
            .Select(booking => new BookingShown(
                booking.Holder, booking.Title, booking.From, booking.Until, booking.Systems, booking.Window, booking.Changes, booking.RiskPoints, null))
            .ToListAsync(ct);

    private IQueryable<BookingRow> Uncovered(IQueryable<BookingRow> bookings)
    {
        var covers = db.BookingCovers;
        return bookings.AsNoTracking().Where(booking => !covers.Any(cover => cover.Holder == booking.Holder));
    }
}
