using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;

namespace Sluice.Production.Systems;

/// <summary>POST /api/v1/customers</summary>
public sealed class AddCustomer(AppDb db, UnitOfWork work, Actor actor, CustomerRules rules, TimeProvider clock)
{
    internal static void Map(IEndpointRouteBuilder api) => api.MapPost(
        ShowCustomer.Path,
        async (CustomerDraft request, AddCustomer slice, CancellationToken ct) =>
            (await slice.Handle(request, ct)).ToCreated(customer => $"{ShowCustomer.Path}/{customer.Ref}"));

    /// <summary>What keeps this person from it, whatever the customer says.</summary>
    public static IEnumerable<Reason> Against(Actor actor) => MasterRecord.Against(actor, Customer.Kind);

    public Task<Outcome<ShowCustomer.Response>> Handle(CustomerDraft request, CancellationToken ct) =>
        work.Act<ShowCustomer.Response>(async () =>
        {
            var taken = Keys.IsPossible(request.Key) && await db.Customers.AnyAsync(customer => customer.Key == request.Key, ct);
            if (Refusal.For(
                [
                    .. Against(actor),
                    .. Input.Key("/key", request.Key),
                    .. taken ? (Reason[])[Keys.Taken] : [],
                    .. await rules.Against(request, ct),
                ]) is { } refusal)
                return refusal;

            var customer = Customer.Add(request, actor, clock.GetUtcNow());
            db.Customers.Add(customer);
            await db.SaveChangesAsync(ct);
            return ShowCustomer.As(actor, customer);
        }, ct);
}
