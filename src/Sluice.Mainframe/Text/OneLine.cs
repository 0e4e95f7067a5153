namespace Sluice.Mainframe.Text;

/// <summary>A statement as <see cref="Reference.Text"/> shows it: blanks drawn together, and not too long.</summary>
internal static class OneLine
{
    public static string Of(ReadOnlySpan<char> text)
    {
        Span<char> shown = stackalloc char[Reference.LongestText];
        var length = 0;
        foreach (var character in text)
        {
            var blank = char.IsWhiteSpace(character) || char.IsControl(character);
            if (blank && (length == 0 || shown[length - 1] == ' '))
                continue;
            if (length == shown.Length)
            {
                shown[^1] = '…';
                break;
            }
            shown[length++] = blank ? ' ' : character;
        }
        return shown[..length].TrimEnd(' ').ToString();
    }
}
