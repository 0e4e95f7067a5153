using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Kernel.Tenancy;
using Sluice.Ledger;

namespace Sluice.Handover;

/// <summary>Gate → channel: what a change says and where it stands, after each of its acts that the channel may care about.</summary>
/// <remarks>Made by Changes only.</remarks>
/// <param name="Version">The change's version when it was taken; the highest is the newest.</param>
/// <param name="Release">The release that holds the change, as far as the gate has been told; null when none does.</param>
/// <param name="Title">Null once redacted, which the newest is not.</param>
/// <param name="Content">What is in the change, as the channel needs it.</param>
/// <param name="Deciders">Everybody who ever approved, rejected or deferred it, on whatever revision: none of them may implement.</param>
public sealed record ChangeSnapshot(
    TenantId TenantId, ChangeId ChangeId, long Version, string Ref, ChangeStatus Status, int Revision, Digest Digest,
    Risk? Risk, Account Requester, IReadOnlyList<Account> Deciders, string? Release, string? Title,
    SnapshotContent Content, DateTimeOffset At)
    : ITenantOwned, IFact
{
    // For Entity Framework, which binds columns and not complex values.
    private ChangeSnapshot() : this(default, default, 0, null!, default, 0, default, null, default, [], null, null, null!, default)
    {
    }
}

/// <param name="PlanDigests">SHA-256 of the implementation, test and backout plan, in that order.</param>
/// <param name="DependsOn">References of changes that must be in production first or together.</param>
public sealed record SnapshotContent(
    ChangeKind Kind, IReadOnlyList<string> Systems, IReadOnlyList<string> Customers,
    IReadOnlyList<Artefact> Artefacts, IReadOnlyList<Digest> PlanDigests, IReadOnlyList<EvidenceNamed> Evidence,
    IReadOnlyList<string> DependsOn, DateTimeOffset? WindowFrom, DateTimeOffset? WindowUntil);
