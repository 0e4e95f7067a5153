using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Production.Systems;

namespace Sluice.Production.Calendar;

/// <summary>POST /api/v1/freezes: a go given for anything inside it is void.</summary>
public sealed class AddFreeze(AppDb db, UnitOfWork work, Actor actor, KnownSystems knownSystems, TimeProvider clock)
{
    internal static void Map(IEndpointRouteBuilder api) => api.MapPost(
        ShowFreeze.Path,
        async (FreezeDraft request, AddFreeze slice, CancellationToken ct) =>
            (await slice.Handle(request, ct)).ToCreated(freeze => $"{ShowFreeze.Path}/{freeze.Ref}"));

    public Task<Outcome<ShowFreeze.Response>> Handle(FreezeDraft request, CancellationToken ct) =>
        work.Act<ShowFreeze.Response>(async () =>
        {
            var now = clock.GetUtcNow();
            var taken = Keys.IsPossible(request.Key) && await db.Freezes.AnyAsync(freeze => freeze.Key == request.Key, ct);
            if (Refusal.For(
                [
                    .. Against(actor),
                    .. Against(request, now),
                    .. await knownSystems.Against("/systems", request.Systems, ct),
                    .. taken ? (Reason[])[Keys.Taken] : [],
                ]) is { } refusal)
                return refusal;

            var freeze = Freeze.Add(request, actor, now);
            db.Freezes.Add(freeze);
            await db.SaveChangesAsync(ct);
            return ShowFreeze.As(actor, freeze, now);
        }, ct);

    public static IEnumerable<Reason> Against(Actor actor)
    {
        if (!actor.Is(ProductionRoles.ProductionControl))
            yield return Reason.Forbidden("freeze.not-production-control", "Only production control keeps freezes.");
    }

    private static IEnumerable<Reason> Against(FreezeDraft draft, DateTimeOffset now) =>
    [
        .. Input.Key("/key", draft.Key),
        .. Input.Text("/title", draft.Title, Input.LongestTitle, required: true),
        .. IntervalRules.Against(draft.From, draft.Until, draft.Zone, now),
        // An empty list would read like "nothing" to one and like "everything" to another.
        .. draft.Systems is { Count: 0 }
            ? (Reason[])[Reason.Invalid("systems.missing", "Name a system, or leave the list out for everything.", "/systems")]
            : [],
        .. Input.Text("/reason", draft.Reason, Input.LongestComment, required: true),
    ];
}
