using System.Buffers.Binary;
using System.Collections;
using System.Security.Cryptography;
using System.Text;

namespace Sluice.Mainframe.Snapshots;

/// <summary>The list of an estate's files while it is read: packed as it will be written, as there are many.</summary>
/// <remarks>
/// Other threads may ask for entries once all are added, while what the others make of them is being added: nothing else changes then.
/// </remarks>
/// <param name="expected">How many there will be, about.</param>
internal sealed class DirectoryWriter(int expected) : IReadOnlyList<SnapshotEntry>
{
    private const int Block = 1 << 16;

    private readonly List<Line> lines = new(expected);
    private readonly RecordWriter record = new();
    private Memory<byte> free;

    /// <summary>What of a file's record is not said by itself.</summary>
    private record struct Line(
        ReadOnlyMemory<byte> Said, long Modified, Extent Own, Extent Links, ReadOnlyMemory<byte> LinkCounts, int LinkDiagnostics);

    public int Count => lines.Count;

    public SnapshotEntry this[int ordinal] => RecordAt(ordinal).Entry(ordinal, Vocabulary.Own);

    public DirectoryRecord RecordAt(int ordinal)
    {
        var line = lines[ordinal];
        return DirectoryRecord.ReadSaid(line.Said, Vocabulary.Own) with
        {
            Modified = line.Modified,
            Own = line.Own,
            Links = line.Links,
            LinkCounts = line.LinkCounts,
            LinkDiagnostics = line.LinkDiagnostics,
        };
    }

    /// <summary>Hashes of the members' names, with their places.</summary>
    public IEnumerable<(ulong Hash, int Ordinal)> Names()
    {
        var letters = new char[Block];
        for (var at = 0; at < Count; at++)
            if (RecordAt(at) is { IsMember: true } file)
            {
                if (letters.Length < file.Name.Length)
                    letters = new char[file.Name.Length];
                yield return (NameEntry.HashOf(letters.AsSpan(0, Encoding.UTF8.GetChars(file.Name.Span, letters))), at);
            }
    }

    public void Add(SnapshotEntry entry, Extent own)
    {
        record.Clear();
        DirectoryRecord.WriteSaid(record, entry);
        lines.Add(new(Packed(record.Written), entry.Modified, own, default, default, 0));
    }

    /// <param name="known">Of an earlier snapshot with the same words.</param>
    public void Add(DirectoryRecord known, Extent own) => lines.Add(new(known.Said, known.Modified, own, default, default, 0));

    public void AddLinks(int ordinal, Extent links, ReadOnlySpan<byte> counts, int diagnostics) =>
        lines[ordinal] = lines[ordinal] with { Links = links, LinkCounts = Packed(counts), LinkDiagnostics = diagnostics };

    public void AddLinks(int ordinal, Extent links, DirectoryRecord known) =>
        lines[ordinal] = lines[ordinal] with { Links = links, LinkCounts = known.LinkCounts, LinkDiagnostics = known.LinkDiagnostics };

    public void WriteAs(int ordinal, long modified) => lines[ordinal] = lines[ordinal] with { Modified = modified };

    /// <returns>How long it is, and its digest.</returns>
    public (long Length, byte[] Sha256) WriteTo(Stream output)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var places = new byte[lines.Count * sizeof(uint)];
        var length = 0L;
        record.Clear();
        Vocabulary.Write(record);
        record.Number(lines.Count);
        for (var at = 0; at < lines.Count; at++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(places.AsSpan(at * sizeof(uint)), checked((uint)(length + record.Count)));
            RecordAt(at).Write(record);
            if (record.Count >= Block)
                Flush(record.Written);
        }
        Flush(record.Written);
        Flush(places);
        return (length, hash.GetHashAndReset());

        void Flush(ReadOnlySpan<byte> bytes)
        {
            output.Write(bytes);
            hash.AppendData(bytes);
            length += bytes.Length;
            record.Clear();
        }
    }

    public IEnumerator<SnapshotEntry> GetEnumerator()
    {
        for (var at = 0; at < Count; at++)
            yield return this[at];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private ReadOnlyMemory<byte> Packed(ReadOnlySpan<byte> bytes)
    {
        if (free.Length < bytes.Length)
            free = new byte[Math.Max(Block, bytes.Length)];
        var packed = free[..bytes.Length];
        bytes.CopyTo(packed.Span);
        free = free[bytes.Length..];
        return packed;
    }
}
