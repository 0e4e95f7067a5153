namespace Sluice.Mainframe.Cics;

/// <summary>An option of a CICS command with its argument: <c>PROGRAM('PAY01')</c>, <c>PROGRAM(NEXT-PGM)</c>.</summary>
/// <param name="Name">In upper case.</param>
/// <param name="Argument">Literal without its quotes, or the name of a variable; null of an option that has none.</param>
/// <param name="IsLiteral">Whether the argument is what it says, and not what it holds.</param>
/// <param name="At">Of the argument, or else of the option.</param>
internal readonly record struct CicsOption(string Name, string? Argument, bool IsLiteral, Place At);
