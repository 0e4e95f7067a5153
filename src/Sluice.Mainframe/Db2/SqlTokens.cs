namespace Sluice.Mainframe.Db2;

internal enum SqlTokenKind : byte
{
    /// <summary>A keyword or an ordinary identifier; which of them, only its place tells.</summary>
    Word,

    /// <summary>A delimited identifier: <c>"Pay.Run"</c>.</summary>
    Delimited,

    /// <summary>A constant: a number or a string.</summary>
    Constant,

    /// <summary><c>:WS-AMOUNT</c>, with structure and indicator.</summary>
    HostVariable,

    /// <summary>One character that is none of these: parenthesis, comma, period, operator.</summary>
    Sign,
}

internal readonly record struct SqlToken(SqlTokenKind Kind, SqlWord Word, int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>
/// Cuts SQL into tokens. Source: Db2 for z/OS SQL Reference, chapter "Language elements": characters, tokens, comments,
/// identifiers, constants; host variables as in COBOL, whose names have hyphens.
/// </summary>
internal static class SqlTokens
{
    public static void Read(SqlText text, Findings findings)
    {
        var sql = text.Span;
        var tokens = text.Tokens;
        var commentsEnd = true;
        tokens.Clear();
        for (var at = 0; at < sql.Length;)
        {
            var character = sql[at];
            if (char.IsWhiteSpace(character))
                at++;
            else if (StartsWith(sql, at, '-', '-'))
                at = LineEnd(sql, at);
            else if (StartsWith(sql, at, '/', '*'))
                at = AfterComment(text, at, ref commentsEnd, findings);
            else
            {
                var token = Token(text, at, character, findings);
                tokens.Add(token);
                at = token.End;
            }
        }
    }

    private static SqlToken Token(SqlText text, int at, char character, Findings findings)
    {
        var sql = text.Span;
        switch (character)
        {
            case '\'':
                return new(SqlTokenKind.Constant, SqlWord.None, at, AfterQuote(text, at, findings) - at);
            case '"':
                return new(SqlTokenKind.Delimited, SqlWord.None, at, AfterQuote(text, at, findings) - at);
            case ':' when at + 1 < sql.Length && IsNameStart(sql[at + 1]):
                var end = at + 1;
                while (end < sql.Length && (IsName(sql[end]) || sql[end] is '-' or '.'))
                    end++;
                return new(SqlTokenKind.HostVariable, SqlWord.None, at, end - at);
        }
        var after = at + 1;
        if (char.IsAsciiDigit(character))
        {
            while (after < sql.Length && (IsName(sql[after]) || sql[after] == '.'))
                after++;
            return new(SqlTokenKind.Constant, SqlWord.None, at, after - at);
        }
        if (!IsNameStart(character))
            return new(SqlTokenKind.Sign, SqlWord.None, at, 1);
        while (after < sql.Length && IsName(sql[after]))
            after++;
        return new(SqlTokenKind.Word, SqlWords.Of(sql[at..after]), at, after - at);
    }

    /// <summary>Symbols of JCL, variables of schedulers and placeholders are no SQL, but stand where names do.</summary>
    private static bool IsNameStart(char character) => char.IsLetter(character) || character is '_' or '@' or '#' or '$'
        or '&' or '%' or '{' or '}';

    private static bool IsName(char character) => IsNameStart(character) || char.IsAsciiDigit(character);

    private static bool StartsWith(ReadOnlySpan<char> sql, int at, char first, char second) =>
        at + 1 < sql.Length && sql[at] == first && sql[at + 1] == second;

    private static int LineEnd(ReadOnlySpan<char> sql, int at) =>
        sql[at..].IndexOf('\n') is >= 0 and var length ? at + length : sql.Length;

    /// <summary>The delimiter written twice stands for itself.</summary>
    private static int AfterQuote(SqlText text, int at, Findings findings)
    {
        var sql = text.Span;
        var delimiter = sql[at];
        for (var from = at + 1; from < sql.Length && sql[from..].IndexOf(delimiter) is >= 0 and var length;)
        {
            from += length + 1;
            if (from == sql.Length || sql[from] != delimiter)
                return from;
            from++;
        }
        findings.Complain(text.At(at), "sql.unclosed-quote", $"The {delimiter} that opens here is not closed.");
        // No other of its kind follows, so that reading on after this line cannot turn what is outside to inside.
        return LineEnd(sql, at);
    }

    /// <summary>Bracketed comments may be nested.</summary>
    private static int AfterComment(SqlText text, int at, ref bool commentsEnd, Findings findings)
    {
        var sql = text.Span;
        var depth = 0;
        for (var from = at; commentsEnd && from + 1 < sql.Length;)
            if (StartsWith(sql, from, '*', '/') && --depth == 0)
                return from + 2;
            else if (StartsWith(sql, from, '*', '/'))
                from += 2;
            else if (StartsWith(sql, from, '/', '*'))
                (depth, from) = (depth + 1, from + 2);
            else
                from++;
        if (commentsEnd)
            findings.Complain(text.At(at), "sql.unclosed-comment", "The comment that begins here does not end.");
        commentsEnd = false;
        return LineEnd(sql, at);
    }
}
