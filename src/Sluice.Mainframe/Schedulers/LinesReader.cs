using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Schedulers;

/// <summary>A member's lines for whoever wants a stream of characters, without making one text of them.</summary>
internal sealed class LinesReader(SourceText source) : TextReader
{
    private int line = 1;
    private int column;

    public override int Peek() => line > source.Count ? -1 : column < source[line].Length ? source[line][column] : '\n';

    public override int Read()
    {
        var character = Peek();
        if (character < 0)
            return character;
        if (++column > source[line].Length)
            (line, column) = (line + 1, 0);
        return character;
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        var written = 0;
        while (written < buffer.Length && line <= source.Count)
        {
            var rest = source[line][column..];
            var length = Math.Min(rest.Length, buffer.Length - written);
            rest[..length].CopyTo(buffer[written..]);
            written += length;
            column += length;
            if (length < rest.Length || written == buffer.Length)
                break;
            buffer[written++] = '\n';
            (line, column) = (line + 1, 0);
        }
        return written;
    }
}
