using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Persistence;

namespace Sluice.Production.Systems;

/// <summary>Which system depends on which, the whole of an organisation's.</summary>
internal sealed class SystemGraph(IReadOnlyDictionary<string, IReadOnlyList<string>> dependsOn)
{
    private readonly ILookup<string, string> dependents = dependsOn
        .SelectMany(system => system.Value, (system, below) => (Below: below, system.Key))
        .ToLookup(edge => edge.Below, edge => edge.Key);

    public static async Task<SystemGraph> Of(AppDb db, CancellationToken ct) => new(
        await db.Systems.AsNoTracking().Select(system => new { system.Key, system.DependsOn })
            .ToDictionaryAsync(system => system.Key, system => system.DependsOn, ct));

    public bool Knows(string key) => dependsOn.ContainsKey(key);

    /// <summary>All that name this system as one they depend on.</summary>
    public IEnumerable<string> DependentsOf(string key) => dependents[key];

    /// <summary>All that these cannot work without, at whatever remove.</summary>
    public IReadOnlySet<string> Below(IEnumerable<string> systems) => Reached(systems, On).Keys.ToHashSet();

    /// <summary>All that cannot work without these, at whatever remove.</summary>
    public IReadOnlySet<string> Above(IEnumerable<string> systems) =>
        Reached(systems, system => dependents[system]).Keys.ToHashSet();

    /// <summary>If that system depended on those: the way round from it to itself. Empty when there is none.</summary>
    public IReadOnlyList<string> CycleBy(string key, IReadOnlyList<string> wanted)
    {
        var cameFrom = Reached([key], system => system == key ? wanted : On(system));
        if (!cameFrom.TryGetValue(key, out var at))
            return [];
        var way = new List<string> { key };
        for (; at != key; at = cameFrom[at])
            way.Add(at);
        way.Add(key);
        way.Reverse();
        return way;
    }

    private IEnumerable<string> On(string system) => dependsOn.GetValueOrDefault(system, []);

    /// <summary>What a step or more leads to, each with the one it was first reached from.</summary>
    private static Dictionary<string, string> Reached(IEnumerable<string> starts, Func<string, IEnumerable<string>> next)
    {
        var cameFrom = new Dictionary<string, string>();
        var open = new Queue<string>(starts);
        while (open.TryDequeue(out var at))
            foreach (var found in next(at))
                if (cameFrom.TryAdd(found, at))
                    open.Enqueue(found);
        return cameFrom;
    }
}
