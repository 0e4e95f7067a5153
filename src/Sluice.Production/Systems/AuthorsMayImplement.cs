using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Persistence;

namespace Sluice.Production.Systems;

/// <summary>Those of the named systems on which an artefact's author may implement it.</summary>
public sealed class AuthorsMayImplement(AppDb db, ReadOnce once)
{
    public async Task<IReadOnlySet<string>> Handle(IReadOnlyCollection<string> systems, CancellationToken ct) =>
        Keys.Possible(systems) is { Count: > 0 } possible
            ? await once.Of(this, string.Join('\n', possible), () => db.Systems.AsNoTracking()
                .Where(system => system.AuthorsImplement && possible.Contains(system.Key)).Select(system => system.Key).ToHashSetAsync(ct))
            : FrozenSet<string>.Empty;
}
