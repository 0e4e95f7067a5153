using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;

namespace Sluice.Production.Calendar;

/// <summary>GET /api/v1/freezes?after=&amp;limit=: by key.</summary>
public sealed class ListFreezes(AppDb db, Actor actor, TimeProvider clock)
{
    internal static void Map(IEndpointRouteBuilder api) => api.MapGet(
        ShowFreeze.Path,
        async ([AsParameters] PageRequest request, ListFreezes slice, CancellationToken ct) =>
            (await slice.Handle(request, ct)).ToHttp());

    public Task<Outcome<Page<ShowFreeze.Response>>> Handle(PageRequest request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.Freezes.Page(ShowFreeze.Path, request, freeze => ShowFreeze.As(actor, freeze, now), ct);
    }
}
