using Sluice.Production.Calendar;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Calendar;

public enum CalendarKind { Freeze, Window, Release, Change }

/// <summary>A freeze, a window or a booking, as its days show it.</summary>
/// <param name="Ref">A booking's holder; null for what people have only given a title.</param>
/// <param name="Systems">Null: everything.</param>
/// <param name="Marks">Of a change both: the gate's, then the channel's.</param>
/// <param name="Note">What there is to know besides; a freeze's reason, what a window holds.</param>
/// <param name="Changes">Those that a release's booking covers.</param>
public sealed record CalendarEntry(
    CalendarKind Kind, string Address, string? Ref, string Title, DateTimeOffset From, DateTimeOffset Until,
    IReadOnlyList<string>? Systems, IReadOnlyList<Mark> Marks, string? Note, IReadOnlyList<string> Changes)
{
    public bool IsBooking => Kind is CalendarKind.Release or CalendarKind.Change;

    public CalendarSpan Span => new(From, Until);

    public string Word => Kind switch
    {
        CalendarKind.Freeze => CalendarWords.Freeze,
        CalendarKind.Window => CalendarWords.Window,
        CalendarKind.Release => CalendarWords.Release,
        _ => CalendarWords.Change,
    };

    /// <summary>"20:00 – 23:00", "until 02:00", "all day": of that day.</summary>
    public string TimeOn(DateOnly day, Viewer viewer)
    {
        var (begins, ends) = (viewer.DateOf(From), viewer.DateOf(Until));
        return begins == day
            ? $"{viewer.Clock(From)} – {(ends == day ? viewer.Clock(Until) : viewer.Text(Until))}"
            : ends == day ? Sentence.Of(CalendarWords.UntilThen, viewer.Clock(Until)) : CalendarWords.AllDay;
    }

    public static IEnumerable<CalendarEntry> Of(ShowCalendar.Response plan, HolderMarks marks) =>
        plan.Freezes.Select(Of).Concat(plan.Windows.Select(Of))
            .Concat(plan.Bookings.Where(booking => booking.CoveredBy is null).Select(booking => Of(booking, plan, marks)))
            .OrderBy(entry => entry.Kind is not CalendarKind.Freeze).ThenBy(entry => entry.From)
            .ThenBy(entry => entry.Kind).ThenBy(entry => entry.Address, StringComparer.Ordinal);

    private static CalendarEntry Of(ShowFreeze.Response freeze) => new(
        CalendarKind.Freeze, $"/freezes/{freeze.Key}", null, freeze.Title, freeze.From, freeze.Until, freeze.Systems,
        [Mark.Of(freeze.Status)], freeze.Reason, []);

    private static CalendarEntry Of(ShowWindow.Response window) => new(
        CalendarKind.Window, $"/windows/{window.Key}", null, window.Title, window.From, window.Until, window.Systems,
        [Mark.Of(window.Status)], window.HeldBecause ?? WindowCapacity.Of(window).InWords, []);

    private static CalendarEntry Of(BookingShown booking, ShowCalendar.Response plan, HolderMarks marks) => new(
        HolderMarks.IsRelease(booking.Holder) ? CalendarKind.Release : CalendarKind.Change, HolderMarks.AddressOf(booking.Holder),
        booking.Holder, booking.Title, booking.From, booking.Until, booking.Systems, marks.Of(booking.Holder),
        booking.Window is { } window ? Sentence.Of(CalendarWords.InWindow, window) : null,
        [.. plan.Bookings.Where(other => other.CoveredBy == booking.Holder).Select(other => other.Holder)]);
}
