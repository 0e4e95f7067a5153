namespace Sluice.Mainframe.Ims;

/// <summary>
/// A segment search argument: the segment's name in eight bytes, with a parenthesis or command codes behind it. Source: IMS
/// Application Programming APIs, on segment search arguments.
/// </summary>
internal static class SegmentSearch
{
    private const int NameLength = 8;

    /// <returns>The segment's name; empty of what cannot be told from a name by itself.</returns>
    public static ReadOnlySpan<char> Segment(ReadOnlySpan<char> text) =>
        text.Length > NameLength && text[NameLength] is '(' or '*' ? text[..NameLength].TrimEnd(' ') : default;
}
