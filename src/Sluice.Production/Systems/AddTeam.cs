using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;

namespace Sluice.Production.Systems;

/// <summary>POST /api/v1/teams</summary>
public sealed class AddTeam(AppDb db, UnitOfWork work, Actor actor, TeamRules rules, TimeProvider clock)
{
    internal static void Map(IEndpointRouteBuilder api) => api.MapPost(
        ShowTeam.Path,
        async (TeamDraft request, AddTeam slice, CancellationToken ct) =>
            (await slice.Handle(request, ct)).ToCreated(team => $"{ShowTeam.Path}/{team.Ref}"));

    /// <summary>What keeps this person from it, whatever the team says.</summary>
    public static IEnumerable<Reason> Against(Actor actor) => MasterRecord.Against(actor, Team.Kind);

    public Task<Outcome<ShowTeam.Response>> Handle(TeamDraft request, CancellationToken ct) =>
        work.Act<ShowTeam.Response>(async () =>
        {
            var taken = Keys.IsPossible(request.Key) && await db.Teams.AnyAsync(team => team.Key == request.Key, ct);
            if (Refusal.For(
                [
                    .. Against(actor),
                    .. Input.Key("/key", request.Key),
                    .. taken ? (Reason[])[Keys.Taken] : [],
                    .. await rules.Against(request, before: [], ct),
                ]) is { } refusal)
                return refusal;

            var team = Team.Add(request, actor, clock.GetUtcNow());
            db.Teams.Add(team);
            await db.SaveChangesAsync(ct);
            return ShowTeam.As(actor, team);
        }, ct);
}
