using Sluice.Mainframe.Snapshots;

namespace Sluice.Mainframe.Estate;

/// <summary>A reference and the member that makes it.</summary>
public sealed record KnownReference(SnapshotEntry Member, Reference Reference)
{
    /// <summary>The member does not say it itself: it comes from the procedures that its job calls, and the members that its steps name.</summary>
    public bool IsExpanded { get; init; }
}
