using Sluice.Production.Calendar;

namespace Sluice.Web.Demo;

/// <summary>What the demo's production control has planned when it begins.</summary>
/// <remarks>
/// No freeze and no limit touches payments-api, ledger-db or core-batch within seven days: whoever tries the main path there must
/// not meet an obstacle that nobody told them of.
/// </remarks>
internal static class DemoCalendar
{
    private const string ZoneId = "Europe/Berlin";

    public static IReadOnlyList<WindowDraft> Windows(DateTimeOffset now) =>
    [
        new("channels-evening", "Web channels, evening", At(now, 1, 20), At(now, 2, 0), ZoneId,
            ["web-bank", "card-portal", "crm"], MaxChanges: 6, MaxRiskPoints: 20),
        new("core-evening", "Core systems, evening", At(now, 2, 20), At(now, 3, 2), ZoneId,
            ["payments-api", "ledger-db", "core-batch", "cics-accounts", "statements"]),
        new("channels-second", "Web channels, second evening", At(now, 4, 20), At(now, 5, 0), ZoneId,
            ["web-bank", "card-portal", "crm"], MaxChanges: 6, MaxRiskPoints: 20),
        new("sysplex-night", "Sysplex, long night", At(now, 10, 22), At(now, 11, 6), ZoneId,
            ["ledger-db", "core-batch", "cics-accounts", "workload-scheduler", "statements"], MaxChanges: 12, MaxRiskPoints: 40),
    ];

    public static IReadOnlyList<FreezeDraft> Freezes(DateTimeOffset now) =>
    [
        new("card-campaign", "Card campaign", At(now, 21, 0), At(now, 24, 0), ZoneId, ["web-bank", "card-portal", "crm"],
            "A campaign doubles the traffic of the web channels."),
    ];

    /// <summary>At that hour of the clocks in Berlin, so many days from today there.</summary>
    private static DateTimeOffset At(DateTimeOffset now, int days, int hour)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(ZoneId);
        var local = TimeZoneInfo.ConvertTime(now, zone).Date.AddDays(days).AddHours(hour);
        return new(local, zone.GetUtcOffset(local));
    }
}
