using System.Globalization;
using Microsoft.AspNetCore.Html;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Parts;

/// <summary>Moments in words, as the viewer's clock and calendar have them.</summary>
public static class When
{
    private const int DaysInWords = 6;

    /// <summary>The day and the time of it.</summary>
    public static IHtmlContent Moment(this Viewer viewer, DateTimeOffset moment) =>
        new TimeShown(moment, viewer.Exactly(moment), viewer.Text(moment));

    /// <summary>How far off it is.</summary>
    public static IHtmlContent Ago(this Viewer viewer, DateTimeOffset moment) =>
        new TimeShown(moment, viewer.Exactly(moment), viewer.Distance(moment));

    /// <summary>"Sun 22 Nov 23:05"; with its year unless it is this one.</summary>
    public static string Text(this Viewer viewer, DateTimeOffset moment) =>
        $"{viewer.Day(viewer.DateOf(moment))} {viewer.Clock(moment)}";

    /// <summary>"Sun 22 Nov"</summary>
    public static string Day(this Viewer viewer, DateOnly day)
    {
        var culture = viewer.Culture;
        var pattern = culture.DateTimeFormat.MonthDayPattern.Replace("MMMM", "MMM", StringComparison.Ordinal);
        return day.ToString($"ddd {pattern}", culture)
            + (day.Year == viewer.Today.Year ? "" : day.Year.ToString(" 0000", CultureInfo.InvariantCulture));
    }

    /// <summary>"November 2026"</summary>
    public static string Month(this Viewer viewer, DateOnly day) =>
        day.ToString(viewer.Culture.DateTimeFormat.YearMonthPattern, viewer.Culture);

    /// <summary>"22"; where a month begins, "1 Dec".</summary>
    public static string DayOfMonth(this Viewer viewer, DateOnly day, bool withMonth) => withMonth
        ? day.ToString(
            viewer.Culture.DateTimeFormat.MonthDayPattern.Replace("MMMM", "MMM", StringComparison.Ordinal), viewer.Culture)
        : day.Day.ToString(CultureInfo.InvariantCulture);

    public static string Clock(this Viewer viewer, DateTimeOffset moment) =>
        viewer.Local(moment).ToString(viewer.Culture.DateTimeFormat.ShortTimePattern, viewer.Culture);

    /// <summary>"Sun 22 Nov 23:00 – Mon 23 Nov 04:30", the day said once where it is the same.</summary>
    public static string Text(this Viewer viewer, DateTimeOffset from, DateTimeOffset until) =>
        $"{viewer.Text(from)} – {(viewer.DateOf(from) == viewer.DateOf(until) ? viewer.Clock(until) : viewer.Text(until))}";

    /// <summary>For hovering: to the second, here and in UTC.</summary>
    public static string Exactly(this Viewer viewer, DateTimeOffset moment)
    {
        var utc = moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " UTC";
        var local = viewer.Local(moment);
        return local.Offset == TimeSpan.Zero
            ? utc
            : local.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + $" {viewer.Zone.Id}, {utc}";
    }

    /// <summary>"3 h ago", "in 20 min"; further off than days, the day itself.</summary>
    public static string Distance(this Viewer viewer, DateTimeOffset moment)
    {
        var ahead = moment - viewer.Now;
        var size = ahead.Duration();
        var isAhead = ahead > TimeSpan.Zero;
        return size switch
        {
            _ when size < TimeSpan.FromMinutes(1) => isAhead ? PartWords.InAMoment : PartWords.JustNow,
            _ when size < TimeSpan.FromHours(1) => Sentence.Of(isAhead ? PartWords.InMinutes : PartWords.MinutesAgo, (int)size.TotalMinutes),
            _ when size < TimeSpan.FromDays(1) => Sentence.Of(isAhead ? PartWords.InHours : PartWords.HoursAgo, (int)size.TotalHours),
            _ when size < TimeSpan.FromDays(DaysInWords) => isAhead
                ? Sentence.Count((int)size.TotalDays, PartWords.InOneDay, PartWords.InDays)
                : Sentence.Count((int)size.TotalDays, PartWords.OneDayAgo, PartWords.DaysAgo),
            _ => viewer.Day(viewer.DateOf(moment)),
        };
    }

    public static string Duration(TimeSpan time) => time < TimeSpan.FromHours(1)
        ? Sentence.Of(PartWords.InMin, (int)time.TotalMinutes)
        : Sentence.Of(PartWords.InHoursAndMinutes, (int)time.TotalHours, time.Minutes);
}
