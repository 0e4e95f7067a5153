using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;

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

    // All but HT, FF, CR, NEL, LF, SUB, and SO and SI, which enclose double-byte characters.
    private static readonly SearchValues<byte> Controls = SearchValues.Create(
        [.. CodePage.Values.Where(value => value is < CodePage.Blank or 0xff).Except<byte>([0x05, 0x0c, 0x0d, 0x15, 0x25, 0x3f, 0x0e, 0x0f])]);

    private static readonly SearchValues<byte> Telling = SearchValues.Create(
        [.. CodePage.Values.Where(value => CodePage.All.Any(page => page[value] != CodePage.All[0][value]))]);

    /// <summary>Records with nothing in them: all of ASCII, too, but commercial ats.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> content) =>
        content.Length > 0 && content.Length % Card == 0 && !content.ContainsAnyExcept(CodePage.Blank);

    public static bool IsText(ReadOnlySpan<byte> content)
    {
        var blanks = content.Count(CodePage.Blank);
        return (long)blanks * FewestBlanks >= content.Length && HasFewControls(content)
            && (long)CountAbove(content) * FewestLetters >= content.Length - blanks;
    }

    /// <summary>How many bytes lie where EBCDIC has its letters and ASCII has nothing: from 0x80.</summary>
    public static int CountAbove(ReadOnlySpan<byte> content)
    {
        var count = 0;
        while (content.Length >= Vector256<byte>.Count)
        {
            count += BitOperations.PopCount(Vector256.Create(content).ExtractMostSignificantBits());
            content = content[Vector256<byte>.Count..];
        }
        foreach (var value in content)
            count += value >> 7;
        return count;
    }

    private static bool HasFewControls(ReadOnlySpan<byte> content)
    {
        var allowed = content.Length / MostControls;
        while (content.IndexOfAny(Controls) is >= 0 and var at)
        {
            if (--allowed < 0)
                return false;
            content = content[(at + 1)..];
        }
        return true;
    }

    /// <returns>The one that the text reads best in, and those that it reads as well in.</returns>
    public static IReadOnlyList<CodePage> CodePages(ReadOnlySpan<byte> content)
    {
        Span<int> points = stackalloc int[CodePage.All.Count];
        points.Clear();
        var at = -1;
        for (var evidence = 0; evidence < EnoughEvidence && Next(content, ref at); evidence++)
        {
            var before = at > 0 ? CodePage.All[0][content[at - 1]] : ' ';
            var after = at + 1 < content.Length ? CodePage.All[0][content[at + 1]] : ' ';
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

    /// <summary>How well a character reads where it stands: accented letters in words, operators around them.</summary>
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
            '!' => follows && precedes ? -3 : follows || precedes ? 1 : 0,
            '@' => follows && precedes ? 1 : 0,
            '¤' or '¢' or '¦' or '¨' or 'Ý' => -1,
            _ => 0,
        };
    }
}
