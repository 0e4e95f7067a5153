namespace Sluice.Web.Demo.Story;

/// <summary>The story's days and nights by the clocks of its production control, counted from the moment it is first told.</summary>
internal sealed class StoryDays(DateTimeOffset begun)
{
    public const string ZoneId = "Europe/Berlin";

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById(ZoneId);

    private DateTime Today { get; } = TimeZoneInfo.ConvertTime(begun, Zone).Date;

    /// <summary>When everything that is in progress is in progress.</summary>
    public DateTimeOffset Now { get; } = begun;

    /// <summary>Before anything else in the story.</summary>
    public DateTimeOffset Beginning { get; } = BeginningOf(begun);

    public static DateTimeOffset BeginningOf(DateTimeOffset begun) => begun.AddDays(-120);

    /// <summary>Nobody has done anything at that very moment, and the story's own acts are all before it.</summary>
    public static DateTimeOffset ToTheMinute(DateTimeOffset now) => Down(now, TimeSpan.TicksPerMinute);

    /// <summary>As people plan.</summary>
    public static DateTimeOffset ToTheQuarter(DateTimeOffset moment) => Down(moment, 15 * TimeSpan.TicksPerMinute);

    /// <summary>The other way round: how a story half told is gone on with.</summary>
    public static DateTimeOffset BegunAt(DateTimeOffset beginning) => beginning.AddDays(120);

    /// <summary>So many days from today; negative before it.</summary>
    public DateTimeOffset At(int days, int hour, int minute = 0) => Local(Today.AddDays(days).AddHours(hour).AddMinutes(minute));

    /// <summary>The evening of that weekday, so many whole weeks before this one.</summary>
    public DateTimeOffset Evening(int weeksAgo, DayOfWeek day, int hour)
    {
        var monday = Today.AddDays(-(((int)Today.DayOfWeek + 6) % 7));
        return Local(monday.AddDays((-7 * weeksAgo) + (((int)day + 6) % 7)).AddHours(hour));
    }

    /// <summary>That hour of the working day so many before that moment; after it, when negative.</summary>
    public static DateTimeOffset WorkingDay(DateTimeOffset moment, int before, int hour, int minute = 0)
    {
        var (day, step) = (TimeZoneInfo.ConvertTime(moment, Zone).Date, before < 0 ? 1 : -1);
        for (var left = Math.Abs(before); left > 0;)
        {
            day = day.AddDays(step);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                left--;
        }
        return Local(day.AddHours(hour).AddMinutes(minute));
    }

    private static DateTimeOffset Down(DateTimeOffset moment, long to) => new(moment.UtcTicks - (moment.UtcTicks % to), TimeSpan.Zero);

    private static DateTimeOffset Local(DateTime local) => new(local, Zone.GetUtcOffset(local));
}
