using System.Buffers;

namespace Sluice.Mainframe.Text;

/// <summary>
/// A member comes over as lines with line ends, or as the records of its library one after the other, with or without
/// descriptors; converted to a character set of this side, or as it was.
/// </summary>
internal static class Transfer
{
    // What fills up the last block of a transfer: DOS ends a file with 0x1A.
    private static ReadOnlySpan<byte> Padding => [0, 0x1a];

    public static SourceText? Read(ReadOnlySpan<byte> content)
    {
        if (VariableRecords.In(content) is { } variable)
            return CharacterSet.Of(variable.Data) is { } its
                ? OfRecords(variable.Data, variable.Records, its, variable.Form)
                : null;
        var written = content.TrimEnd(Padding);
        if (written.IsEmpty && content.Contains((byte)0) || CharacterSet.Of(written) is not { } set)
            return null;
        var length = FixedRecords.Length(written, content.Length, set);
        if (length > 0)
            return OfRecords(written, FixedRecords.Of(written.Length, length), set, $"records of {length} bytes");
        return set.IsEbcdic && !FixedRecords.HasLineEnds(written) ? null : OfLines(written, set);
    }

    private static SourceText OfLines(ReadOnlySpan<byte> content, CharacterSet set)
    {
        var bytes = set.WithoutMark(content);
        var text = ArrayPool<char>.Shared.Rent(set.Characters(bytes));
        var length = set.Decode(bytes, text);
        return new(text, length, LineEnds.Split(text.AsSpan(0, length)), set.Name);
    }

    /// <param name="lines">Where the records are in the content; written anew as the lines of the text.</param>
    private static SourceText OfRecords(ReadOnlySpan<byte> content, Line[] lines, CharacterSet set, string form)
    {
        // Most of a record of 80 bytes is blank, so it is decoded only as far as it is written.
        var most = 0;
        foreach (ref var line in lines.AsSpan())
        {
            line = line with { Length = content.Slice(line.Start, line.Length).LastIndexOfAnyExcept(set.Blank) + 1 };
            most += line.Length;
        }
        var text = ArrayPool<char>.Shared.Rent(most);
        var start = 0;
        foreach (ref var line in lines.AsSpan())
        {
            var record = text.AsSpan(start, set.Decode(content.Slice(line.Start, line.Length), text.AsSpan(start)));
            // A line end within a record is a character like any other there.
            record.Replace('\n', ' ');
            record.Replace('\r', ' ');
            line = new(start, LineEnds.Written(record));
            start += record.Length;
        }
        return new(text, start, lines, $"{set.Name}, {form}");
    }
}
