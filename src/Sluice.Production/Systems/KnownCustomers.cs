using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Persistence;

namespace Sluice.Production.Systems;

/// <summary>Those of the named customers that exist.</summary>
public sealed class KnownCustomers(AppDb db)
{
    public async Task<IReadOnlySet<string>> Handle(IReadOnlyList<string> keys, CancellationToken ct) =>
        Keys.Possible(keys) is { Count: > 0 } possible
            ? await db.Customers.AsNoTracking().Where(customer => possible.Contains(customer.Key))
                .Select(customer => customer.Key).ToHashSetAsync(ct)
            : FrozenSet<string>.Empty;
}
