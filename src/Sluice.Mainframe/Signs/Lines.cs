using System.Text.RegularExpressions;

namespace Sluice.Mainframe.Signs;

internal static class Lines
{
    extension(IReadOnlyList<string> lines)
    {
        /// <summary>Lines that say something, comments of control languages (<c>*</c>, <c>/* */</c>, <c>--</c>) left out.</summary>
        public IEnumerable<string> Statements()
        {
            var inComment = false;
            foreach (var line in lines)
            {
                var text = line.Trim();
                if (inComment || text.StartsWith("/*", StringComparison.Ordinal))
                    inComment = !text.Contains("*/", StringComparison.Ordinal);
                else if (text.Length > 0 && text[0] != '*' && !text.StartsWith("--", StringComparison.Ordinal))
                    yield return line;
            }
        }

        public bool Any(Regex sign) => lines.Any(line => sign.IsMatch(line));
    }
}
