using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;

namespace Sluice.Production.Systems;

/// <summary>POST /api/v1/systems</summary>
public sealed class AddSystem(AppDb db, UnitOfWork work, Actor actor, SystemRules rules, TimeProvider clock)
{
    internal static void Map(IEndpointRouteBuilder api) => api.MapPost(
        ShowSystem.Path,
        async (SystemDraft request, AddSystem slice, CancellationToken ct) =>
            (await slice.Handle(request, ct)).ToCreated(system => $"{ShowSystem.Path}/{system.Ref}"));

    /// <summary>What keeps this person from it, whatever the system says.</summary>
    public static IEnumerable<Reason> Against(Actor actor) => MasterRecord.Against(actor, ProductionSystem.Kind);

    public Task<Outcome<ShowSystem.Response>> Handle(SystemDraft request, CancellationToken ct) =>
        work.Act<ShowSystem.Response>(async () =>
        {
            var taken = Keys.IsPossible(request.Key) && await db.Systems.AnyAsync(system => system.Key == request.Key, ct);
            if (Refusal.For(
                [
                    .. Against(actor),
                    .. Input.Key("/key", request.Key),
                    .. taken ? (Reason[])[Keys.Taken] : [],
                    .. await rules.Against(request, ct),
                ]) is { } refusal)
                return refusal;

            var system = ProductionSystem.Add(request, actor, clock.GetUtcNow());
            db.Systems.Add(system);
            await db.SaveChangesAsync(ct);
            return ShowSystem.As(actor, system);
        }, ct);
}
