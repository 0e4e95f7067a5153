using Sluice.Mainframe.Snapshots;

namespace Sluice.Mainframe.Estate;

/// <summary>Something that belongs with what is delivered, and is not among it.</summary>
/// <param name="What">What is missing.</param>
/// <param name="Member">Where it is in the estate; null of what is not there either.</param>
/// <param name="Code">Stable: <c>missing.rebuild</c>.</param>
/// <param name="By">The reference that says so.</param>
public sealed record Absence(Thing What, SnapshotEntry? Member, string Code, string Why, KnownReference By);
