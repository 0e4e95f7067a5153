using Sluice.Kernel.Outcomes;

namespace Sluice.Production.Calendar;

/// <summary>What can be wrong with when something is.</summary>
internal static class IntervalRules
{
    public static IEnumerable<Reason> Against(DateTimeOffset? from, DateTimeOffset? until, string? zone, DateTimeOffset now)
    {
        if (from is null)
            yield return Reason.Invalid("interval.missing", "Say from when.", "/from");
        if (until is null)
            yield return Reason.Invalid("interval.missing", "Say until when.", "/until");
        foreach (var reason in Input.Interval(from, until))
            yield return reason;
        if (until <= now)
            yield return Reason.Invalid("interval.ended", "This interval has ended.", "/until");
        if (!Zones.IsKnown(zone))
            yield return Zones.Unknown("/zone");
    }
}
