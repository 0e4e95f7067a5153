using System.Text.RegularExpressions;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Signs;

/// <summary>Lines that say something, comments of control languages (<c>*</c>, <c>/* */</c>, <c>--</c>) left out.</summary>
internal ref struct Statements(SourceText source)
{
    private int number;
    private bool inComment;

    public ReadOnlySpan<char> Line { get; private set; }

    public bool Next()
    {
        while (++number <= source.Count)
        {
            Line = source.Beginning(number);
            var text = Line.TrimStart();
            if (inComment || text.StartsWith("/*"))
                inComment = !source[number].Contains("*/", StringComparison.Ordinal);
            else if (text.Length > 0 && text[0] != '*' && !text.StartsWith("--"))
                return true;
        }
        return false;
    }

    /// <summary>Whether the first statement begins as one of a language does.</summary>
    public static bool Begin(SourceText source, Regex sign) =>
        new Statements(source) is var statements && statements.Next() && sign.IsMatch(statements.Line.TrimStart());
}
