using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Persistence;

namespace Sluice.Production.Calendar;

/// <summary>
/// Intervals overlap when each begins before the other ends. The indexes lead with the end: of all that was ever planned, what
/// has not ended yet is little, and stays little.
/// </summary>
internal static class CalendarSets
{
    extension(AppDb db)
    {
        public DbSet<Window> Windows => db.Set<Window>();

        public DbSet<Freeze> Freezes => db.Set<Freeze>();

        public DbSet<BookingRow> Bookings => db.Set<BookingRow>();

        public DbSet<BookingOfSystem> BookingsOfSystems => db.Set<BookingOfSystem>();

        public DbSet<BookingCover> BookingCovers => db.Set<BookingCover>();

        public IQueryable<Window> WindowsOverlapping(DateTimeOffset from, DateTimeOffset until) =>
            db.Windows.Where(window => window.Until > from && window.From < until);

        /// <summary>Lifted ones aside.</summary>
        public IQueryable<Freeze> FreezesOverlapping(DateTimeOffset from, DateTimeOffset until) =>
            db.Freezes.Where(freeze => freeze.Until > from && freeze.From < until && freeze.LiftedAt == null);

        public IQueryable<BookingRow> BookingsOverlapping(DateTimeOffset from, DateTimeOffset until) =>
            db.Bookings.Where(booking => booking.Until > from && booking.From < until);

        public IQueryable<BookingRow> BookingsOverlapping(
            DateTimeOffset from, DateTimeOffset until, IReadOnlyCollection<string> systems)
        {
            var holders = db.BookingsOfSystems
                .Where(row => systems.Contains(row.System) && row.Until > from && row.From < until)
                .Select(row => row.Holder);
            return db.Bookings.Where(booking => holders.Contains(booking.Holder));
        }

        public IQueryable<BookingRow> BookingsIn(IReadOnlyCollection<string> windows) =>
            db.Bookings.Where(booking => windows.Contains(booking.Window));
    }
}

internal sealed class CalendarTables : IModelPart
{
    public void Apply(ModelBuilder model)
    {
        model.Entity<Window>(window =>
        {
            window.ToTable("production_window");
            window.HasKey(w => new { w.TenantId, w.Key });
            window.HasIndex(w => new { w.TenantId, w.Until });
            window.Property(w => w.Systems).AsJson();
            window.Property<long?>("heldSequence").HasColumnName("held_sequence");
        });
        model.Entity<Freeze>(freeze =>
        {
            freeze.ToTable("freeze");
            freeze.HasKey(f => new { f.TenantId, f.Key });
            freeze.HasIndex(f => new { f.TenantId, f.Until });
            freeze.Property(f => f.Systems).AsJson();
        });
        model.Entity<BookingRow>(booking =>
        {
            booking.ToTable("booking");
            booking.HasKey(b => new { b.TenantId, b.Holder });
            booking.HasIndex(b => new { b.TenantId, b.Until });
            booking.HasIndex(b => new { b.TenantId, b.Window });
            booking.Property(b => b.Systems).AsJson();
        });
        model.Entity<BookingOfSystem>(row =>
        {
            row.ToTable("booking_of_system");
            row.HasKey(r => new { r.TenantId, r.System, r.Until, r.From, r.Holder });
            row.HasIndex(r => new { r.TenantId, r.Holder });
        });
        model.Entity<BookingCover>(cover =>
        {
            cover.ToTable("booking_cover");
            cover.HasKey(c => new { c.TenantId, c.Holder, c.CoveredBy });
            cover.HasIndex(c => new { c.TenantId, c.CoveredBy });
        });
        model.Entity<CalendarRestricted>(fact =>
        {
            fact.ToTable("calendar_restricted");
            fact.HasKey(f => new { f.TenantId, f.Id });
            fact.Property(f => f.Systems).AsJson();
        });
    }
}
