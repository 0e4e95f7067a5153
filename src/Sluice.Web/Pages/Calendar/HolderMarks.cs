using Sluice.Changes;
using Sluice.Production.Calendar;
using Sluice.Releases;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Calendar;

/// <summary>Where those stand who have booked; the calendar itself does not know.</summary>
public sealed class HolderMarks(
    IReadOnlyDictionary<string, ReleaseStatus> releases, IReadOnlyDictionary<string, FindChangeStatuses.Found> changes)
{
    private const string Release = "REL-";

    private static IReadOnlyList<Mark> Booked => [new("channel-planned", "plain", CalendarWords.Booked)];

    public static async Task<HolderMarks> Read(
        FindReleaseStatuses releases, FindChangeStatuses changes, IEnumerable<BookingShown> bookings, CancellationToken ct)
    {
        var holders = bookings.Select(booking => booking.Holder).ToList();
        return new(await releases.Handle(holders, ct), await changes.Handle(holders, ct));
    }

    public static bool IsRelease(string holder) => holder.StartsWith(Release, StringComparison.Ordinal);

    public static string AddressOf(string holder) => $"/{(IsRelease(holder) ? "releases" : "changes")}/{holder}";

    public IReadOnlyList<Mark> Of(string holder) =>
        releases.TryGetValue(holder, out var release) ? [Mark.Of(release)]
        : changes.TryGetValue(holder, out var change) ? [Mark.Of(change.Status), Mark.Of(change.DeliveryStatus)]
        : Booked;
}
