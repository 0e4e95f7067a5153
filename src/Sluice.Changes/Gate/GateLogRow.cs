using Sluice.Handover;
using Sluice.Kernel;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Kernel.Tenancy;

namespace Sluice.Changes.Gate;

public readonly record struct GateLogId(Guid Value) : ITypedId<GateLogId>
{
    public static GateLogId From(Guid value) => new(value);
}

/// <summary>Who asked what, and what was answered. An answer that is not in here was "deny".</summary>
internal sealed record GateLogRow(
    TenantId TenantId, GateLogId Id, Account AskedBy, string Question, DateTimeOffset? AskedFor, Verdict Verdict,
    IReadOnlyList<string> Changes, IReadOnlyList<GateReason> Reasons, DateTimeOffset At) : ITenantOwned, IWrittenOnce
{
    private GateLogRow() : this(default, default, default, null!, null, default, [], [], default)
    {
    }
}
