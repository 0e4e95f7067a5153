namespace Sluice.Mainframe.Signs;

/// <summary>From word to word along a line: letters, digits, national characters and hyphens, or any other character.</summary>
internal ref struct Words(ReadOnlySpan<char> line)
{
    private ReadOnlySpan<char> rest = line;

    /// <summary>What comes directly after the last word; a blank at the end of the line.</summary>
    public readonly char Following => rest.Length > 0 ? rest[0] : ' ';

    public readonly bool AtEnd => rest.IsWhiteSpace();

    /// <returns>Nothing at the end of the line.</returns>
    public ReadOnlySpan<char> Next()
    {
        var start = 0;
        while (start < rest.Length && char.IsWhiteSpace(rest[start]))
            start++;
        var end = start;
        while (end < rest.Length && IsOfWord(rest[end]))
            end++;
        if (end == start && end < rest.Length)
            end++;
        var word = rest[start..end];
        rest = rest[end..];
        return word;
    }

    public bool Next(string word) => Next().Equals(word, StringComparison.OrdinalIgnoreCase);

    public static bool IsOfWord(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is '-' or '@' or '#' or '$' or '_';
}
