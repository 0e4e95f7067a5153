using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Kernel.Tenancy;

namespace Sluice.Handover;

/// <summary>How the execution of one change ended.</summary>
public enum ExecutionResult { Validated, Failed, BackedOut }

/// <summary>Channel → gate: it has been done. Never refused: what has happened has happened.</summary>
/// <remarks>Made by Releases only.</remarks>
/// <param name="Evidence">SHA-256 of what was kept with the steps.</param>
public sealed record ExecutionReport(
    TenantId TenantId, DeliveryId Id, ChangeId ChangeId, string Release, ExecutionResult Result, DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt, IReadOnlyList<string> Evidence, Account By, DateTimeOffset At) : ITenantOwned, IFact
{
    private ExecutionReport() : this(default, default, default, null!, default, null, null, [], default, default)
    {
    }
}
