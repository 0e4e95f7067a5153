using System.Buffers.Binary;
using System.Collections;

namespace Sluice.Mainframe.Snapshots;

/// <summary>
/// The list of an estate's files as it lies in a snapshot: the words, how many files there are, a record of each, and where each record
/// begins (32 bits, little-endian), so that none has to be read for another.
/// </summary>
internal sealed class MemberDirectory : IReadOnlyList<SnapshotEntry>
{
    private readonly ReadOnlyMemory<byte> bytes;
    private readonly long until;
    private readonly int placesAt;

    /// <param name="until">Where the members' records end.</param>
    /// <exception cref="DamagedSnapshotException"/>
    public MemberDirectory(ReadOnlyMemory<byte> bytes, long until)
    {
        (this.bytes, this.until) = (bytes, until);
        var record = new RecordReader(bytes.Span);
        Vocabulary = Vocabulary.Read(ref record);
        Count = record.Count();
        placesAt = bytes.Length - Count * sizeof(uint);
        if (placesAt < bytes.Length - record.Left)
            throw new DamagedSnapshotException("There are fewer members than it says there are.");
    }

    public Vocabulary Vocabulary { get; }

    public int Count { get; }

    public SnapshotEntry this[int ordinal] => RecordAt(ordinal).Entry(ordinal, Vocabulary);

    /// <exception cref="DamagedSnapshotException"/>
    public DirectoryRecord RecordAt(int ordinal)
    {
        var place = BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[(placesAt + ordinal * sizeof(uint))..]);
        return place < placesAt
            ? DirectoryRecord.Read(bytes[(int)place..placesAt], Vocabulary, until)
            : throw new DamagedSnapshotException("A member is not listed where it should be.");
    }

    public ReadOnlyMemory<byte> PathAt(int ordinal) => RecordAt(ordinal).Path;

    public IEnumerable<DirectoryRecord> Records()
    {
        for (var at = 0; at < Count; at++)
            yield return RecordAt(at);
    }

    public IEnumerator<SnapshotEntry> GetEnumerator()
    {
        for (var at = 0; at < Count; at++)
            yield return this[at];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
