using System.Text;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Pli;

/// <summary>Cuts program text into words, constants and delimiters, across the lines; comments are left out.</summary>
/// <remarks>Enterprise PL/I for z/OS Language Reference, chapter "Program elements".</remarks>
internal sealed class PliScanner
{
    // No character constant may be longer: Language Reference, appendix "Limits". What would be has lost its closing quote.
    private const int LongestLiteral = 32_767;

    private readonly SourceText source;
    private readonly Findings findings;
    private readonly Margins margins;
    private int line;
    private int column = 1;
    private int until;
    private PliToken? special;

    public PliScanner(SourceText source, Findings findings)
    {
        (this.source, this.findings, margins) = (source, findings, Margins.Of(source));
        Current = Scan();
        Following = Scan();
    }

    public PliToken Current { get; private set; }

    public PliToken Following { get; private set; }

    public void Advance()
    {
        Current = Following;
        Following = Scan();
    }

    /// <summary>Text of the line between the margins: from and until which column.</summary>
    public (int From, int Until) Area(int number) => margins.On(source[number]);

    /// <summary>The statement that begins there, on one line; comments in it are shown.</summary>
    public string Excerpt(Place begin)
    {
        Span<char> text = stackalloc char[2 * Reference.LongestText];
        var length = 0;
        for (var number = begin.Line; number <= source.Count && number < begin.Line + 50 && length < text.Length; number++)
        {
            var (from, to) = Area(number);
            from = number == begin.Line ? Math.Max(from, begin.Column) : from;
            if (from >= to)
                continue;
            var part = source[number][(from - 1)..Math.Min(to - 1, from - 1 + (2 * text.Length))];
            var end = part.IndexOf(';');
            part = (end < 0 ? part : part[..end]).Trim(' ');
            if (length > 0 && part.Length > 0)
                text[length++] = ' ';
            part = part[..Math.Min(part.Length, text.Length - length)];
            part.CopyTo(text[length..]);
            length += part.Length;
            if (end >= 0)
                break;
        }
        return OneLine.Of(text[..length]);
    }

    private PliToken Scan()
    {
        while (true)
        {
            var text = line == 0 ? default : source[line];
            while (column < until && text[column - 1] <= ' ')
                column++;
            if (column >= until)
            {
                if (!NextLine())
                    return new(source, PliTokenKind.End, Math.Max(source.Count, 1), 1, 0);
                if (special is { } found)
                {
                    special = null;
                    return found;
                }
            }
            else if (text[column - 1] == '/' && column + 1 < until && text[column] == '*')
                SkipComment();
            else
                return Token(text);
        }
    }

    private bool NextLine()
    {
        if (line >= source.Count)
            return false;
        var text = source[++line];
        (column, until) = margins.On(text);
        if (text.IsEmpty || text[0] is not ('*' or '%' or '-' or '+' or ' '))
            return true;
        if (Margins.IsProcess(text))
            (special, column) = (new(source, PliTokenKind.Process, line, 1, 1), until);
        else if (LibrarianInclude(text) is > 0 and var name)
        {
            var rest = text[name..];
            var length = rest.IndexOfAny(" ,;");
            special = new(source, PliTokenKind.LibrarianInclude, line, name + 1, length < 0 ? rest.Length : length);
            column = until;
        }
        return true;
    }

    /// <returns>Where the name begins; 0 when the line is none of them.</returns>
    private static int LibrarianInclude(ReadOnlySpan<char> text)
    {
        var start = text.IndexOfAnyExcept(' ');
        if (start < 0)
            return 0;
        var keyword = text[start..].StartsWith("++INCLUDE ", StringComparison.OrdinalIgnoreCase) ? start + "++INCLUDE ".Length
            : text.StartsWith("-INC ", StringComparison.OrdinalIgnoreCase) ? "-INC ".Length : 0;
        return keyword > 0 && text[keyword..].IndexOfAnyExcept(' ') is >= 0 and var blanks ? keyword + blanks : 0;
    }

    private PliToken Token(ReadOnlySpan<char> text)
    {
        var (first, start) = (text[column - 1], column);
        if (IsLetter(first) || char.IsAsciiDigit(first))
        {
            var end = column;
            while (end < until && (IsLetter(text[end - 1]) || char.IsAsciiDigit(text[end - 1])))
                end++;
            column = end;
            return new(source, char.IsAsciiDigit(first) ? PliTokenKind.Number : PliTokenKind.Word, line, start, end - start);
        }
        if (first is '\'' or '"')
            return Literal(first);
        column++;
        return new(source, first switch
        {
            ';' => PliTokenKind.Semicolon,
            ':' => PliTokenKind.Colon,
            ',' => PliTokenKind.Comma,
            '(' => PliTokenKind.Open,
            ')' => PliTokenKind.Close,
            '=' => PliTokenKind.Equals,
            '%' => PliTokenKind.Percent,
            _ => PliTokenKind.Other,
        }, line, start, 1);
    }

    // The national characters of PL/I, the break character and letters of any alphabet.
    private static bool IsLetter(char character) => char.IsLetter(character) || character is '_' or '@' or '#' or '$';

    private void SkipComment()
    {
        var begin = new Place(line, column);
        column += 2;
        while (true)
        {
            var rest = column < until ? source[line][(column - 1)..(until - 1)] : default;
            if (rest.IndexOf("*/", StringComparison.Ordinal) is >= 0 and var end)
            {
                column += end + 2;
                return;
            }
            if (line >= source.Count)
            {
                findings.Complain(begin, "pli.comment-not-closed", "A comment is not closed; all that follows belongs to it.");
                column = until;
                return;
            }
            (column, until) = margins.On(source[++line]);
        }
    }

    private PliToken Literal(char quote)
    {
        var (at, start) = (line, column++);
        StringBuilder? joined = null;
        while (true)
        {
            var rest = column < until ? source[line][(column - 1)..(until - 1)] : default;
            var end = rest.IndexOf(quote);
            if (end >= 0 && end + 1 < rest.Length && rest[end + 1] == quote)
            {
                // Doubled, it stands for itself.
                (joined ??= new()).Append(rest[..(end + 1)]);
                column += end + 2;
            }
            else if (end >= 0)
            {
                column += end + 1;
                return Closed(at, start, end, joined?.Append(rest[..end]).ToString());
            }
            else
            {
                (joined ??= new()).Append(rest);
                if (joined.Length > LongestLiteral || line >= source.Count)
                    return Unclosed(at, start);
                (column, until) = margins.On(source[++line]);
            }
        }
    }

    /// <summary>'1'B, 'C1'X and other constants end in letters that say what they are.</summary>
    private PliToken Closed(int at, int start, int length, string? joined)
    {
        var suffix = column;
        while (column < until && IsLetter(source[line][column - 1]))
            column++;
        return new(source, suffix < column ? PliTokenKind.Number : PliTokenKind.Literal, at, start, length, joined);
    }

    /// <summary>Goes on with the line after it, so that one missing quote does not hide the rest.</summary>
    private PliToken Unclosed(int at, int start)
    {
        findings.Complain(new(at, start), "pli.literal-not-closed", "A character constant is not closed.");
        var text = source[at];
        (line, column, until) = (at, margins.On(text).Until, margins.On(text).Until);
        return new(source, PliTokenKind.Number, at, start, Math.Max(0, until - start));
    }
}
