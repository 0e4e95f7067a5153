using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;

namespace Sluice.Production.Systems;

/// <summary>PATCH /api/v1/teams/{key}: its name, or who belongs to it from now on.</summary>
public sealed class EditTeam(AppDb db, UnitOfWork work, Actor actor, TeamRules rules, TimeProvider clock)
{
    internal static void Map(IEndpointRouteBuilder api) => api.MapPatch(
        ShowTeam.Path + "/{key}",
        async (string key, MergePatch<TeamDraft> request, IfMatch seen, EditTeam slice, CancellationToken ct) =>
            (await slice.Handle(key, request, seen, ct)).ToHttp()).AcceptsMergePatch<TeamDraft>();

    public Task<Outcome<ShowTeam.Response>> Handle(string key, MergePatch<TeamDraft> patch, IfMatch seen, CancellationToken ct) =>
        work.Act<ShowTeam.Response>(async () =>
        {
            if (await db.Teams.SingleOrDefaultAsync(team => team.Key == key, ct) is not { } team)
                return ShowTeam.Unknown;
            var draft = patch.Value.Over(team, patch.Removed);
            if (Refusal.For(
                [
                    .. MasterRecord.Against(actor, Team.Kind), .. Keys.Fixed(patch.Value.Key, patch.Removed, key),
                    .. await rules.Against(draft, team.Members, ct), .. seen.Reasons(team),
                ]) is { } refusal)
                return refusal;

            team.Edit(draft, actor, clock.GetUtcNow());
            await db.SaveChangesAsync(ct);
            return ShowTeam.As(actor, team);
        }, ct);
}
