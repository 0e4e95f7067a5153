using System.Globalization;
using Sluice.Production.Calendar;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Calendar;

/// <summary>What is booked in a window, held against what it takes.</summary>
/// <param name="Percent">Of whichever of the two is fuller; null where there is no limit.</param>
public sealed record WindowCapacity(string Changes, string RiskPoints, int? Percent)
{
    private const int Full = 100;

    public static WindowCapacity Of(ShowWindow.Response window) =>
        Of(window.Load?.Changes ?? 0, window.MaxChanges, window.Load?.RiskPoints ?? 0, window.MaxRiskPoints);

    public static WindowCapacity Of(WindowKnown window, int changes, int riskPoints) =>
        Of(changes, window.MaxChanges, riskPoints, window.MaxRiskPoints);

    private static WindowCapacity Of(int changes, int? mostChanges, int points, int? mostPoints) => new(
        Words(changes, mostChanges), Words(points, mostPoints), new[] { Part(changes, mostChanges), Part(points, mostPoints) }.Max());

    public bool IsOver => Percent > Full;

    public string Tone => Percent switch
    {
        > Full => "fill-bad",
        Full => "fill-warn",
        _ => "fill-live",
    };

    /// <summary>Of the bar: it ends where the window is full.</summary>
    public string Width => string.Create(CultureInfo.InvariantCulture, $"{Math.Min(Percent ?? 0, Full)}%");

    public string InWords =>
        Sentence.Of(
            Percent switch
            {
                > Full => CalendarWords.CapacityExceeded,
                Full => CalendarWords.CapacityUsedUp,
                _ => CalendarWords.CapacityUsed,
            },
            Counted(Changes, CalendarWords.OneChange, CalendarWords.SomeChanges),
            Counted(RiskPoints, CalendarWords.OneRiskPoint, CalendarWords.SomeRiskPoints));

    private static string Counted(string number, string one, string many) => Sentence.Of(number is "1" ? one : many, number);

    private static string Words(int load, int? most) => most is { } limit
        ? Sentence.Of(CalendarWords.LoadOfLimit, load, limit)
        : load.ToString(CultureInfo.InvariantCulture);

    // One point over the limit must not be rounded down to full, nor one below it up.
    private static int? Part(int load, int? most) =>
        most is not { } limit ? null
        : load > limit ? (int)Math.Min(int.MaxValue, Math.Max(Full + 1, (long)load * Full / limit))
        : (int)((long)load * Full / limit);
}
