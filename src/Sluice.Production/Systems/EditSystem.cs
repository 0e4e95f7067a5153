using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;

namespace Sluice.Production.Systems;

/// <summary>PATCH /api/v1/systems/{key}</summary>
public sealed class EditSystem(AppDb db, UnitOfWork work, Actor actor, SystemRules rules, TimeProvider clock)
{
    internal static void Map(IEndpointRouteBuilder api) => api.MapPatch(
        ShowSystem.Path + "/{key}",
        async (string key, MergePatch<SystemDraft> request, IfMatch seen, EditSystem slice, CancellationToken ct) =>
            (await slice.Handle(key, request, seen, ct)).ToHttp()).AcceptsMergePatch<SystemDraft>();

    public Task<Outcome<ShowSystem.Response>> Handle(string key, MergePatch<SystemDraft> patch, IfMatch seen, CancellationToken ct) =>
        work.Act<ShowSystem.Response>(async () =>
        {
            if (await db.Systems.SingleOrDefaultAsync(system => system.Key == key, ct) is not { } system)
                return ShowSystem.Unknown;
            if (patch.Value.DependsOn is not null)
                await DependencyTurn.Take(db, ct);
            var draft = patch.Value.Over(system, patch.Removed);
            if (Refusal.For(
                [
                    .. MasterRecord.Against(actor, ProductionSystem.Kind), .. Keys.Fixed(patch.Value.Key, patch.Removed, key),
                    .. await rules.Against(draft, ct), .. seen.Reasons(system),
                ]) is { } refusal)
                return refusal;

            system.Edit(draft, actor, clock.GetUtcNow());
            await db.SaveChangesAsync(ct);
            return ShowSystem.As(actor, system);
        }, ct);
}
