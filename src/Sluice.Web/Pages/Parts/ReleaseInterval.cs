using System.Globalization;

namespace Sluice.Web.Pages.Parts;

/// <summary>When a release runs, in its own zone as its people speak of it; the same in UTC for everybody else.</summary>
public sealed record ReleaseInterval(DateTimeOffset From, DateTimeOffset Until, string Zone)
{
    public static ReleaseInterval? Of(DateTimeOffset? from, DateTimeOffset? until, string? zone) =>
        from is { } first && until is { } last ? new(first, last, zone ?? "Etc/UTC") : null;

    public string Local
    {
        get
        {
            var zone = TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out var known) ? known : TimeZoneInfo.Utc;
            return Text(TimeZoneInfo.ConvertTime(From, zone), TimeZoneInfo.ConvertTime(Until, zone));
        }
    }

    public string InUtc => Text(From.ToUniversalTime(), Until.ToUniversalTime()) + " UTC";

    private static string Text(DateTimeOffset from, DateTimeOffset until) => from.Date == until.Date
        ? string.Create(CultureInfo.InvariantCulture, $"{from:ddd d MMM HH:mm} – {until:HH:mm}")
        : string.Create(CultureInfo.InvariantCulture, $"{from:ddd d MMM HH:mm} – {until:ddd d MMM HH:mm}");
}
