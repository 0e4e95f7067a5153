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

/// <summary>The systems that somebody answers for, as a member of their owner team.</summary>
/// <remarks>Members stand in one column, which the two databases search differently; an organisation has few enough teams.</remarks>
public sealed class OwnedSystems(AppDb db)
{
    public async Task<IReadOnlyList<string>> Handle(Account person, CancellationToken ct)
    {
        var teams = await db.Teams.AsNoTracking().Select(team => new { team.Key, team.Members }).ToListAsync(ct);
        var theirs = teams.Where(team => team.Members.Contains(person)).Select(team => team.Key).ToList();
        return theirs.Count == 0 ? [] : await db.Systems.AsNoTracking().Where(system => theirs.Contains(system.OwnerTeam))
            .Select(system => system.Key).ToListAsync(ct);
    }
}

/// <summary>The owner teams of those among the named systems that exist.</summary>
public sealed class ListOwners(AppDb db)
{
    private static readonly Translated<Func<AppDb, List<string>, IAsyncEnumerable<Owned>>> Find = new(() => EF.CompileAsyncQuery(
        (AppDb db, List<string> possible) => db.Set<ProductionSystem>().AsNoTracking().Where(system => possible.Contains(system.Key))
            .Join(db.Set<Team>(), system => system.OwnerTeam, team => team.Key, (system, team) => new Owned(system.Key, team.Members))));

    public async Task<OwnerTeams> Handle(IReadOnlyList<string> systems, CancellationToken ct) => new(
        Keys.Possible(systems) is { Count: > 0 } possible
            ? await Find.For(db)(db, possible).ToDictionaryAsync(owned => owned.System, owned => owned.Members, cancellationToken: ct)
            : FrozenDictionary<string, IReadOnlyList<Account>>.Empty);

    private sealed record Owned(string System, IReadOnlyList<Account> Members);
}
