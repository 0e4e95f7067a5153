using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Kernel.Tenancy;

namespace Sluice.Kernel.Idempotency;

/// <summary>What a request with an <c>Idempotency-Key</c> was answered, kept with its effect for a day.</summary>
/// <param name="Call">SHA-256 over caller, method, path and key: one column instead of four.</param>
/// <param name="Body">SHA-256 of what was sent: the same key with another body is a mistake of the caller's.</param>
/// <param name="Reply">The answer's value as JSON; the endpoint makes status and ETag of it, as it did the first time.</param>
internal sealed record StoredReply(
    TenantId TenantId, Account Account, string Call, string Body, string Reply, DateTimeOffset At) : ITenantOwned, IIndexRow;
