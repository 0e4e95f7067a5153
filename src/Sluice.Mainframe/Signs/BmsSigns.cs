namespace Sluice.Mainframe.Signs;

/// <summary>A map set is assembler source made of the three BMS macros.</summary>
internal static class BmsSigns
{
    public static bool IsMacro(ReadOnlySpan<char> line) =>
        line.Contains("DFHM", StringComparison.Ordinal) && AssemblerSigns.Operation(line) is ['D', 'F', 'H', 'M', ..] operation && operation is "DFHMSD" or "DFHMDI" or "DFHMDF";
}
