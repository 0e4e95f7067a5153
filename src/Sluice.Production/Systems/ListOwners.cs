using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;

namespace Sluice.Production.Systems;

/// <summary>Who answers for some systems.</summary>
public sealed class OwnerTeams(IReadOnlyDictionary<string, IReadOnlyList<Account>> members)
{
    public bool Know(string? system) => system is not null && members.ContainsKey(system);

    /// <summary>False for a system that is not known: nobody answers for it.</summary>
    public bool Include(Account person, string system) => members.GetValueOrDefault(system, []).Contains(person);
}

/// <summary>The owner teams of those among the named systems that exist.</summary>
public sealed class ListOwners(AppDb db)
{
    public async Task<OwnerTeams> Handle(IReadOnlyList<string> systems, CancellationToken ct) => new(
        Keys.Possible(systems) is { Count: > 0 } possible
            ? await db.Systems.AsNoTracking().Where(system => possible.Contains(system.Key))
                .Join(db.Teams, system => system.OwnerTeam, team => team.Key, (system, team) => new { system.Key, team.Members })
                .ToDictionaryAsync(owned => owned.Key, owned => owned.Members, ct)
            : FrozenDictionary<string, IReadOnlyList<Account>>.Empty);
}
