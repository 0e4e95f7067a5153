using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;

namespace Sluice.Production.Systems;

public sealed record TeamKnown(string Key, string Name, IReadOnlyList<Account> Members);

/// <summary>Those of the named teams that exist.</summary>
public sealed class FindTeams(AppDb db, ReadOnce once)
{
    public async Task<IReadOnlyDictionary<string, TeamKnown>> Handle(IReadOnlyCollection<string> keys, CancellationToken ct) =>
        Keys.Possible(keys) is { Count: > 0 } possible
            ? await once.Of(this, string.Join('\n', possible), () => db.Teams.AsNoTracking().Where(team => possible.Contains(team.Key))
                .Select(team => new TeamKnown(team.Key, team.Name, team.Members))
                .ToDictionaryAsync(team => team.Key, ct))
            : FrozenDictionary<string, TeamKnown>.Empty;
}
