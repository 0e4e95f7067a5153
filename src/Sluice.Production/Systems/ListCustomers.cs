using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;

namespace Sluice.Production.Systems;

/// <summary>GET /api/v1/customers?after=&amp;limit=: by key.</summary>
public sealed class ListCustomers(AppDb db, Actor actor)
{
    internal static void Map(IEndpointRouteBuilder api) => api.MapGet(
        ShowCustomer.Path,
        async ([AsParameters] PageRequest request, ListCustomers slice, CancellationToken ct) =>
            (await slice.Handle(request, ct)).ToHttp());

    public Task<Outcome<Page<ShowCustomer.Response>>> Handle(PageRequest request, CancellationToken ct) =>
        db.Customers.Page(ShowCustomer.Path, request, customer => ShowCustomer.As(actor, customer), ct);
}
