namespace Sluice.Mainframe.Snapshots;

/// <summary>What was to be read is no snapshot, or not all of one, or of a kind that is not known here.</summary>
public sealed class DamagedSnapshotException(string what) : Exception(what);
