using System.Buffers;

namespace Sluice.Mainframe.Text;

/// <summary>
/// EBCDIC has its letters and digits above 0x80 and its blank at 0x40. Below that are only control characters, so that no text of
/// ASCII and its relatives passes for it: their blank, digits and line ends are all there.
/// </summary>
internal static class Ebcdic
{
    private const int Card = 80;
    private const int FewestBlanks = 32;
    private const int MostControls = 200;
    private const int FewestLetters = 8;

    // More of the bytes that pages differ in would only say the same again.
    private const int EnoughEvidence = 20_000;

    private static readonly SearchValues<byte> Telling = SearchValues.Create(
        [.. Enumerable.Range(0, 256).Select(value => (byte)value).Where(value => CodePage.All.Any(page => page[value] != CodePage.All[0][value]))]);

    /// <summary>Records with nothing in them: all of ASCII, too, but commercial ats.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> content) =>
        content.Length > 0 && content.Length % Card == 0 && !content.ContainsAnyExcept(CodePage.Blank);

    public static bool IsText(ReadOnlySpan<byte> content)
    {
        var blanks = content.Count(CodePage.Blank);
        // Counting is all that most other text costs here.
        if ((long)blanks * FewestBlanks < content.Length)
            return false;
        int controls = 0, letters = 0;
        var allowed = content.Length / MostControls;
        foreach (var value in content)
            if (value < CodePage.Blank && !IsAllowed(value) || value == 0xff)
            {
                if (++controls > allowed)
                    return false;
            }
            else if (value > 0x80)
            {
                letters++;
            }
        return (long)letters * FewestLetters >= content.Length - blanks;
    }

    /// <returns>The one that the text reads best in, and those that it reads as well in.</returns>
    public static IReadOnlyList<CodePage> CodePages(ReadOnlySpan<byte> content)
    {
        Span<int> points = stackalloc int[CodePage.All.Count];
        points.Clear();
        var at = -1;
        for (var evidence = 0; evidence < EnoughEvidence && Next(content, ref at); evidence++)
        {
            var (before, after) = (at > 0 ? CodePage.All[0][content[at - 1]] : ' ', at + 1 < content.Length ? CodePage.All[0][content[at + 1]] : ' ');
            for (var page = 0; page < points.Length; page++)
                points[page] += Reads(before, CodePage.All[page][content[at]], after);
        }
        var pages = new List<CodePage>();
        for (var page = 0; page < points.Length; page++)
            if (points[page] == Best(points))
                pages.Add(CodePage.All[page]);
        return pages;
    }

    private static bool Next(ReadOnlySpan<byte> content, ref int at)
    {
        var found = content[(at + 1)..].IndexOfAny(Telling);
        at += found + 1;
        return found >= 0;
    }

    private static int Best(ReadOnlySpan<int> points)
    {
        var best = points[0];
        foreach (var some in points)
            best = Math.Max(best, some);
        return best;
    }

    // HT, FF, CR, NEL, LF, SUB, and what encloses double-byte characters.
    private static bool IsAllowed(byte value) => value is 0x05 or 0x0c or 0x0d or 0x0e or 0x0f or 0x15 or 0x25 or 0x3f;

    /// <summary>How well a character reads where it stands: accented letters in words, operators and brackets around them.</summary>
    private static int Reads(char before, char character, char after)
    {
        var (follows, precedes) = (char.IsAsciiLetter(before), char.IsAsciiLetter(after));
        return character switch
        {
            'Ä' or 'Ö' or 'Ü' => char.IsAsciiLetterLower(before) ? -2 : precedes ? (follows ? 3 : 1) : follows ? 0 : -1,
            'ä' or 'ö' or 'ü' => follows && precedes ? 3 : follows || precedes ? 1 : -1,
            'ß' => follows ? (precedes ? 3 : 2) : -2,
            '{' or '}' or '\\' or '~' or '^' or '¬' => follows && precedes ? -1 : 1,
            '[' or ']' or '€' => 1,
            '|' => follows && precedes ? 0 : 1,
            '!' => follows && precedes ? -3 : follows ? 1 : 0,
            '@' => follows && precedes ? 1 : 0,
            '¤' or '¢' or '¦' or '¨' or 'Ý' => -1,
            _ => 0,
        };
    }
}
