namespace Sluice.Mainframe.Estate;

/// <summary>A reference and who makes it.</summary>
public sealed record KnownReference(Member Member, Reference Reference);
