using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;

namespace Sluice.Production.Systems;

/// <summary>GET /api/v1/customers/{key}</summary>
public sealed class ShowCustomer(AppDb db, Actor actor)
{
    internal const string Path = "/customers";

    /// <param name="Ref">The key once more, as every record has one.</param>
    public sealed record Response(
        string Ref, string Key, string Name, IReadOnlyList<string> Systems, string Status,
        IReadOnlyList<string> AllowedActions, IReadOnlyList<RefusedAction> RefusedActions, long Version) : IVersioned;

    internal static Reason Unknown { get; } = new(ReasonKind.Unknown, "customer.unknown", "There is no such customer.");

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet(
        Path + "/{key}", async (string key, ShowCustomer slice, CancellationToken ct) => (await slice.Handle(key, ct)).ToHttp());

    public async Task<Outcome<Response>> Handle(string key, CancellationToken ct) =>
        await db.Customers.AsNoTracking().SingleOrDefaultAsync(customer => customer.Key == key, ct) is { } customer
            ? As(actor, customer) : Unknown;

    internal static Response As(Actor viewer, Customer customer)
    {
        var actions = MasterRecord.ActionsOf(viewer, Customer.Kind);
        return new(
            customer.Ref, customer.Key, customer.Name, customer.Systems, MasterRecord.Active, actions.Allowed, actions.Refused,
            customer.Version);
    }
}
