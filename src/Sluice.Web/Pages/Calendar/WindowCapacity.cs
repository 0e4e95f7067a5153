using System.Globalization;
using Sluice.Production.Calendar;

namespace Sluice.Web.Pages.Calendar;

/// <summary>What is booked in a window, held against what it takes.</summary>
/// <param name="Percent">Of whichever of the two is fuller; null where there is no limit.</param>
public sealed record WindowCapacity(string Changes, string RiskPoints, int? Percent)
{
    private const int Full = 100;

    public static WindowCapacity Of(ShowWindow.Response window)
    {
        var (changes, points) = (window.Load?.Changes ?? 0, window.Load?.RiskPoints ?? 0);
        return new(
            Words(changes, window.MaxChanges), Words(points, window.MaxRiskPoints),
            new[] { Part(changes, window.MaxChanges), Part(points, window.MaxRiskPoints) }.Max());
    }

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
        $"{Changes} {Plural(Changes, "change")}, {RiskPoints} {Plural(RiskPoints, "risk point")}" + Percent switch
        {
            > Full => ": too much",
            Full => ": full",
            _ => "",
        };

    private static string Plural(string number, string one) => number is "1" ? one : one + "s";

    private static string Words(int load, int? most) => most is { } limit
        ? string.Create(CultureInfo.InvariantCulture, $"{load} of {limit}")
        : load.ToString(CultureInfo.InvariantCulture);

    // One point over the limit must not be rounded down to full, nor one below it up.
    private static int? Part(int load, int? most) =>
        most is not { } limit ? null
        : load > limit ? (int)Math.Min(int.MaxValue, Math.Max(Full + 1, (long)load * Full / limit))
        : (int)((long)load * Full / limit);
}
