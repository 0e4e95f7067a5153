namespace Sluice.Mainframe.Schedulers;

/// <summary>Operands of the form <c>KEYWORD=value</c>, separated by commas or blanks.</summary>
internal static class CommaOperands
{
    /// <param name="at">Where the value begins in the text.</param>
    /// <returns>Nothing when the keyword is not there or has no value.</returns>
    public static ReadOnlySpan<char> Find(ReadOnlySpan<char> text, ReadOnlySpan<char> keyword, out int at)
    {
        for (at = 0; at < text.Length;)
        {
            var length = text[at..].IndexOf(keyword, StringComparison.OrdinalIgnoreCase);
            if (length < 0)
                break;
            var start = at + length;
            at = start + keyword.Length;
            if (at >= text.Length || text[at] != '=' || (start > 0 && text[start - 1] is not (' ' or ',' or '.')))
                continue;
            at++;
            var end = text[at..].IndexOfAny(' ', ',');
            return end < 0 ? text[at..] : text.Slice(at, end);
        }
        at = 0;
        return default;
    }
}
