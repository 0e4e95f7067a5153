using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Production.Systems;

namespace Sluice.Changes;

/// <summary>What all acts on one change have in common: load, ask every rule, act, save, answer with the change.</summary>
public sealed class ActOnChange(AppDb db, UnitOfWork work, Actor actor, ListOwners listOwners, ChangeBooking booking, TimeProvider clock)
{
    internal delegate IEnumerable<Reason> Rules(Change change, Actor actor, DateTimeOffset now);

    internal delegate Refusal? Act(Change change, Actor actor, DateTimeOffset now);

    internal Task<Outcome<ShowChange.Response>> Handle(string reference, Rules against, Act act, CancellationToken ct) =>
        Handle(reference, (change, _, who, now) => Refusal.For(against(change, who, now)) ?? act(change, who, now), ct);

    internal Task<Outcome<ShowChange.Response>> Handle(
        string reference, Func<Change, OwnerTeams, Actor, DateTimeOffset, Refusal?> act, CancellationToken ct) =>
        work.Act<ShowChange.Response>(async () =>
        {
            if (await db.ChangeWithRef(reference).SingleOrDefaultAsync(ct) is not { } change)
                return ChangeReasons.Unknown;
            var owners = await listOwners.Handle(change.Content.Systems, ct);
            var before = BookedAs.Of(change);
            var now = clock.GetUtcNow();
            if (act(change, owners, actor, now) is { } refusal)
                return refusal;
            await booking.Keep(change, before, ct);
            await db.WriteDown(ct);
            return ShowChange.As(actor, change, owners, now);
        }, ct);
}
