using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;
using Sluice.Kernel.Tenancy;

namespace Sluice.Kernel.People;

/// <summary>GET /api/v1/me</summary>
public sealed class ShowMe(AppDb db, CurrentActor current)
{
    /// <param name="Organisation">The organisation's key.</param>
    public sealed record Response(Account Account, string Name, IReadOnlyList<string> Roles, string Organisation);

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet(
        "/me", async (ShowMe slice, CancellationToken ct) => (await slice.Handle(ct)).ToHttp());

    public async Task<Outcome<Response>> Handle(CancellationToken ct)
    {
        var actor = current.Actor!;
        var organisation = await db.Set<Organisation>().AsNoTracking().SingleAsync(o => o.Id == actor.Tenant, ct);
        return new Response(actor.Account, current.Name, [.. actor.Roles.Select(role => role.Name)], organisation.Key);
    }
}
