using Sluice.Kernel.Persistence;
using Sluice.Kernel.Tenancy;
using Sluice.Ledger;

namespace Sluice.Kernel.Outbox;

public readonly record struct OutboxId(Guid Value) : ITypedId<OutboxId>
{
    public static OutboxId From(Guid value) => new(value);
}

/// <summary>
/// An entry that the world outside the database has yet to hear of: written with the entry, removed once it has been sent. It
/// repeats what the ledger says and holds nothing of its own.
/// </summary>
/// <param name="Record">The record's chain.</param>
/// <param name="Head">The entry's hash, which was the chain's head at that moment.</param>
internal sealed record OutboxRow(
    TenantId TenantId, OutboxId Id, string Record, long Sequence, Digest Head, string Act, DateTimeOffset At)
    : ITenantOwned, IIndexRow
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    /// <summary>Who sends it has it to themselves until then; null while nobody has tried.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>How often it has been taken up.</summary>
    public int Attempts { get; init; }

    public static OutboxRow Of(LedgerRow entry) => new(
        entry.TenantId, TypedId.New<OutboxId>(entry.At), entry.Record, entry.Sequence, entry.Hash, entry.Act, entry.At);

    /// <summary>
    /// A second after the first attempt, then two, four and so on: what cannot be sent must not keep others from being sent.
    /// </summary>
    /// <param name="now">At the end of an attempt that <see cref="Attempts"/> does not count yet.</param>
    public DateTimeOffset RetryAt(DateTimeOffset now) =>
        now + (TimeSpan.FromSeconds(Math.Pow(2, Math.Min(Attempts, 10))) is var wait && wait < LongestWait ? wait : LongestWait);
}
