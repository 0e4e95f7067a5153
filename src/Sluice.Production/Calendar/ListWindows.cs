using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;

namespace Sluice.Production.Calendar;

/// <summary>GET /api/v1/windows?after=&amp;limit=: by key, without their loads.</summary>
public sealed class ListWindows(AppDb db, Actor actor, TimeProvider clock)
{
    internal static void Map(IEndpointRouteBuilder api) => api.MapGet(
        ShowWindow.Path,
        async ([AsParameters] PageRequest request, ListWindows slice, CancellationToken ct) =>
            (await slice.Handle(request, ct)).ToHttp());

    public Task<Outcome<Page<ShowWindow.Response>>> Handle(PageRequest request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.Windows.Page(ShowWindow.Path, request, window => ShowWindow.As(actor, window, load: null, now), ct);
    }
}
