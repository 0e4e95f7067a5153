namespace Sluice.Mainframe;

/// <summary>What is wrong with a member, or could not be understood. What was understood is kept.</summary>
/// <param name="Code">Stable: <c>cobol.copy-without-name</c>.</param>
public sealed record Diagnostic(Place At, string Code, string Words);
