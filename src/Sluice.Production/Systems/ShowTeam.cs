using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;

namespace Sluice.Production.Systems;

/// <summary>GET /api/v1/teams/{key}</summary>
public sealed class ShowTeam(AppDb db, Actor actor)
{
    internal const string Path = "/teams";

    /// <param name="Ref">The key once more, as every record has one.</param>
    public sealed record Response(
        string Ref, string Key, string Name, IReadOnlyList<Account> Members, string Status,
        IReadOnlyList<string> AllowedActions, IReadOnlyList<RefusedAction> RefusedActions, long Version) : IVersioned;

    internal static Reason Unknown { get; } = new(ReasonKind.Unknown, "team.unknown", "There is no such team.");

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet(
        Path + "/{key}", async (string key, ShowTeam slice, CancellationToken ct) => (await slice.Handle(key, ct)).ToHttp());

    public async Task<Outcome<Response>> Handle(string key, CancellationToken ct) =>
        await db.Teams.AsNoTracking().SingleOrDefaultAsync(team => team.Key == key, ct) is { } team ? As(actor, team) : Unknown;

    internal static Response As(Actor viewer, Team team)
    {
        var actions = MasterRecord.ActionsOf(viewer, Team.Kind);
        return new(
            team.Ref, team.Key, team.Name, team.Members, MasterRecord.Active, actions.Allowed, actions.Refused, team.Version);
    }
}
