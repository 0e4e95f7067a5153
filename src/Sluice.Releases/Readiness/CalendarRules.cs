using Sluice.Handover;
using Sluice.Releases.Runbooks;
using static Sluice.Releases.Readiness.ReadinessRules;

namespace Sluice.Releases.Readiness;

/// <summary>What has to be so of the time a release is to run in.</summary>
internal static class CalendarRules
{
    public static IEnumerable<ReadinessCheck> Checks(Release release, ReadinessFacts facts, DateTimeOffset now) =>
        release is { IsCommitted: true, From: { } from, Until: { } until }
            ? [NotEnded(until, now), NotHeld(facts), NotFrozen(facts), InCapacity(release, facts), Fits(release, from > now ? from : now, until)]
            : [new("window.committed", "Has a window or an interval", CheckState.Pending, "The release has not been scheduled.", null,
                "release.not-scheduled")];

    private static ReadinessCheck NotEnded(DateTimeOffset until, DateTimeOffset now) => Check(
        "window.not-ended", "window.ended", "The interval has not ended", until <= now ? $"It ended at {until:u}." : null,
        $"It ends at {until:u}.");

    private static ReadinessCheck NotHeld(ReadinessFacts facts) => Check(
        "window.not-held", "window.held", "Production control has not held the window",
        facts.Window?.HeldBecause is { } reason ? $"Production control holds {facts.Window.Key}: {reason}" : null, "Nobody holds it.");

    private static ReadinessCheck NotFrozen(ReadinessFacts facts) => Check(
        "freeze.none", "freeze.active", "No freeze covers it",
        facts.Freezes.Count > 0
            ? $"In the way: {string.Join(", ", facts.Freezes.Select(freeze => $"{freeze.Key} ({freeze.Title})"))}." : null,
        "No freeze is in the way.");

    private static ReadinessCheck InCapacity(Release release, ReadinessFacts facts)
    {
        var (changes, points) = (release.Items.Count, release.Items.Sum(item => item.Risk.Points()));
        var others = facts.Load is { Holders.Count: > 0 } load ? $", with {string.Join(", ", load.Holders)}" : "";
        changes += facts.Load?.Changes ?? 0;
        points += facts.Load?.RiskPoints ?? 0;
        var wrong = facts.Window is not { } window ? null
            : changes > window.MaxChanges ? $"{changes} changes{others}; the window takes {window.MaxChanges}."
            : points > window.MaxRiskPoints ? $"{points} risk points{others}; the window takes {window.MaxRiskPoints}." : null;
        return Check(
            "window.capacity", "capacity.exceeded", "The window's capacity is not exceeded", wrong,
            $"{changes} changes, {points} risk points.");
    }

    private static ReadinessCheck Fits(Release release, DateTimeOffset from, DateTimeOffset until)
    {
        var (planned, there) = (new Precedence(release).Minutes(), Math.Max(0, (int)(until - from).TotalMinutes));
        return Check(
            "plan.fits", "plan.too-long", "The plan fits in the interval",
            planned > there ? $"The steps take {planned} minutes at the least; {there} are left." : null,
            $"{planned} of {there} minutes.");
    }
}
