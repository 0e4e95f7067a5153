using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;
using Sluice.Production.Systems;

namespace Sluice.Changes;

/// <summary>What a change names that exists in its organisation.</summary>
/// <param name="Cycle">The dependencies from a change round to itself; empty when there is no way round.</param>
/// <param name="IsTooDeep">Whether they go on for longer than they are followed, so that nobody knows.</param>
internal sealed record KnownNames(
    OwnerTeams Owners, IReadOnlySet<string> Customers, IReadOnlySet<string> Changes, IReadOnlyList<string> Cycle, bool IsTooDeep);

/// <summary>Looks up what a change names: one query each for systems, customers and changes, and none for what it does not name.</summary>
public sealed class FindNames(AppDb db, ListOwners listOwners, KnownCustomers knownCustomers, TakeDependencyTurn takeTurn)
{
    internal const int DeepestDependency = 100;

    /// <param name="own">The change that is edited; null for a new one, which nothing depends on yet.</param>
    internal async Task<KnownNames> Handle(Change? own, ContentDraft draft, CancellationToken ct)
    {
        var owners = await listOwners.Handle(Possible(draft.Systems, Input.IsKey), ct);
        IReadOnlySet<string> customers = Possible(draft.Customers, Input.IsKey) is { Count: > 0 } named
            ? await knownCustomers.Handle(named, ct)
            : new HashSet<string>();
        var dependsOn = Possible(draft.DependsOn, reference => ChangeRef.Number(reference) is not null);
        var changes = dependsOn.Count > 0 ? await Known(dependsOn, ct) : [];
        // Only a dependency that is new can close a circle.
        var (cycle, isTooDeep) = own is not null && dependsOn.Except(own.Content.DependsOn).Any()
            ? await Follow(own.Ref, dependsOn, ct)
            : ([], false);
        return new(owners, customers, changes, cycle, isTooDeep);
    }

    private async Task<HashSet<string>> Known(List<string> references, CancellationToken ct)
    {
        var numbers = Numbers(references);
        return [.. (await db.Changes.AsNoTracking().Where(change => numbers.Contains(change.Number))
            .Select(change => change.Number).ToListAsync(ct)).Select(ChangeRef.Of)];
    }

    private static List<int> Numbers(List<string> references) => [.. references.Select(ChangeRef.Number).OfType<int>()];

    /// <summary>The database is not asked about what cannot exist, nor about more than the rules let through.</summary>
    private static List<string> Possible(IReadOnlyList<string>? names, Func<string, bool> isOne) =>
        [.. (names ?? []).Take(Input.MostItems).Where(name => name is not null && isOne(name)).Distinct()];

    /// <summary>Level by level, so that a chain of dependencies costs one query a level.</summary>
    private async Task<(List<string> Cycle, bool IsTooDeep)> Follow(string own, List<string> direct, CancellationToken ct)
    {
        await takeTurn.Handle(ct);
        var cameFrom = direct.ToDictionary(reference => reference, _ => own);
        var level = direct;
        for (var depth = 1; level.Count > 0; depth++)
        {
            if (level.Contains(own))
                return (Way(own, cameFrom), false);
            if (depth > DeepestDependency)
                return ([], true);
            var numbers = Numbers(level);
            var found = await db.Changes.AsNoTracking().Where(change => numbers.Contains(change.Number))
                .Select(change => new { change.Number, change.Content.DependsOn }).ToListAsync(ct);
            level = [];
            foreach (var change in found)
                foreach (var next in change.DependsOn)
                    if (cameFrom.TryAdd(next, ChangeRef.Of(change.Number)))
                        level.Add(next);
        }
        return ([], false);
    }

    private static List<string> Way(string own, Dictionary<string, string> cameFrom)
    {
        var way = new List<string> { own };
        for (var at = cameFrom[own]; at != own; at = cameFrom[at])
            way.Add(at);
        way.Add(own);
        way.Reverse();
        return way;
    }
}
