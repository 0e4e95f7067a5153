using System.Buffers;

namespace Sluice.Mainframe.Text;

/// <summary>A member's lines, whatever bytes they came as; without line ends and blanks after their last character.</summary>
/// <remarks>
/// The text of most programs is a large object to the garbage collector, which would look through a whole estate for every few of
/// them: who reads many members gives the memory of each back by disposing of it, and keeps no line of it.
/// </remarks>
public sealed class SourceText : IDisposable
{
    private readonly Line[] lines;
    private char[] text;

    /// <param name="text">Rented; may be longer than what is in it.</param>
    internal SourceText(char[] text, int length, Line[] lines, string form)
    {
        (this.text, this.lines, Form) = (text, lines, form);
        if (!text.AsSpan(0, length).Contains('\t'))
            return;
        this.text = Tabs.Expand(text.AsSpan(0, length), lines);
        ArrayPool<char>.Shared.Return(text);
    }

    /// <summary>In words: <c>ASCII</c>, <c>EBCDIC 1047, records of 80 bytes</c>.</summary>
    public string Form { get; }

    public int Count => lines.Length;

    /// <param name="number">From 1.</param>
    public ReadOnlySpan<char> this[int number]
    {
        get
        {
            var line = lines[number - 1];
            return text.AsSpan(line.Start, line.Length);
        }
    }

    /// <summary>For tests and for text that is already decoded.</summary>
    public static SourceText Of(string text)
    {
        var rented = ArrayPool<char>.Shared.Rent(text.Length);
        text.CopyTo(rented);
        return new(rented, text.Length, LineEnds.Split(text), "text");
    }

    /// <summary>Takes time and memory in proportion to the content, whatever that is.</summary>
    /// <returns>Null of what is no text: load modules, data.</returns>
    public static SourceText? Read(ReadOnlySpan<byte> content) => Transfer.Read(content);

    /// <summary>Its lines cannot be read any more.</summary>
    public void Dispose()
    {
        if (text.Length > 0)
            ArrayPool<char>.Shared.Return(text);
        text = [];
    }
}
