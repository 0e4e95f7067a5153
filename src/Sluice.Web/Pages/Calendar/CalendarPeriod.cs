using System.Globalization;
using Sluice.Kernel.Outcomes;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Calendar;

public enum CalendarView { Month, List, Day }

/// <summary>The days that a calendar shows, by the viewer's clock.</summary>
/// <param name="Shown">The day, or the first day of the month.</param>
/// <param name="First">Earlier than the month, where its first week begins.</param>
/// <param name="End">The day after the last.</param>
public sealed record CalendarPeriod(CalendarView View, DateOnly Shown, DateOnly First, DateOnly End)
{
    private const int DaysInWeek = 7;
    private const int FirstYear = 1970;
    private const int LastYear = 2999;
    private const string MonthShape = "yyyy-MM";
    private const string DayShape = "yyyy-MM-dd";

    public IEnumerable<DateOnly> Days => Enumerable.Range(0, End.DayNumber - First.DayNumber).Select(First.AddDays);

    public IEnumerable<IReadOnlyList<DateOnly>> Weeks => Days.Chunk(DaysInWeek);

    public DateOnly Previous => View is CalendarView.Day ? Shown.AddDays(-1) : Shown.AddMonths(-1);

    public DateOnly Next => View is CalendarView.Day ? Shown.AddDays(1) : Shown.AddMonths(1);

    public bool IsOutside(DateOnly day) => View is not CalendarView.Day && day.Month != Shown.Month;

    public string Title(Viewer viewer) => View is CalendarView.Day ? viewer.Day(Shown) : viewer.Month(Shown);

    public static CalendarPeriod Of(CalendarView view, DateOnly day, DayOfWeek weekStart)
    {
        if (view is CalendarView.Day)
            return new(view, day, day, day.AddDays(1));
        var shown = new DateOnly(day.Year, day.Month, 1);
        var next = shown.AddMonths(1);
        return view is CalendarView.List
            ? new(view, shown, shown, next)
            : new(
                view, shown, shown.AddDays(-Since(weekStart, shown)),
                next.AddDays((DaysInWeek - Since(weekStart, next)) % DaysInWeek));
    }

    /// <summary>What cannot be read is today's; the reason says which field it stood in.</summary>
    public static (CalendarPeriod Period, Reason? Wrong) Read(string? view, string? month, string? day, Viewer viewer)
    {
        var asked = string.IsNullOrEmpty(day) ? view is "list" ? CalendarView.List : CalendarView.Month : CalendarView.Day;
        var (text, shape, pointer) = asked is CalendarView.Day ? (day, DayShape, "/day") : (month, MonthShape, "/month");
        var isRead = DateOnly.TryParseExact(text, shape, CultureInfo.InvariantCulture, DateTimeStyles.None, out var found)
            && found.Year is >= FirstYear and <= LastYear;
        var period = Of(asked, isRead ? found : viewer.Today, viewer.Culture.DateTimeFormat.FirstDayOfWeek);
        return (period, isRead || string.IsNullOrEmpty(text)
            ? null
            : Reason.Invalid(
                pointer[1..] + ".malformed",
                Sentence.Of(CalendarWords.WriteItAs, (asked is CalendarView.Day ? "2026-11-22" : "2026-11"), FirstYear, LastYear), pointer));
    }

    public static string MonthName(DateOnly day) => day.ToString(MonthShape, CultureInfo.InvariantCulture);

    public static string DayName(DateOnly day) => day.ToString(DayShape, CultureInfo.InvariantCulture);

    private static int Since(DayOfWeek weekStart, DateOnly day) => (day.DayOfWeek - weekStart + DaysInWeek) % DaysInWeek;
}
