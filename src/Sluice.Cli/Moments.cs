using System.Globalization;
using System.Text.RegularExpressions;

namespace Sluice.Cli;

/// <summary>Moments as people type them.</summary>
internal static partial class Moments
{
    /// <returns>ISO 8601 in UTC.</returns>
    /// <exception cref="MisuseException">Neither a moment with its offset nor a time from now on.</exception>
    public static string Read(string text, DateTimeOffset now)
    {
        // From now on is from this second on: nobody means its fraction, and it would be in the way wherever it is shown.
        var moment = FromNow(text, now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond))) ?? Absolute(text)
            ?? throw new MisuseException($"\"{text}\" is no moment. Say 2026-03-07T21:00Z, with its offset, or +2h from now.");
        return moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
    }

    private static DateTimeOffset? FromNow(string text, DateTimeOffset now)
    {
        if (Span().Match(text) is not { Success: true } span)
            return null;
        var count = int.Parse(span.Groups["count"].Value, CultureInfo.InvariantCulture);
        return now + span.Groups["unit"].Value switch
        {
            "m" => TimeSpan.FromMinutes(count),
            "h" => TimeSpan.FromHours(count),
            _ => TimeSpan.FromDays(count),
        };
    }

    // Without an offset it would mean one thing here and another where the release runs.
    private static DateTimeOffset? Absolute(string text) =>
        Offset().IsMatch(text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;

    [GeneratedRegex(@"^(?<sign>\+)(?<count>\d{1,5})(?<unit>[mhd])$")]
    private static partial Regex Span();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*([Zz]|[+-]\d\d:?\d\d)$")]
    private static partial Regex Offset();
}
