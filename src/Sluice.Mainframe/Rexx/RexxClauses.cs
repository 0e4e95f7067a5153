using System.Text;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Rexx;

/// <summary>Cuts an exec into clauses, and these into tokens; comments, which may be nested, are left out.</summary>
/// <remarks>
/// TSO/E REXX Reference, chapter "REXX General Concepts", section "Structure and General Syntax": a clause ends with its line or
/// a semicolon; a comma at the end of the line goes on with the next one, and a blank takes its place. A literal string ends on
/// its line.
/// </remarks>
internal sealed class RexxClauses(SourceText source, Findings findings)
{
    private const int MostTokens = 20_000;

    private int line;
    private int column = 1;

    public List<RexxToken> Tokens { get; } = [];

    /// <returns>Whether there is one more clause; a label is one by itself.</returns>
    public bool Next()
    {
        Tokens.Clear();
        var hasBlank = false;
        while (true)
        {
            if (line == 0 || column > source[line].Length)
            {
                if (EndsWithComma)
                    Tokens.RemoveAt(Tokens.Count - 1);
                else if (Tokens.Count > 0)
                    return true;
                if (line >= source.Count)
                    return Tokens.Count > 0;
                (column, hasBlank) = (1, true);
                line++;
                continue;
            }
            var text = source[line];
            var character = text[column - 1];
            if (character <= ' ')
                (column, hasBlank) = (column + 1, true);
            else if (character == '/' && column < text.Length && text[column] == '*')
                SkipComment();
            else if (character == ';')
            {
                column++;
                if (Tokens.Count > 0)
                    return true;
            }
            else
            {
                Tokens.Add(Token(text, character, hasBlank));
                hasBlank = false;
                if (IsLabel || IsTooLong())
                    return true;
            }
        }
    }

    /// <summary>The clause on one line.</summary>
    public string Shown() => Shown(Tokens[0].Begin, Tokens[^1].End);

    /// <param name="until">Behind the last character.</param>
    public string Shown(Place begin, Place until)
    {
        Span<char> shown = stackalloc char[2 * Reference.LongestText];
        var length = 0;
        for (var number = begin.Line; number <= until.Line && length < shown.Length; number++)
        {
            var text = source[number];
            var from = number == begin.Line ? Math.Max(0, begin.Column - 1) : 0;
            var end = number == until.Line ? Math.Min(text.Length, until.Column - 1) : text.Length;
            var part = text[from..Math.Max(from, end)];
            part = part[..Math.Min(part.Length, shown.Length - length)];
            part.CopyTo(shown[length..]);
            length += part.Length;
            if (length < shown.Length)
                shown[length++] = ' ';
        }
        return OneLine.Of(shown[..length]);
    }

    private bool EndsWithComma => Tokens.Count > 0 && Tokens[^1].Kind is RexxTokenKind.Comma;

    private bool IsLabel => Tokens is [{ Kind: RexxTokenKind.Symbol or RexxTokenKind.String }, { Kind: RexxTokenKind.Colon }];

    private bool IsTooLong()
    {
        if (Tokens.Count < MostTokens)
            return false;
        findings.Complain(Tokens[0].At, "rexx.clause-too-long", "The clause goes on for too long; it is read in parts.");
        return true;
    }

    private RexxToken Token(ReadOnlySpan<char> text, char character, bool hasBlank)
    {
        var start = column;
        if (IsOfSymbol(character))
        {
            while (column <= text.Length && IsOfSymbol(text[column - 1]))
                column++;
            return new(source, RexxTokenKind.Symbol, line, start, column - start, hasBlank);
        }
        if (character is '\'' or '"')
            return String(text, character, hasBlank);
        column++;
        return new(source, character switch
        {
            '(' => RexxTokenKind.Open,
            ')' => RexxTokenKind.Close,
            ',' => RexxTokenKind.Comma,
            ':' => RexxTokenKind.Colon,
            '=' => RexxTokenKind.Equals,
            _ => RexxTokenKind.Other,
        }, line, start, 1, hasBlank);
    }

    private static bool IsOfSymbol(char character) =>
        char.IsLetterOrDigit(character) || character is '.' or '_' or '@' or '#' or '$' or '!' or '?' or '¢';

    private RexxToken String(ReadOnlySpan<char> text, char quote, bool hasBlank)
    {
        var start = ++column;
        StringBuilder? joined = null;
        while (true)
        {
            var rest = text[(column - 1)..];
            var end = rest.IndexOf(quote);
            if (end < 0)
            {
                findings.Complain(new(line, start - 1), "rexx.string-not-closed", "A literal string is not closed on its line.");
                column = text.Length + 1;
                return new(source, RexxTokenKind.String, line, start, text.Length + 1 - start, hasBlank,
                    joined?.Append(rest).ToString());
            }
            column += end + 1;
            if (column <= text.Length && text[column - 1] == quote)
            {
                (joined ??= new()).Append(rest[..(end + 1)]);
                column++;
                continue;
            }
            // 'C1'X: the letter stands by itself.
            var isHexadecimal = column <= text.Length && text[column - 1] is 'X' or 'x' or 'B' or 'b'
                && (column >= text.Length || !IsOfSymbol(text[column]));
            var length = column - 1 - start;
            if (isHexadecimal)
                column++;
            return new(source, isHexadecimal ? RexxTokenKind.Hexadecimal : RexxTokenKind.String, line, start, length, hasBlank,
                joined?.Append(rest[..end]).ToString());
        }
    }

    private void SkipComment()
    {
        var begin = new Place(line, column);
        column += 2;
        for (var depth = 1; depth > 0;)
        {
            var rest = column <= source[line].Length ? source[line][(column - 1)..] : default;
            var mark = rest.IndexOfAny('*', '/');
            if (mark >= 0 && mark + 1 < rest.Length)
            {
                var isEnd = rest[mark] == '*' && rest[mark + 1] == '/';
                var isBegin = rest[mark] == '/' && rest[mark + 1] == '*';
                depth += isEnd ? -1 : isBegin ? 1 : 0;
                column += mark + (isEnd || isBegin ? 2 : 1);
                continue;
            }
            if (line >= source.Count)
            {
                findings.Complain(begin, "rexx.comment-not-closed", "A comment is not closed; all that follows belongs to it.");
                column = source[line].Length + 1;
                return;
            }
            (line, column) = (line + 1, 1);
        }
    }
}
