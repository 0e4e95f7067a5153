using System.Globalization;
using System.Text;

namespace Sluice.Cli.Output;

/// <summary>Text from a server or a file, made harmless for a terminal.</summary>
internal static class Safe
{
    /// <summary>
    /// Control characters (escape sequences begin with one), and characters that reorder or hide what stands around them, are
    /// shown as <c>\u001b</c>, which in JSON still means them. Line breaks and tabs stay.
    /// </summary>
    public static string Text(string text)
    {
        // Nearly all of it is harmless, and of a large estate there is much.
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return text;
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
            if (IsHarmless(rune))
                safe.Append(rune.ToString());
            else
                foreach (var unit in rune.ToString())
                    safe.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
        return safe.ToString();
    }

    /// <summary>The same on one line.</summary>
    public static string Line(string text) =>
        Text(text).Replace("\n", " ⏎ ", StringComparison.Ordinal).Replace('\t', ' ');

    private static bool IsHarmless(Rune rune) => rune.Value is '\n' or '\t' || Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate) || rune.Value == ZeroWidthJoiner;

    // Emoji and several scripts need it.
    private const int ZeroWidthJoiner = 0x200d;
}
