using Sluice.Kernel.Persistence;
using Sluice.Kernel.Tenancy;

namespace Sluice.Production.Calendar;

/// <summary>Who means to work on which systems, and when.</summary>
/// <param name="Holder">A reference: <c>CHG-1001</c>, <c>REL-27</c>.</param>
/// <param name="From">Included.</param>
/// <param name="Until">Excluded.</param>
/// <param name="Window">Key of the window whose capacity it takes up.</param>
/// <param name="RiskPoints">Of all its changes: low 1, medium 3, high 8 each.</param>
/// <param name="Covers">Holders of whose bookings this is the whole: what runs once is counted once.</param>
public sealed record Booking(
    string Holder, string Title, DateTimeOffset From, DateTimeOffset Until, IReadOnlyList<string> Systems, string? Window,
    int Changes, int RiskPoints, IReadOnlyList<string> Covers);

/// <summary>A booking at rest. It holds nothing of its own: all of it is in its holder's record and history.</summary>
internal sealed class BookingRow : ITenantOwned, IIndexRow
{
    public TenantId TenantId { get; private set; }
    public string Holder { get; init; } = "";
    public string Title { get; private set; } = "";
    public DateTimeOffset From { get; private set; }
    public DateTimeOffset Until { get; private set; }
    public IReadOnlyList<string> Systems { get; private set; } = [];
    public string? Window { get; private set; }
    public int Changes { get; private set; }
    public int RiskPoints { get; private set; }

    public void Take(Booking booking)
    {
        (Title, From, Until, Window) = (booking.Title, booking.From, booking.Until, booking.Window);
        (Systems, Changes, RiskPoints) = (booking.Systems, booking.Changes, booking.RiskPoints);
    }
}

/// <summary>Finds bookings by system and time; its primary key is the index for that.</summary>
internal sealed record BookingOfSystem(TenantId TenantId, string System, DateTimeOffset Until, DateTimeOffset From, string Holder)
    : ITenantOwned, IIndexRow;

/// <summary>Says whose booking includes whose; a row of its own, so that either of the two may be booked first.</summary>
internal sealed record BookingCover(TenantId TenantId, string Holder, string CoveredBy) : ITenantOwned, IIndexRow;
