using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;

namespace Sluice.Production.Systems;

/// <summary>GET /api/v1/systems?after=&amp;limit=: by key.</summary>
public sealed class ListSystems(AppDb db, Actor actor)
{
    internal static void Map(IEndpointRouteBuilder api) => api.MapGet(
        ShowSystem.Path,
        async ([AsParameters] PageRequest request, ListSystems slice, CancellationToken ct) =>
            (await slice.Handle(request, ct)).ToHttp());

    public Task<Outcome<Page<ShowSystem.Response>>> Handle(PageRequest request, CancellationToken ct) =>
        db.Systems.Page(ShowSystem.Path, request, system => ShowSystem.As(actor, system), ct);
}
