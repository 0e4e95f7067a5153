using Sluice.Kernel.People;
using Sluice.Kernel.Tenancy;
using Sluice.Ledger;

namespace Sluice.Kernel.Persistence;

/// <summary>
/// A sealed entry at rest. Actor, act and time repeat what the body says, to be searched by; the body is what counts.
/// </summary>
/// <param name="Position">Reserved: where signed checkpoints will place the entry among all of the tenant's.</param>
public sealed record LedgerRow(
    TenantId TenantId, string Record, long Sequence, Account Actor, string Act, DateTimeOffset At, string Body, Digest Hash,
    long? Position = null)
    : ITenantOwned, IWrittenOnce
{
    public SealedEntry Sealed => new(Body, Hash);
}

/// <summary>
/// The free texts of an entry that itself holds only their salted hashes. Redacting takes texts and salts away, and the chain
/// still verifies.
/// </summary>
internal sealed class LedgerText(TenantId tenantId, string record, long sequence, IReadOnlyList<KeptText>? texts)
    : ITenantOwned, IWrittenOnce
{
    public TenantId TenantId { get; private set; } = tenantId;
    public string Record { get; private set; } = record;
    public long Sequence { get; private set; } = sequence;

    /// <summary>Null once redacted.</summary>
    public IReadOnlyList<KeptText>? Texts { get; private set; } = texts;

    public void Redact() => Texts = null;
}
