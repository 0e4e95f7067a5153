using Sluice.Web.Pages.Parts;

namespace Sluice.Web.Pages.Calendar;

/// <summary>One day, and all that is on it.</summary>
/// <param name="Conflicts">Those that the day sees; the first is linked.</param>
public sealed record CalendarDay(
    DateOnly Date, bool IsOutside, bool IsToday, IReadOnlyList<CalendarEntry> Entries, IReadOnlyList<ConflictLine> Conflicts)
{
    /// <summary>In a month; of a fuller day, the first few and how many more there are.</summary>
    public const int MostShown = 4;

    public IEnumerable<CalendarEntry> Shown => Entries.Take(Entries.Count > MostShown ? MostShown - 1 : MostShown);

    public int More => Entries.Count > MostShown ? Entries.Count - MostShown + 1 : 0;

    public static IReadOnlyList<CalendarDay> Of(
        CalendarPeriod period, IReadOnlyList<CalendarEntry> entries, IReadOnlyList<ConflictLine> conflicts, Viewer viewer)
    {
        return
        [
            .. period.Days.Select(day => new CalendarDay(
                day, period.IsOutside(day), day == viewer.Today,
                [.. entries.Where(entry => IsOn(day, entry.Span, isOnEach: entry.Kind is CalendarKind.Freeze))],
                [.. conflicts.Where(line => IsOn(day, new(line.Conflict.From, line.Conflict.Until), isOnEach: false))])),
        ];

        bool IsOn(DateOnly day, CalendarSpan span, bool isOnEach) => isOnEach || period.View is CalendarView.Day
            ? span.Touches(day, viewer)
            : span.IsOf(day, period.First, viewer);
    }
}
