using System.Buffers.Binary;

namespace Sluice.Mainframe.Text;

/// <summary>
/// Records of RECFM V and VB with their descriptors: two bytes of length, which counts the descriptor, and two of zeros. A block
/// may have such a descriptor before its records. Source: z/OS DFSMS Using Data Sets, chapter "Selecting Record Formats for
/// Non-VSAM Data Sets", "Variable-Length Record Formats".
/// </summary>
internal sealed record VariableRecords(byte[] Data, Line[] Records, string Form)
{
    private const int Descriptor = 4;

    // A transfer that was cut off is believed only after as many whole records.
    private const int Convincing = 3;

    /// <returns>Null of what is not made of such records from its first byte to its last.</returns>
    public static VariableRecords? In(ReadOnlySpan<byte> content)
    {
        // Text has no zeros there, so nearly every member is done with here.
        if (content.Length < Descriptor || content[2] != 0 || content[3] != 0)
            return null;
        var blocked = content.Length >= 2 * Descriptor && content[6] == 0 && content[7] == 0 && Length(content) >= 2 * Descriptor;
        var (count, bytes) = (0, 0);
        var measuring = new Walk(content, blocked);
        while (measuring.Next(out var record))
            (count, bytes) = (count + 1, bytes + record.Length);
        if (measuring.Broken || count == 0 || (measuring.CutOff && count <= Convincing))
            return null;
        var (data, records) = (new byte[bytes], new Line[count]);
        var start = 0;
        var walk = new Walk(content, blocked);
        for (var number = 0; walk.Next(out var record); number++)
        {
            content.Slice(record.Start, record.Length).CopyTo(data.AsSpan(start));
            records[number] = new(start, record.Length);
            start += record.Length;
        }
        return new(data, records, walk.CutOff ? "variable records, cut off" : "variable records");
    }

    private static int Length(ReadOnlySpan<byte> descriptor) => BinaryPrimitives.ReadUInt16BigEndian(descriptor);

    /// <summary>From record to record, by their descriptors.</summary>
    private ref struct Walk(ReadOnlySpan<byte> content, bool blocked)
    {
        private readonly ReadOnlySpan<byte> content = content;
        private int at;
        private int blockEnd = blocked ? 0 : content.Length;

        /// <summary>Where a descriptor should be is something else.</summary>
        public bool Broken { get; private set; }

        /// <summary>The content ends before its last block or record does.</summary>
        public bool CutOff { get; private set; }

        public bool Next(out Line record)
        {
            record = default;
            while (at == blockEnd && at < content.Length)
            {
                if (!Describes(content.Length, out blockEnd))
                    return false;
                at += Descriptor;
            }
            if (at >= content.Length || !Describes(blockEnd, out var end))
                return false;
            record = new(at + Descriptor, end - at - Descriptor);
            at = end;
            return true;
        }

        private bool Describes(int limit, out int end)
        {
            end = 0;
            var rest = content[at..];
            if (rest.Length < Descriptor)
                return !(CutOff = true);
            end = at + Length(rest);
            if (rest[2] != 0 || rest[3] != 0 || end < at + Descriptor || (end > limit && limit < content.Length))
                return !(Broken = true);
            CutOff |= end > content.Length;
            end = Math.Min(end, content.Length);
            return true;
        }
    }
}
