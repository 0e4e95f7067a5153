using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;
using Sluice.Releases.Runbooks;

namespace Sluice.Releases.Execution;

/// <summary>GET /api/v1/releases/{reference}/run: plan against what happened, the likely end, and until when one can still go back.</summary>
public sealed class ShowRun(AppDb db, TimeProvider clock)
{
    /// <param name="At">The moment all of it is as of.</param>
    /// <param name="PlannedFinish">Of the last forward step, counted from the start; null without steps.</param>
    /// <param name="LikelyFinish">The same as it looks now.</param>
    /// <param name="BackOutMinutes">To back out what is done so far, one step after the other.</param>
    /// <param name="BackOutSteps">Those steps, in the order of their turns.</param>
    /// <param name="VerificationMinutes">To see afterwards that production is as it was.</param>
    /// <param name="ReserveMinutes">For what nobody has planned.</param>
    /// <param name="LastSafeBackOut">The end of the interval less all three; null without an interval.</param>
    public sealed record Response(
        string Ref, ReleaseStatus Status, DateTimeOffset At, DateTimeOffset? Until, DateTimeOffset? PlannedFinish,
        DateTimeOffset? LikelyFinish, long BackOutMinutes, IReadOnlyList<string> BackOutSteps, long VerificationMinutes,
        long ReserveMinutes, DateTimeOffset? LastSafeBackOut, IReadOnlyList<ItemWayBack> Items, IReadOnlyList<StepTimes> Steps, long Version) : IVersioned;

    /// <param name="BackOutMinutes">To back out this change alone.</param>
    public sealed record ItemWayBack(string Change, long BackOutMinutes);

    /// <param name="From">When it began; likely to begin, if it has not.</param>
    /// <param name="Until">When it ended; likely to end, if it has not.</param>
    /// <param name="IsCritical">Not ended, and a delay of it delays the end of the run.</param>
    /// <param name="MinutesLate">Past its planned end and still running.</param>
    public sealed record StepTimes(
        string Key, StepStatus Status, DateTimeOffset PlannedFrom, DateTimeOffset PlannedUntil, DateTimeOffset From,
        DateTimeOffset Until, bool IsCritical, long MinutesLate);

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet(
        "/releases/{reference}/run",
        async (string reference, ShowRun slice, CancellationToken ct) => (await slice.Handle(reference, ct)).ToHttp());

    public async Task<Outcome<Response>> Handle(string reference, CancellationToken ct)
    {
        if (await db.ReleaseWithRef(reference).AsNoTracking().SingleOrDefaultAsync(ct) is not { } release)
            return ReleaseReasons.Unknown;
        var now = clock.GetUtcNow();
        var forecast = new RunForecast(release, now);
        return new Response(
            release.Ref, release.Status, now, release.Until, forecast.PlannedFinish, forecast.LikelyFinish,
            (long)forecast.BackOutTime.TotalMinutes, [.. forecast.WayBack.Select(step => step.Key)],
            (long)forecast.VerificationTime.TotalMinutes, (long)forecast.Reserve.TotalMinutes, forecast.LastSafeBackOut,
            [.. release.Items.Select(item => new ItemWayBack(item.Change, Minutes(forecast, item.Change)))],
            [.. Times(release, forecast)], release.Version);
    }

    private static IEnumerable<StepTimes> Times(Release release, RunForecast forecast)
    {
        var critical = forecast.Critical;
        return from step in release.Runbook
               where !step.Plan.IsBackOut
               let plan = forecast.Plan[step.Key]
               let likely = forecast.Likely[step.Key]
               select new StepTimes(
                   step.Key, step.Status, Moment(plan.Begin), Moment(plan.End), Moment(likely.Begin), Moment(likely.End),
                   critical.Contains(step.Key), (long)forecast.Late(step).TotalMinutes);
    }

    private static long Minutes(RunForecast forecast, string change) =>
        forecast.WayBack.Where(step => step.Plan.Change == change).Sum(step => (long)step.Plan.Minutes);

    private static DateTimeOffset Moment(long ticks) => new(ticks, TimeSpan.Zero);
}
