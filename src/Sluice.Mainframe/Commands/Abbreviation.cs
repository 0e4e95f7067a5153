namespace Sluice.Mainframe.Commands;

internal static class Abbreviation
{
    /// <param name="shortest">As many of the keyword's first letters are enough.</param>
    public static bool Is(ReadOnlySpan<char> word, ReadOnlySpan<char> keyword, int shortest) =>
        // Most words differ in their first letter, which is soon seen.
        word.Length >= shortest && word.Length > 0 && (word[0] | 0x20) == (keyword[0] | 0x20)
        && keyword.StartsWith(word, StringComparison.OrdinalIgnoreCase);
}
