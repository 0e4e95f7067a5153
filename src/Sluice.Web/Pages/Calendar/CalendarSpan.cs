using Sluice.Web.Pages.Parts;

namespace Sluice.Web.Pages.Calendar;

/// <summary>An interval [from, until), and the viewer's days that it is on.</summary>
public readonly record struct CalendarSpan(DateTimeOffset From, DateTimeOffset Until)
{
    private static readonly TimeSpan Night = TimeSpan.FromDays(1);

    // Intervals exclude their end: what ends at midnight is not on the day that begins then.
    private DateTimeOffset LastMoment => Until > From ? Until.AddTicks(-1) : From;

    /// <summary>On every day of which it takes a part.</summary>
    public bool Touches(DateOnly day, Viewer viewer) => viewer.DateOf(From) <= day && viewer.DateOf(LastMoment) >= day;

    /// <summary>In a month, a night belongs to the day on which it begins; only what is longer is on every day.</summary>
    /// <param name="first">Of the days shown: what began earlier is on this one.</param>
    public bool IsOf(DateOnly day, DateOnly first, Viewer viewer)
    {
        if (Until - From > Night)
            return Touches(day, viewer);
        var begins = viewer.DateOf(From);
        return day == (begins < first ? first : begins);
    }
}
