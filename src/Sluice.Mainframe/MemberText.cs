using System.Text;

namespace Sluice.Mainframe;

/// <summary>A member's lines, when it is text in a character set of this side of the transfer.</summary>
public static class MemberText
{
    private const int Enough = 256 * 1024;

    /// <param name="content">UTF-8, ASCII or an 8-bit set that extends it.</param>
    /// <returns>Lines without what is blank at their end; <see langword="null"/> for binary content and for EBCDIC.</returns>
    public static IReadOnlyList<string>? Read(ReadOnlySpan<byte> content)
    {
        var start = content[..Math.Min(content.Length, Enough)];
        if (start.StartsWith(Encoding.UTF8.Preamble))
            start = start[3..];
        if (!IsText(start))
            return null;
        return [.. Encoding.Latin1.GetString(start).Split('\n').Select(line => line.TrimEnd())];
    }

    // EBCDIC letters and digits all lie above 0x80, its space is '@': what little of it looks like ASCII gives it away.
    internal static bool IsText(ReadOnlySpan<byte> content)
    {
        int high = 0, control = 0;
        foreach (var value in content)
            if (value >= 0x80)
                high++;
            else if (value == 0)
                return false;
            else if (value is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x1a) or 0x7f)
                control++;
        return high <= content.Length / 4 && control <= content.Length / 100;
    }
}
