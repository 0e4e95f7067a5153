namespace Sluice.Mainframe;

/// <summary>Something that a member is, or brings with it.</summary>
public sealed record Definition(Thing What, Place At);
