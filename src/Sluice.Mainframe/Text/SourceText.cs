namespace Sluice.Mainframe.Text;

/// <summary>A member's lines, whatever bytes they came as. Lines have no line end and no blanks after their last character.</summary>
public sealed class SourceText
{
    private readonly char[] text;
    private readonly Line[] lines;

    internal SourceText(char[] text, Line[] lines, string form) =>
        (this.text, this.lines, Form) = (text.AsSpan().Contains('\t') ? Tabs.Expand(text, lines) : text, lines, form);

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
    public static SourceText Of(string text) => new(text.ToCharArray(), LineEnds.Split(text), "text");

    /// <summary>Takes time and memory in proportion to the content, and never refuses it otherwise than with null.</summary>
    /// <returns>Null of what is no text: load modules, data.</returns>
    public static SourceText? Read(ReadOnlySpan<byte> content) => Transfer.Read(content);
}
