using Sluice.Kernel;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Kernel.Tenancy;

namespace Sluice.Handover;

public readonly record struct DeliveryId(Guid Value) : ITypedId<DeliveryId>
{
    public static DeliveryId From(Guid value) => new(value);
}

/// <summary>Channel → gate: how far the change has come within its release.</summary>
/// <remarks>Made by Releases only.</remarks>
/// <param name="Release">The release's reference; null when the change left it.</param>
/// <param name="Reason">Why it is delayed, in a word: <c>no-go</c>, <c>removed</c>, <c>release-cancelled</c>, <c>window-ended</c>.</param>
/// <param name="Seen">The snapshot that the move relied on; null when it relied on none. When the change has handed over a newer
/// one meanwhile, the gate answers that the release was outrun: so an edit and a start cannot race past each other.</param>
public sealed record DeliveryMoved(
    TenantId TenantId, DeliveryId Id, ChangeId ChangeId, string? Release, DeliveryStatus Status, string? Reason, long? Seen,
    Account By, DateTimeOffset At) : ITenantOwned, IFact;

/// <summary>Channel → gate: these people are to do, or have done, prepare, implement or back-out steps of the change's release.</summary>
/// <remarks>Made by Releases only. The newest holds; nobody it names decides on the change.</remarks>
/// <param name="Seen">As in <see cref="DeliveryMoved"/>: an approval and an assignment cannot race past each other either.</param>
public sealed record StaffingDeclared(
    TenantId TenantId, DeliveryId Id, ChangeId ChangeId, IReadOnlyList<Account> People, long Seen, DateTimeOffset At)
    : ITenantOwned, IFact
{
    private StaffingDeclared() : this(default, default, default, [], 0, default)
    {
    }
}
