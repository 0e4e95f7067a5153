using System.Text.RegularExpressions;

namespace Sluice.Mainframe.Signs;

/// <summary>COBOL in fixed format (columns 1–6 any sequence, comment in 7) and in free format, upper and lower case.</summary>
internal static partial class CobolSigns
{
    private const int Indicator = 6;
    private const int LastColumn = 72;

    public static bool OfProgram(IReadOnlyList<string> lines) => lines.Any(line => Code(line).Any(Unit().IsMatch));

    /// <summary>Begins with a data description, or most of it reads like one or like statements.</summary>
    public static bool OfCopybook(IReadOnlyList<string> lines)
    {
        var code = lines.Where(line => Code(line).Any()).Take(200).ToList();
        var cobol = code.Count(line => Code(line).Any(text => Data().IsMatch(text) || Statement().IsMatch(text)));
        return code.Count > 0
            && !code.Any(line => line.EndsWith(';'))
            && (Code(code[0]).Any(Data().IsMatch) || 2 * cobol >= code.Count);
    }

    // Whether a source is fixed or free is a compiler option and not in the source, so both readings of a line are tried.
    private static IEnumerable<string> Code(string line)
    {
        if (line.Length > Indicator && line[Indicator] is '*' or '/' && Sequence().IsMatch(line))
            yield break;
        var fixedPart = line.Length > Indicator && line[Indicator] is ' ' or '-' or 'D' or 'd'
            ? line[(Indicator + 1)..Math.Min(line.Length, LastColumn)]
            : "";
        if (!string.IsNullOrWhiteSpace(fixedPart))
            yield return fixedPart;
        if (!Numbered().IsMatch(line) && line.TrimStart() is [not '*', ..])
            yield return line;
    }

    [GeneratedRegex(@"^\d{6}")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^[^'""*]{6}")]
    private static partial Regex Sequence();

    [GeneratedRegex(@"^\s*((IDENTIFICATION|ID)\s+DIVISION\b|(PROGRAM|FUNCTION|CLASS)-ID\s*\.)", RegexOptions.IgnoreCase)]
    private static partial Regex Unit();

    [GeneratedRegex(
        @"^\s*(0?[1-9]|[1-4]\d|66|77|88)\s+([A-Z0-9:()-]+\s*(\.|$)|[A-Z0-9:()-]+\s+(PIC|REDEFINES|OCCURS|VALUE|COMP|USAGE|RENAMES|GLOBAL|EXTERNAL|IS)\b)|^\s*(FD|SD)\s+[A-Z0-9-]+|^\s*SELECT\s+\S+\s+ASSIGN\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Data();

    [GeneratedRegex(
        @"^\s*(MOVE|PERFORM|EVALUATE|WHEN|IF|ELSE|END-[A-Z]+|COMPUTE|SET|STRING|UNSTRING|INSPECT|INITIALIZE|ADD|SUBTRACT|GO\s+TO|EXIT|CONTINUE|DISPLAY|COPY|EXEC\s+(CICS|SQL|DLI)|PIC|VALUE|TO|[A-Z0-9]+(-[A-Z0-9]+)+\.)(\s|\.|$)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Statement();
}
