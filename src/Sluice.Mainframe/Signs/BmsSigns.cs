using System.Text.RegularExpressions;

namespace Sluice.Mainframe.Signs;

/// <summary>A map set is assembler source made of the three BMS macros.</summary>
internal static partial class BmsSigns
{
    public static bool In(IReadOnlyList<string> lines) => lines.Any(Macro());

    [GeneratedRegex(@"^[A-Z0-9@#$]*\s+DFHM(SD|DI|DF)(\s|$)")]
    private static partial Regex Macro();
}
