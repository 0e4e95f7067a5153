using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;

namespace Sluice.Production.Systems;

/// <summary>PATCH /api/v1/customers/{key}: its name, or the systems it works with.</summary>
public sealed class EditCustomer(AppDb db, UnitOfWork work, Actor actor, CustomerRules rules, TimeProvider clock)
{
    internal static void Map(IEndpointRouteBuilder api) => api.MapPatch(
        ShowCustomer.Path + "/{key}",
        async (string key, MergePatch<CustomerDraft> request, IfMatch seen, EditCustomer slice, CancellationToken ct) =>
            (await slice.Handle(key, request, seen, ct)).ToHttp()).AcceptsMergePatch<CustomerDraft>();

    public Task<Outcome<ShowCustomer.Response>> Handle(string key, MergePatch<CustomerDraft> patch, IfMatch seen, CancellationToken ct) =>
        work.Act<ShowCustomer.Response>(async () =>
        {
            if (await db.Customers.SingleOrDefaultAsync(customer => customer.Key == key, ct) is not { } customer)
                return ShowCustomer.Unknown;
            var draft = patch.Value.Over(customer, patch.Removed);
            if (Refusal.For(
                [
                    .. MasterRecord.Against(actor, Customer.Kind), .. Keys.Fixed(patch.Value.Key, patch.Removed, key),
                    .. await rules.Against(draft, ct), .. seen.Reasons(customer),
                ]) is { } refusal)
                return refusal;

            customer.Edit(draft, actor, clock.GetUtcNow());
            await db.SaveChangesAsync(ct);
            return ShowCustomer.As(actor, customer);
        }, ct);
}
