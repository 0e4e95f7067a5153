namespace Sluice.Mainframe.Text;

/// <summary>
/// Columns 73 to 80 of a card, where libraries of 80-byte records keep sequence numbers. Text that came through a workstation may
/// use them for itself, so that they count as numbers only when they look like some.
/// </summary>
internal static class SequenceField
{
    private const int Before = 72;
    private const int CardLength = 80;

    public static ReadOnlySpan<char> Without(ReadOnlySpan<char> line) =>
        line.Length == CardLength && !line[Before..].ContainsAnyExceptInRange('0', '9') ? line[..Before].TrimEnd(' ') : line;
}
