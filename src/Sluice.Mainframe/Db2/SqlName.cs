using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Db2;

/// <summary>
/// A name with what qualifies it: schema, and before it the location of a three-part name. Source: Db2 for z/OS SQL Reference,
/// chapter "Language elements", "Naming conventions".
/// </summary>
/// <param name="Location">Of another Db2, where it is said.</param>
/// <param name="Start">Behind the quote, where it is delimited.</param>
/// <param name="Next">The token after it.</param>
internal readonly record struct SqlName(string Name, string? Location, int Start, int Next)
{
    private const int MostParts = 3;

    /// <returns>Null when no name stands there.</returns>
    public static SqlName? Read(SqlText text, int at)
    {
        var tokens = text.Tokens;
        if (at >= tokens.Count)
            return null;
        if (Placeholder(text, at) is { } placeholder)
            return placeholder;
        if (!IsPart(tokens[at]))
            return null;
        Span<(int Start, int End)> parts = stackalloc (int, int)[MostParts];
        var (count, next) = (0, at);
        while (true)
        {
            parts[count++] = (tokens[next].Start, tokens[next].End);
            next++;
            if (count == MostParts || !IsPeriod(text, next))
                break;
            // A symbol ends in a period of its own: &SCHEMA..TABLE.
            var follows = IsPeriod(text, next + 1) && text.Span[tokens[next - 1].Start..tokens[next - 1].End].Contains('&')
                ? next + 2
                : next + 1;
            if (follows >= tokens.Count || !IsPart(tokens[follows]))
                break;
            next = follows;
        }
        var written = text.Span[tokens[at].Start..tokens[next - 1].End];
        var start = tokens[at].Start + (tokens[at].Kind == SqlTokenKind.Delimited ? 1 : 0);
        return SymbolicName.Why(written) is not null
            ? new(written.ToString().ToUpperInvariant(), null, start, next)
            : new(Join(text, parts[Math.Max(0, count - 2)..count]), count == MostParts ? Part(text, parts[0]) : null,
                start, next);
    }

    private static string Join(SqlText text, ReadOnlySpan<(int, int)> parts) =>
        parts.Length == 1 ? Part(text, parts[0]) : $"{Part(text, parts[0])}.{Part(text, parts[1])}";

    /// <summary>Ordinary identifiers are folded to upper case, delimited ones are kept as they are.</summary>
    private static string Part(SqlText text, (int Start, int End) part)
    {
        var written = text.Span[part.Start..part.End];
        return written is ['"', .. var inner, '"']
            ? inner.ToString().Replace("\"\"", "\"", StringComparison.Ordinal)
            : written.ToString().ToUpperInvariant();
    }

    private static bool IsPart(SqlToken token) => token.Kind is SqlTokenKind.Word or SqlTokenKind.Delimited;

    private static bool IsPeriod(SqlText text, int at) =>
        at < text.Tokens.Count && text.Tokens[at] is { Kind: SqlTokenKind.Sign } token && text.Span[token.Start] == '.';

    /// <summary><c>&lt;SCHEMA&gt;.TABLE</c> of a statement that is yet to be tailored: kept as it is written.</summary>
    private static SqlName? Placeholder(SqlText text, int at)
    {
        var sql = text.Span;
        var start = text.Tokens[at].Start;
        if (sql[start] != '<')
            return null;
        var end = start;
        while (end < sql.Length && !char.IsWhiteSpace(sql[end]) && sql[end] is not (',' or '(' or ')' or ';'))
            end++;
        var next = at;
        while (next < text.Tokens.Count && text.Tokens[next].Start < end)
            next++;
        var written = sql[start..end];
        return written.Contains('>') ? new(written.ToString().ToUpperInvariant(), null, start, next) : null;
    }
}
