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
    : ITenantOwned
{
    public SealedEntry Sealed => new(Body, Hash);
}

/// <summary>
/// Free text that an entry holds only the salted hash of. Redacting takes text and salt away, and the chain still verifies.
/// </summary>
internal sealed class LedgerText(string record, long sequence, string pointer, string salt, string text) : ITenantOwned
{
    public TenantId TenantId { get; private set; }
    public string Record { get; private set; } = record;
    public long Sequence { get; private set; } = sequence;
    public string Pointer { get; private set; } = pointer;
    public string? Salt { get; private set; } = salt;
    public string? Text { get; private set; } = text;

    public void Redact() => (Salt, Text) = (null, null);
}
