using System.Buffers;

namespace Sluice.Mainframe.Text;

/// <summary>A tab reaches to the next multiple of 8 columns: so do the editors on this side of a transfer.</summary>
internal static class Tabs
{
    private const int Stop = 8;

    // Nobody's source grows by more; what is made of tabs would, to eight times its size.
    private const int MostGrowth = 4;
    private const int Allowance = 4096;

    /// <param name="lines">Written anew: each begins elsewhere in the text that is returned.</param>
    /// <returns>Rented, text of the lines only. A member that would grow beyond measure has one blank for each tab.</returns>
    public static char[] Expand(Span<char> text, Line[] lines)
    {
        var width = 0L;
        foreach (var line in lines)
            width += Width(text.Slice(line.Start, line.Length));
        if (width > Math.Min(((long)MostGrowth * text.Length) + Allowance, Array.MaxLength))
        {
            text.Replace('\t', ' ');
            width = text.Length;
        }
        var expanded = ArrayPool<char>.Shared.Rent((int)width);
        var start = 0;
        foreach (ref var line in lines.AsSpan())
        {
            var length = Write(text.Slice(line.Start, line.Length), expanded.AsSpan(start));
            line = new(start, length);
            start += length;
        }
        return expanded;
    }

    private static long Width(ReadOnlySpan<char> line)
    {
        var column = 0L;
        while (line.IndexOf('\t') is >= 0 and var tab)
        {
            column = After(column + tab);
            line = line[(tab + 1)..];
        }
        return column + line.Length;
    }

    private static int Write(ReadOnlySpan<char> line, Span<char> expanded)
    {
        var column = 0;
        while (line.IndexOf('\t') is >= 0 and var tab)
        {
            line[..tab].CopyTo(expanded[column..]);
            var next = (int)After(column + tab);
            expanded[(column + tab)..next].Fill(' ');
            column = next;
            line = line[(tab + 1)..];
        }
        line.CopyTo(expanded[column..]);
        return column + line.Length;
    }

    private static long After(long column) => ((column / Stop) + 1) * Stop;
}
