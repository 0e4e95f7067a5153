using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;
using Sluice.Releases.Readiness;

namespace Sluice.Releases;

/// <summary>
/// What becomes true by time alone: a window passes unused, a check fails that passed when "go" was given. Nothing unsafe waits for
/// this to run: starting checks everything itself.
/// </summary>
public sealed class ReleaseClockwork(
    AppDb db, UnitOfWork work, GatherReadiness gather, ReleaseBooking booking, TimeProvider clock)
{
    /// <exception cref="AggregateException">Some could not be looked at; all others have been.</exception>
    public async Task Handle(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = await db.Releases.AsNoTracking()
            .Where(release => release.Status == ReleaseStatus.Ready
                || (release.Status == ReleaseStatus.Scheduled && release.Until <= now))
            .OrderBy(release => release.Until)
            .Select(release => release.Number).ToListAsync(ct);
        await db.EachAlone(due, number => work.Act<bool>(() => Move(number, now, ct), ct));
    }

    private async Task<Outcome<bool>> Move(int number, DateTimeOffset now, CancellationToken ct)
    {
        var release = await db.WholeReleases.SingleAsync(release => release.Number == number, ct);
        if (release.Status is not (ReleaseStatus.Ready or ReleaseStatus.Scheduled))
            return false; // somebody was faster
        if (release.Until <= now)
        {
            if (release.MissWindow(now) is { } refusal)
                return refusal;
            await booking.Keep(release, ct);
        }
        else if (await FailingChecks(release, now, ct) is { Count: > 0 } failing)
        {
            if (release.VoidGo(failing, now) is { } refusal)
                return refusal;
        }
        else
            return false;
        await db.SaveChangesAsync(ct);
        return true;
    }

    private async Task<List<string>> FailingChecks(Release release, DateTimeOffset now, CancellationToken ct) =>
        release.Status is ReleaseStatus.Ready
            ? [.. ReadinessRules.Checks(release, await gather.Handle(release, ct), now)
                .Where(check => check.Blocks).Select(check => check.Code).Distinct()]
            : [];
}
