using Sluice.Handover;
using Sluice.Production.Calendar;

namespace Sluice.Changes;

/// <summary>What the calendar says of a change: the interval its requester asks for, from submission until it has ended.</summary>
internal sealed record BookedAs(bool IsBooked, string Title, DateTimeOffset From, DateTimeOffset Until, string Systems, Risk? Risk)
{
    public static BookedAs Of(Change change) => new(
        change.Status is ChangeStatus.Assess or ChangeStatus.Authorize or ChangeStatus.InformationRequested or ChangeStatus.OnHold
            or ChangeStatus.Approved,
        change.Content.Title, change.Content.WindowFrom, change.Content.WindowUntil, string.Join(' ', change.Content.Systems),
        change.Risk);
}

/// <summary>Keeps a change's booking in step with it; while a release holds the change, that release's booking covers it.</summary>
public sealed class ChangeBooking(KeepBookings bookings)
{
    internal async Task Keep(Change change, BookedAs before, CancellationToken ct)
    {
        var now = BookedAs.Of(change);
        if (now == before || (!now.IsBooked && !before.IsBooked))
            return;
        if (now.IsBooked)
            await bookings.Put(
                new(change.Ref, now.Title, now.From, now.Until, change.Content.Systems, Window: null, Changes: 1,
                    change.Risk.Points(), Covers: []),
                ct);
        else
            await bookings.Drop(change.Ref, ct);
    }
}
