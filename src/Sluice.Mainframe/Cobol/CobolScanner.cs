using System.Buffers;
using System.Text;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Cobol;

/// <summary>Cuts program text into words, literals and separators, across the lines.</summary>
/// <remarks>
/// Enterprise COBOL for z/OS Language Reference, chapters "Characters", "Character-strings", "Separators" and "Reference format".
/// </remarks>
internal sealed class CobolScanner(SourceText source, ReferenceFormat format, Findings findings)
{
    public const int LastColumn = 72;

    private const int Indicator = 7;
    private const int AreaA = 8;
    private const int AreaB = 12;

    // The compiler allows 160; what is longer is no name.
    private const int LongestLiteral = 1000;
    private static readonly SearchValues<char> WordCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_@#$");

    private int line;
    private int column = int.MaxValue;
    private int until;

    public SourceText Source => source;

    public ReferenceFormat Format => format;

    public Token Current { get; private set; }

    /// <summary>
    /// Lines with a D in the indicator area are program text where the SOURCE-COMPUTER paragraph says WITH DEBUGGING MODE, and
    /// comments where it does not. A copybook does not know who copies it, and has them read.
    /// </summary>
    public bool ReadsDebuggingLines { get; set; } = true;

    /// <summary>What REPLACE puts in the place of words from here on.</summary>
    public ReplacedWords? Replaced { get; set; }

    /// <returns>The next one; of kind <see cref="TokenKind.End"/> after the last.</returns>
    public Token Next()
    {
        while (true)
        {
            if (!SkipBlanks())
                return Current = new(source, TokenKind.End, Math.Max(source.Count, 1), 1, 0);
            if (Scan() is { } token && (Replaced is null ? token : Replaced.In(token)) is { } written)
                return Current = written;
        }
    }

    /// <summary>The text area of a line: what of it is program text, and in which column that begins.</summary>
    public (int From, int Until) Area(int number)
    {
        var text = source[number];
        if (format is ReferenceFormat.Free)
            return (1, text.TrimStart(' ').StartsWith("*>") ? 1 : text.Length + 1);
        return text.Length < AreaA || IsComment(text[Indicator - 1]) ? (AreaA, AreaA) : (AreaA, Math.Min(text.Length, LastColumn) + 1);
    }

    /// <summary>
    /// From the word that is looked at up to the next blank, whatever is in it but a period, comma or semicolon at its end: the
    /// character-string of a PICTURE, which is not cut into words.
    /// </summary>
    public ReadOnlySpan<char> Unbroken()
    {
        if (Current.Kind is TokenKind.End || Current.At.Line != line)
            return default;
        var start = Current.At.Column - 1;
        var text = source[line][start..(until - 1)];
        text = (text.IndexOf(' ') is >= 0 and var end ? text[..end] : text).TrimEnd(".,;");
        column = Math.Max(column, start + text.Length + 1);
        return text;
    }

    /// <summary>Whether a line that has text goes on with the one before.</summary>
    public bool Continues(int number) => format is ReferenceFormat.Fixed && source[number][Indicator - 1] == '-';

    /// <summary>
    /// A comment-entry is no program text: it is whatever somebody wrote, up to the next line that begins in area A. In free format
    /// only its line can be known to belong to it.
    /// </summary>
    /// <remarks>Enterprise COBOL for z/OS Language Reference, chapter "Identification division", section "Optional paragraphs".</remarks>
    public void SkipCommentEntry()
    {
        column = until;
        while (format is ReferenceFormat.Fixed && line < source.Count && !BeginsInAreaA(line + 1))
            (column, until) = Area(++line) is var (_, end) ? (end, end) : default;
    }

    private bool BeginsInAreaA(int number)
    {
        var (from, to) = Area(number);
        if (from >= to)
            return false;
        var text = source[number][(from - 1)..(to - 1)];
        return !text[..Math.Min(text.Length, AreaB - AreaA)].IsWhiteSpace() || text.Contains(" DIVISION", StringComparison.OrdinalIgnoreCase);
    }

    private bool IsComment(char indicator) => indicator is '*' or '/' or '$' || (!ReadsDebuggingLines && indicator is 'D' or 'd');

    /// <summary>To the next character that is no separator space, comma or semicolon, on this line or a later one.</summary>
    private bool SkipBlanks()
    {
        while (true)
        {
            var text = line == 0 ? default : source[line];
            if (column < until)
                column = text[(column - 1)..(until - 1)].IndexOfAnyExcept(' ', ',', ';') is >= 0 and var blanks ? column + blanks : until;
            if (column < until && !(text[column - 1] == '*' && column < text.Length && text[column] == '>'))
                return true;
            if (!NextLine())
                return false;
        }
    }

    private bool NextLine()
    {
        while (line < source.Count)
        {
            (column, until) = Area(++line);
            if (column < until && !IsDirective(source[line][(column - 1)..]))
                return true;
        }
        return false;
    }

    // CBL and PROCESS statements, and directives, speak to the compiler; what they say is no program text.
    private static bool IsDirective(ReadOnlySpan<char> text) => text.TrimStart(' ').StartsWith(">>", StringComparison.Ordinal);

    private bool IsContinued => line < source.Count && format is ReferenceFormat.Fixed && NextCodeLine() is > 0 and var next && Continues(next);

    private int NextCodeLine()
    {
        for (var next = line + 1; next <= source.Count; next++)
            if (Area(next) is var (from, to) && from < to && source[next][(from - 1)..(to - 1)].ContainsAnyExcept(' '))
                return next;
        return 0;
    }

    private Token? Scan()
    {
        var text = source[line];
        var first = text[column - 1];
        var (at, start) = (line, column);
        switch (first)
        {
            case '\'' or '"':
                return Literal(first, at, start);
            case '.' when column + 1 >= until || text[column] == ' ':
                column++;
                return new(source, TokenKind.Period, at, start, 1);
            case '(':
                column++;
                return new(source, TokenKind.Open, at, start, 1);
            case ')':
                column++;
                return new(source, TokenKind.Close, at, start, 1);
            case '=' when column + 1 < until && text[column] == '=':
                column += 2;
                return new(source, TokenKind.PseudoText, at, start, 2);
        }
        return WordLength(text[(column - 1)..(until - 1)]) is > 0 and var length ? Word(text, length, at, start) : Single(at, start);
    }

    private Token Single(int at, int start)
    {
        column++;
        return new(source, TokenKind.Other, at, start, 1);
    }

    private Token? Word(ReadOnlySpan<char> text, int length, int at, int start)
    {
        column += length;
        var word = text.Slice(start - 1, length);
        // X'0D', N'...', Z'...': hexadecimal and national text is nobody's name, the rest is a literal like any other.
        if (length <= 2 && column < until && text[column - 1] is '\'' or '"' && char.IsAsciiLetter(word[0]))
        {
            var literal = Literal(text[column - 1], line, column);
            return word[0] is 'Z' or 'z' ? literal : new(source, TokenKind.Number, at, start, length);
        }
        var kind = !char.IsAsciiDigit(word[0]) || word.ContainsAnyExceptInRange('0', '9') ? TokenKind.Word : TokenKind.Number;
        if (column < until || !IsContinued)
            return new(source, kind, at, start, length);
        // A word broken at the end of its line goes on with the first character of the continuation line.
        var joined = new StringBuilder().Append(word);
        while (column >= until && IsContinued && NextLine())
        {
            while (column < until && source[line][column - 1] == ' ')
                column++;
            var rest = WordLength(source[line][(column - 1)..(until - 1)]);
            if (joined.Length < LongestLiteral)
                joined.Append(source[line].Slice(column - 1, rest));
            column += rest;
        }
        return new(source, kind, at, start, length, joined.ToString());
    }

    // Placeholders such as :TAG: are part of the word that REPLACING will make of them.
    private static int WordLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length)
        {
            var run = text[length..].IndexOfAnyExcept(WordCharacters);
            length += run < 0 ? text.Length - length : run;
            if (length >= text.Length || text[length] != ':' || PlaceholderLength(text[length..]) is not (> 0 and var placeholder))
                break;
            length += placeholder;
        }
        return length;
    }

    private static int PlaceholderLength(ReadOnlySpan<char> text)
    {
        const int longest = 32;
        var run = text[1..].IndexOfAnyExcept(WordCharacters);
        return run is > 0 and < longest && text[run + 1] == ':' && char.IsAsciiLetter(text[1]) ? run + 2 : 0;
    }

    private Token Literal(char quote, int at, int start)
    {
        column++;
        StringBuilder? joined = null;
        while (true)
        {
            var rest = source[line][(column - 1)..Math.Max(column - 1, until - 1)];
            var end = rest.IndexOf(quote);
            if (end >= 0 && end + 1 < rest.Length && rest[end + 1] == quote)
            {
                // Doubled, it stands for itself.
                joined = (joined ?? new()).Append(rest[..(end + 1)]);
                column += end + 2;
                continue;
            }
            if (end >= 0)
            {
                column += end + 1;
                return joined is null ? new(source, TokenKind.Literal, at, start, end)
                    : new(source, TokenKind.Literal, at, start, 0, joined.Append(rest[..end]).ToString());
            }
            // What is not closed goes on in the next line, from its quote on; blanks up to column 72 belong to it.
            joined ??= new();
            if (joined.Length < LongestLiteral)
                joined.Append(rest).Append(' ', Math.Max(0, LastColumn + 1 - Math.Max(until, column)));
            if (!IsContinued || !NextLine())
            {
                column = until;
                findings.Complain(new(at, start), "cobol.literal-not-closed", "A literal is not closed on its line, and not continued on the next.");
                return new(source, TokenKind.Literal, at, start, 0, joined.ToString().TrimEnd(' '));
            }
            while (column < until && source[line][column - 1] == ' ')
                column++;
            if (column < until && source[line][column - 1] == quote)
                column++;
        }
    }
}
