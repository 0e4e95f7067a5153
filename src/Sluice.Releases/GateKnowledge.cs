using Microsoft.EntityFrameworkCore;
using Sluice.Handover;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;

namespace Sluice.Releases;

/// <summary>A change as the gate last handed it over.</summary>
/// <param name="Authorization">The one that no withdrawal names; whether it has expired is for the clock to say.</param>
internal sealed record ChangeKnown(ChangeSnapshot Snapshot, ChangeAuthorization? Authorization)
{
    /// <summary>What the change says now is what was authorized, and the authorization has not expired.</summary>
    public bool IsAuthorized(DateTimeOffset now) => Snapshot.Status is ChangeStatus.Approved
        && Authorization is { } live && live.Digest == Snapshot.Digest && now < live.ExpiresAt;

    public bool HasDecided(Account person) =>
        Snapshot.Deciders.Contains(person) || Authorization?.Deciders.Any(decider => decider.Account == person) is true;
}

/// <summary>Everything the channel has been told about some changes.</summary>
internal sealed class GateKnowledge(IEnumerable<ChangeKnown> changes)
{
    private readonly Dictionary<string, ChangeKnown> byRef = changes.ToDictionary(known => known.Snapshot.Ref);

    public ChangeKnown? this[string change] => byRef.GetValueOrDefault(change);

    public bool Knows(string? change) => change is not null && byRef.ContainsKey(change);

    public IEnumerable<ChangeKnown> All => byRef.Values;
}

/// <summary>Reads the newest snapshots and the live authorizations: two queries, however many changes.</summary>
public sealed class FindChanges(AppDb db)
{
    internal async Task<GateKnowledge> Handle(IReadOnlyCollection<string> named, CancellationToken ct)
    {
        // What cannot be a reference is no change's; a database may not even be able to compare with it.
        var refs = named.Where(reference => !Input.Key("", reference).Any()).ToList();
        if (refs.Count == 0)
            return new([]);
        var all = db.Snapshots.AsNoTracking();
        var snapshots = await all
            .Where(snapshot => refs.Contains(snapshot.Ref) && snapshot.Version == all
                .Where(other => other.Ref == snapshot.Ref).Max(other => other.Version))
            .ToListAsync(ct);
        var ids = snapshots.ConvertAll(snapshot => snapshot.ChangeId);
        var live = await db.LiveAuthorizations.AsNoTracking()
            .Where(authorization => ids.Contains(authorization.ChangeId)).ToListAsync(ct);
        return new(snapshots.Select(snapshot => new ChangeKnown(
            snapshot, live.Where(authorization => authorization.ChangeId == snapshot.ChangeId).MaxBy(a => a.At))));
    }
}
