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

/// <summary>Reads the newest snapshots and the live authorizations: one query, however many changes.</summary>
public sealed class FindChanges(AppDb db, ReadOnce once)
{
    /// <remarks>What this unit of work is about to tell is known: the answer to an act is given before it is saved.</remarks>
    internal async Task<GateKnowledge> Handle(IReadOnlyCollection<string> named, CancellationToken ct)
    {
        // What cannot be a reference is no change's; a database may not even be able to compare with it.
        var refs = named.Where(reference => !Input.Key("", reference).Any()).ToList();
        if (refs.Count == 0)
            return new([]);
        var stored = await once.Of(this, string.Join('\n', refs), () => Stored(refs, ct));
        return new(stored.Select(AsTold));
    }

    private async Task<List<ChangeKnown>> Stored(List<string> refs, CancellationToken ct)
    {
        var all = db.Snapshots.AsNoTracking();
        var found = await all
            .Where(snapshot => refs.Contains(snapshot.Ref) && snapshot.Version == all
                .Where(other => other.Ref == snapshot.Ref).Max(other => other.Version))
            .LeftJoin(db.LiveAuthorizations, snapshot => snapshot.ChangeId, live => live.ChangeId, (snapshot, live) => new { snapshot, live })
            .ToListAsync(ct);
        return [.. found.GroupBy(row => row.snapshot.ChangeId)
            .Select(rows => new ChangeKnown(rows.First().snapshot, rows.Select(row => row.live).OfType<ChangeAuthorization>().MaxBy(live => live.At)))];
    }

    private ChangeKnown AsTold(ChangeKnown stored)
    {
        var snapshot = Told<ChangeSnapshot>(told => told.ChangeId == stored.Snapshot.ChangeId).MaxBy(told => told.Version);
        var authorization = Told<ChangeAuthorization>(told => told.ChangeId == stored.Snapshot.ChangeId).MaxBy(told => told.At)
            ?? stored.Authorization;
        var isWithdrawn = Told<AuthorizationWithdrawn>(told => told.AuthorizationId == authorization?.Id).Any();
        return new(snapshot ?? stored.Snapshot, isWithdrawn ? null : authorization);
    }

    private IEnumerable<TFact> Told<TFact>(Func<TFact, bool> isAsked) where TFact : class, IFact =>
        db.Set<TFact>().Local.Where(isAsked);
}
