using System.Buffers;

namespace Sluice.Mainframe.Text;

/// <summary>
/// LF, CR and CR LF each end a line, as in an editor. NEL does where neither of them is: UNIX files of z/OS come with it, but
/// Windows has three dots in its place, and they stand in comments.
/// </summary>
internal static class LineEnds
{
    private const char NextLine = '\u0085';
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\r\f\0\u001a");

    public static Line[] Split(ReadOnlySpan<char> text) =>
        text.Contains('\r') ? AtEither(text) : At(text.Contains('\n') ? '\n' : NextLine, text);

    /// <summary>How long a line is without the blanks after its last character.</summary>
    public static int Written(ReadOnlySpan<char> line) =>
        line.Length > 0 && Blanks.Contains(line[^1]) ? line.LastIndexOfAnyExcept(Blanks) + 1 : line.Length;

    private static Line[] At(char lineEnd, ReadOnlySpan<char> text)
    {
        var lines = new Line[Ends(text, lineEnd)];
        var start = 0;
        for (var number = 0; number < lines.Length; number++)
        {
            var length = text[start..].IndexOf(lineEnd) is >= 0 and var end ? end : text.Length - start;
            lines[number] = new(start, Written(text.Slice(start, length)));
            start += length + 1;
        }
        return lines;
    }

    private static Line[] AtEither(ReadOnlySpan<char> text)
    {
        // Right for CR LF and for CR alone; a mixture needs more.
        var lines = new Line[text.Contains('\n') ? Ends(text, '\n') : Ends(text, '\r')];
        var number = 0;
        for (var start = 0; start < text.Length; number++)
        {
            var length = text[start..].IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length - start;
            if (number == lines.Length)
                Array.Resize(ref lines, (2 * number) + 1);
            lines[number] = new(start, Written(text.Slice(start, length)));
            start += length;
            start += text[start..].StartsWith("\r\n") ? 2 : 1;
        }
        Array.Resize(ref lines, number);
        return lines;
    }

    // What follows the last line end is one more line, if it is anything.
    private static int Ends(ReadOnlySpan<char> text, char lineEnd) =>
        text.Count(lineEnd) + (text.Length > 0 && text[^1] != lineEnd ? 1 : 0);
}
