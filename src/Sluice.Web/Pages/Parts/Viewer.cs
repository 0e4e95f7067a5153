using System.Globalization;

namespace Sluice.Web.Pages.Parts;

/// <summary>How this browser wants to see things: the zone of its clock, its way to write dates, light or dark.</summary>
/// <remarks>
/// Kept in cookies, not with the account: the same person sits in another zone on another day, and on another screen. The script
/// tells the zone on the first visit; whoever does without it says so under settings.
/// </remarks>
public sealed class Viewer
{
    public const string ZoneCookie = "sluice-zone";
    public const string ThemeCookie = "sluice-theme";

    private static readonly CultureInfo Fallback = CultureInfo.GetCultureInfo("en-GB");

    private readonly TimeProvider clock;

    public Viewer(IHttpContextAccessor accessor, TimeProvider clock)
    {
        this.clock = clock;
        var request = accessor.HttpContext?.Request;
        var told = ZoneOf(request?.Cookies[ZoneCookie]);
        (Zone, IsZoneKnown) = (told ?? TimeZoneInfo.Utc, told is not null);
        Theme = request?.Cookies[ThemeCookie] is "light" or "dark" ? request.Cookies[ThemeCookie] : null;
        Culture = request is null ? Fallback : CultureOf(request);
    }

    public TimeZoneInfo Zone { get; }

    /// <summary>Otherwise it is UTC until somebody says what it is.</summary>
    public bool IsZoneKnown { get; }

    /// <summary><see langword="null"/>: as the system has it.</summary>
    public string? Theme { get; }

    public CultureInfo Culture { get; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => DateOf(Now);

    public DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);

    public DateOnly DateOf(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment).DateTime);

    /// <summary>The first moment of a day here; where the clocks skip midnight, the first after it.</summary>
    public DateTimeOffset Midnight(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (Zone.IsInvalidTime(local))
            local = local.AddMinutes(15);
        // Where the clocks show it twice, the day begins with the first.
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>An IANA zone, or <see langword="null"/> for what is none.</summary>
    public static TimeZoneInfo? ZoneOf(string? id) =>
        id is { Length: > 0 and <= 100 } && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) && zone.HasIanaId ? zone : null;

    // The words are English; how a date is written goes by what the browser asks for, as long as its years are the same.
    private static CultureInfo CultureOf(HttpRequest request)
    {
        foreach (var language in request.GetTypedHeaders().AcceptLanguage.OrderByDescending(asked => asked.Quality ?? 1))
            if (language.Value.Value is { Length: >= 2 and <= 20 } name && Known.TryGetValue(name, out var culture))
                return culture;
        return Fallback;
    }

    private static readonly Dictionary<string, CultureInfo> Known = CultureInfo
        .GetCultures(CultureTypes.SpecificCultures | CultureTypes.NeutralCultures)
        .Where(culture => culture.Name.Length > 0 && culture.Calendar is GregorianCalendar)
        .ToDictionary(culture => culture.Name, StringComparer.OrdinalIgnoreCase);
}
