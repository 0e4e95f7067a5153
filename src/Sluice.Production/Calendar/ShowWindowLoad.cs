using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Persistence;

namespace Sluice.Production.Calendar;

/// <summary>What is booked in a window, to be held against its capacity.</summary>
/// <param name="Holders">References of those who booked.</param>
public sealed record WindowLoad(int Changes, int RiskPoints, IReadOnlyList<string> Holders)
{
    internal static WindowLoad None { get; } = new(0, 0, []);
}

/// <summary>Over the bookings that no other booking covers.</summary>
public sealed class ShowWindowLoad(AppDb db)
{
    /// <param name="exceptHolder">Left out of the sum; empty for nobody.</param>
    public async Task<WindowLoad> Handle(string window, string exceptHolder, CancellationToken ct)
    {
        var covers = db.BookingCovers;
        var bookings = await db.BookingsIn([window])
            .Where(row => row.Holder != exceptHolder && !covers.Any(cover => cover.Holder == row.Holder))
            .OrderBy(row => row.Holder)
            .Select(row => new { row.Holder, row.Changes, row.RiskPoints })
            .ToListAsync(ct);
        return new(
            bookings.Sum(booking => booking.Changes), bookings.Sum(booking => booking.RiskPoints),
            [.. bookings.Select(booking => booking.Holder)]);
    }
}
