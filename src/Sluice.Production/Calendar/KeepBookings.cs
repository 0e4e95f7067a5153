using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Persistence;

namespace Sluice.Production.Calendar;

/// <summary>Both sides book through this, in the unit of work of the record that books; saving is the caller's.</summary>
public sealed class KeepBookings(AppDb db)
{
    /// <summary>Books, or replaces what this holder has booked before.</summary>
    public async Task Put(Booking booking, CancellationToken ct)
    {
        var (holder, from, until) = (booking.Holder, Kept(booking.From), Kept(booking.Until));
        var systems = booking.Systems.Distinct().ToList();
        var row = await Find(holder, ct) ?? db.Add(new BookingRow { Holder = holder }).Entity;
        row.Take(booking with { From = from, Until = until, Systems = systems });
        await ReplaceSystems(holder, systems.Select(system => new BookingOfSystem(default, system, until, from, holder)), ct);
        await ReplaceCovers(holder, booking.Covers.Distinct().Select(covered => new BookingCover(default, covered, holder)), ct);
    }

    /// <summary>Takes the holder's booking away, if there is one; what it covered counts for itself again.</summary>
    public async Task Drop(string holder, CancellationToken ct)
    {
        if (await Find(holder, ct) is not { } row)
            return;
        db.Remove(row);
        await ReplaceSystems(holder, [], ct);
        await ReplaceCovers(holder, [], ct);
    }

    /// <summary>This unit of work may have put or dropped it before, unsaved.</summary>
    private async Task<BookingRow?> Find(string holder, CancellationToken ct)
    {
        var row = db.ChangeTracker.Entries<BookingRow>().Select(entry => entry.Entity).FirstOrDefault(row => row.Holder == holder)
            ?? await db.Bookings.SingleOrDefaultAsync(row => row.Holder == holder, ct);
        if (row is not null && db.Entry(row) is { State: EntityState.Deleted } dropped)
            dropped.State = EntityState.Unchanged;
        return row;
    }

    private Task ReplaceSystems(string holder, IEnumerable<BookingOfSystem> wanted, CancellationToken ct) => Replace(
        db.BookingsOfSystems.Where(row => row.Holder == holder), row => row.Holder == holder,
        row => (row.System, row.Until, row.From), wanted, ct);

    private Task ReplaceCovers(string holder, IEnumerable<BookingCover> wanted, CancellationToken ct) => Replace(
        db.BookingCovers.Where(row => row.CoveredBy == holder), row => row.CoveredBy == holder,
        row => row.Holder, wanted, ct);

    /// <summary>Leaves exactly the wanted ones of the rows that are the holder's, stored or not saved yet.</summary>
    private async Task Replace<TRow, TName>(
        IQueryable<TRow> stored, Func<TRow, bool> isHolders, Func<TRow, TName> nameOf, IEnumerable<TRow> wanted,
        CancellationToken ct)
        where TRow : class where TName : notnull
    {
        var missing = wanted.ToDictionary(nameOf);
        await stored.LoadAsync(ct);
        foreach (var entry in db.ChangeTracker.Entries<TRow>().Where(entry => isHolders(entry.Entity)).ToList())
            if (!missing.Remove(nameOf(entry.Entity)))
                db.Remove(entry.Entity);
            else if (entry.State is EntityState.Deleted)
                entry.State = EntityState.Unchanged;
        db.AddRange(missing.Values);
    }

    /// <summary>As the databases keep it, or the same moment would look like another one beside the stored row.</summary>
    private static DateTimeOffset Kept(DateTimeOffset moment) =>
        new(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
