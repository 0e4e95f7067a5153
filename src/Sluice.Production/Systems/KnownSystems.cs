using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;

namespace Sluice.Production.Systems;

/// <summary>Those of the named systems that exist.</summary>
public sealed class KnownSystems(AppDb db)
{
    public async Task<IReadOnlySet<string>> Handle(IReadOnlyCollection<string> keys, CancellationToken ct) =>
        Keys.Possible(keys) is { Count: > 0 } possible
            ? await db.Systems.AsNoTracking().Where(system => possible.Contains(system.Key))
                .Select(system => system.Key).ToHashSetAsync(ct)
            : FrozenSet<string>.Empty;

    /// <summary>What is wrong with a list that names systems.</summary>
    internal async Task<IEnumerable<Reason>> Against(string pointer, IReadOnlyList<string>? keys, CancellationToken ct)
    {
        var known = await Handle(keys ?? [], ct);
        return Input.List(pointer, keys, (at, key) => known.Contains(key)
            ? [] : [Reason.Invalid("system.unknown", "There is no such system.", at)]);
    }
}
