using System.Text;

namespace Sluice.Mainframe.Text;

/// <summary>A member's lines, whatever bytes they came as. Lines have no line end and no blanks after their last character.</summary>
public sealed class SourceText
{
    private const int TabStop = 8;
    private readonly char[] text;
    private readonly List<(int Start, int Length)> lines;

    private SourceText(char[] text, List<(int, int)> lines, string form) => (this.text, this.lines, Form) = (text, lines, form);

    /// <summary>In words: <c>ASCII</c>, <c>EBCDIC 1047, records of 80 bytes</c>.</summary>
    public string Form { get; }

    public int Count => lines.Count;

    /// <param name="number">From 1.</param>
    public ReadOnlySpan<char> this[int number] => text.AsSpan(lines[number - 1].Start, lines[number - 1].Length);

    /// <summary>For tests and for text that is already decoded.</summary>
    public static SourceText Of(string text) => new(Lines(text.ToCharArray(), out var lines), lines, "text");

    /// <returns>Null of what is no text: load modules, data.</returns>
    public static SourceText? Read(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith(Encoding.UTF8.Preamble))
            content = content[3..];
        if (!MemberText.IsText(content))
            return null;
        var form = Ascii.IsValid(content) ? "ASCII" : System.Text.Unicode.Utf8.IsValid(content) ? "UTF-8" : "Latin-1";
        var decoded = (form == "UTF-8" ? Encoding.UTF8 : Encoding.Latin1).GetString(content).ToCharArray();
        return new(Lines(decoded, out var lines), lines, form);
    }

    private static char[] Lines(char[] decoded, out List<(int Start, int Length)> lines)
    {
        var text = decoded.AsSpan().Contains('\t') ? Expanded(decoded) : decoded;
        lines = new(text.Length / 40);
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOf('\n') is >= 0 and var end ? end : text.Length - start;
            lines.Add((start, text.AsSpan(start, length).TrimEnd(" \r\u001a\0\f").Length));
            start += length + 1;
        }
        return text;
    }

    private static char[] Expanded(ReadOnlySpan<char> decoded)
    {
        var text = new StringBuilder(decoded.Length + (decoded.Length / 8));
        var column = 0;
        foreach (var character in decoded)
        {
            if (character == '\t')
            {
                var blanks = TabStop - (column % TabStop);
                text.Append(' ', blanks);
                column += blanks;
                continue;
            }
            text.Append(character);
            column = character == '\n' ? 0 : column + 1;
        }
        var expanded = new char[text.Length];
        text.CopyTo(0, expanded, text.Length);
        return expanded;
    }
}
