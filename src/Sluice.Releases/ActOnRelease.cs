using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;

namespace Sluice.Releases;

/// <summary>What all acts on one release have in common: load, ask every rule, act, save, answer with the release.</summary>
public sealed class ActOnRelease(
    AppDb db, UnitOfWork work, Actor actor, FindChanges findChanges, ReleaseBooking booking, ShowRelease show, TimeProvider clock)
{
    internal delegate IEnumerable<Reason> Rules(Release release, Actor actor, DateTimeOffset now);

    internal delegate Refusal? Act(Release release, Actor actor, DateTimeOffset now);

    /// <summary>For acts that rely on nothing but the release.</summary>
    internal Task<Outcome<ShowRelease.Response>> Handle(string reference, Rules against, Act act, CancellationToken ct) =>
        Handle(
            reference,
            (release, who, now) => Task.FromResult(Refusal.For(against(release, who, now)) ?? act(release, who, now)),
            ct);

    internal Task<Outcome<ShowRelease.Response>> Handle(
        string reference, Func<Release, Actor, DateTimeOffset, Task<Refusal?>> act, CancellationToken ct) =>
        work.Act<ShowRelease.Response>(async () =>
        {
            if (await db.ReleaseWithRef(reference).SingleOrDefaultAsync(ct) is not { } release)
                return ReleaseReasons.Unknown;
            var before = BookedAs.Of(release);
            if (await act(release, actor, clock.GetUtcNow()) is { } refusal)
                return refusal;
            if (BookedAs.Of(release) != before)
                await booking.Keep(release, ct);
            ReleaseIndex.Keep(db, release);
            await db.WriteDown(ct);
            return await show.As(release, ct);
        }, ct);

    /// <summary>What the gate has said of the release's changes.</summary>
    internal Task<GateKnowledge> Known(Release release, CancellationToken ct) =>
        findChanges.Handle([.. release.Items.Select(item => item.Change)], ct);
}
