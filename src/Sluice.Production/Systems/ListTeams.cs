using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;

namespace Sluice.Production.Systems;

/// <summary>GET /api/v1/teams?after=&amp;limit=: by key.</summary>
public sealed class ListTeams(AppDb db, Actor actor)
{
    internal static void Map(IEndpointRouteBuilder api) => api.MapGet(
        ShowTeam.Path,
        async ([AsParameters] PageRequest request, ListTeams slice, CancellationToken ct) =>
            (await slice.Handle(request, ct)).ToHttp());

    public Task<Outcome<Page<ShowTeam.Response>>> Handle(PageRequest request, CancellationToken ct) =>
        db.Teams.Page(ShowTeam.Path, request, team => ShowTeam.As(actor, team), ct);
}
