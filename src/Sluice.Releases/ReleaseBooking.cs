using Sluice.Handover;
using Sluice.Production.Calendar;

namespace Sluice.Releases;

/// <summary>What the calendar says of a release, compared before and after an act.</summary>
internal sealed record BookedAs(bool IsBooked, bool IsOpen, string Title, CommittedInterval? Interval, string Items)
{
    public static BookedAs Of(Release release) => new(
        release.IsCommitted && release.Status is not ReleaseStatus.Cancelled, ReleaseLifecycle.IsOpen(release.Status),
        release.Title, release.PlannedInterval,
        string.Join('\n', release.Items.Select(item => $"{item.Change} {item.Risk} {string.Join(' ', item.Systems)} {item.Status is DeliveryStatus.BackedOut}")));
}

/// <summary>Keeps a release's booking in step with it. It covers those of its changes: what runs once is booked once.</summary>
/// <remarks>
/// A change that has been backed out needs its systems no more, though it has taken its part of the window. Once the release has
/// ended it covers nothing, and takes up nothing after its end; of its window only what was carried out. A change that came back,
/// from it or by itself, asks for an interval of its own again.
/// </remarks>
public sealed class ReleaseBooking(KeepBookings bookings)
{
    internal Task Keep(Release release, CancellationToken ct)
    {
        if (BookedAs.Of(release) is not { IsBooked: true, Interval: { } interval, IsOpen: var isOpen })
            return bookings.Drop(release.Ref, ct);
        var still = release.Items.Where(item => item.Status is not DeliveryStatus.BackedOut).ToList();
        var counted = isOpen ? release.Items : [.. release.Items.Where(item => release.HasBegun(item.Change))];
        return bookings.Put(
            new(release.Ref, release.Title, interval.From, Until(release, interval),
                isOpen ? Release.SystemsOf(still) : release.Systems, interval.Window,
                counted.Count, counted.Sum(item => item.Risk.Points()), isOpen ? [.. still.Select(item => item.Change)] : []),
            ct);
    }

    private static DateTimeOffset Until(Release release, CommittedInterval interval) =>
        release.EndedAt is { } ended && ended > interval.From && ended < interval.Until ? ended : interval.Until;
}
