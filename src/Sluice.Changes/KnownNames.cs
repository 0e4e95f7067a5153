using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;
using Sluice.Production.Systems;

namespace Sluice.Changes;

/// <summary>What a change names that exists in its organisation.</summary>
/// <param name="Cycle">The dependencies from a change round to itself; empty when there is no way round.</param>
internal sealed record KnownNames(
    OwnerTeams Owners, IReadOnlySet<string> Customers, IReadOnlySet<string> Changes, IReadOnlyList<string> Cycle);

/// <summary>Looks up what a change names: one query each for systems, customers and changes, and none for what it does not name.</summary>
public sealed class FindNames(AppDb db, ListOwners listOwners, KnownCustomers knownCustomers)
{
    private const int DeepestDependency = 100;

    internal async Task<KnownNames> Handle(string? own, ContentDraft draft, CancellationToken ct)
    {
        var owners = await listOwners.Handle(Possible(draft.Systems, Input.IsKey), ct);
        IReadOnlySet<string> customers = Possible(draft.Customers, Input.IsKey) is { Count: > 0 } named
            ? await knownCustomers.Handle(named, ct)
            : new HashSet<string>();
        var (changes, cycle) = Possible(draft.DependsOn, reference => ChangeRef.Number(reference) is not null)
            is { Count: > 0 } dependsOn
                ? await Follow(own, dependsOn, ct)
                : ([], []);
        return new(owners, customers, changes, cycle);
    }

    /// <summary>The database is not asked about what cannot exist, nor about more than the rules let through.</summary>
    private static List<string> Possible(IReadOnlyList<string>? names, Func<string, bool> isOne) =>
        [.. (names ?? []).Take(Input.MostItems).Where(name => name is not null && isOne(name)).Distinct()];

    /// <summary>Level by level, so that a chain of dependencies costs one query a level.</summary>
    private async Task<(HashSet<string> Known, List<string> Cycle)> Follow(string? own, List<string> direct, CancellationToken ct)
    {
        var known = new HashSet<string>();
        var cameFrom = direct.ToDictionary(reference => reference, _ => own ?? "");
        var level = direct;
        for (var depth = 0; level.Count > 0 && depth < DeepestDependency; depth++)
        {
            if (own is not null && level.Contains(own))
                return (known, Way(own, cameFrom));
            var numbers = level.Select(ChangeRef.Number).OfType<int>().ToList();
            var found = await db.Changes.AsNoTracking().Where(change => numbers.Contains(change.Number))
                .Select(change => new { change.Number, change.Content.DependsOn }).ToListAsync(ct);
            if (depth == 0)
                known.UnionWith(found.Select(change => ChangeRef.Of(change.Number)));
            level = [];
            foreach (var change in found)
                foreach (var next in change.DependsOn)
                    if (cameFrom.TryAdd(next, ChangeRef.Of(change.Number)))
                        level.Add(next);
        }
        return (known, []);
    }

    private static List<string> Way(string own, Dictionary<string, string> cameFrom)
    {
        var way = new List<string> { own };
        for (var at = cameFrom[own]; at != own && at.Length > 0; at = cameFrom[at])
            way.Add(at);
        way.Add(own);
        way.Reverse();
        return way;
    }
}
