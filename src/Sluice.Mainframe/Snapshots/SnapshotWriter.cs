using System.Security.Cryptography;
using Sluice.Mainframe.Estate;

namespace Sluice.Mainframe.Snapshots;

/// <summary>
/// Writes a snapshot from its beginning to its end: what the members say, what each makes of the others, two indexes of names, the
/// list of members, and where all that begins. The same sources make the same snapshot but for the times of the files.
/// </summary>
internal sealed class SnapshotWriter : IDisposable
{
    private const int Piece = 1 << 20;

    private readonly Stream output;
    private readonly NameIndexWriter targets;
    private readonly NameIndexWriter subjects;
    private readonly List<SnapshotEntry> entries = [];
    private byte[] piece = [];
    private Extent copied;
    private Snapshot? copiedFrom;
    private long at;

    public SnapshotWriter(Stream output, Func<Stream> scratch)
    {
        this.output = output;
        (targets, subjects) = (new(scratch), new(scratch));
        Write(SnapshotFormat.Magic);
    }

    public IReadOnlyList<SnapshotEntry> Entries => entries;

    /// <summary>Once it is finished.</summary>
    public SnapshotFormat.Footer Footer { get; private set; }

    /// <summary>In the order of the libraries.</summary>
    public void Add(SnapshotEntry entry, ReadOnlySpan<byte> record, IndexedNames? names)
    {
        Paste();
        entries.Add(entry with { Ordinal = entries.Count, Own = Write(record) });
        Index(entries.Count - 1, names);
    }

    /// <param name="entry">As it was added, with what the links make of it.</param>
    public void AddLinks(SnapshotEntry entry, ReadOnlySpan<byte> record, IndexedNames names)
    {
        Paste();
        entries[entry.Ordinal] = entry with { Links = Write(record) };
        Index(entry.Ordinal, names);
    }

    /// <summary>The same record as in an earlier snapshot, whose indexes have its names.</summary>
    public void Add(SnapshotEntry known, Snapshot before)
    {
        entries.Add(known with { Ordinal = entries.Count, Own = Copy(known.Own, before), Links = default, LinkCounts = default, LinkDiagnostics = 0 });
    }

    public void AddLinks(SnapshotEntry entry, SnapshotEntry known, Snapshot before) => entries[entry.Ordinal] = entry with
    {
        Links = Copy(known.Links, before),
        LinkCounts = known.LinkCounts,
        LinkDiagnostics = known.LinkDiagnostics,
    };

    /// <summary>Has the next scan read it again, whatever its time is then: it was changed while this one went on.</summary>
    public void ReadAgain(SnapshotEntry entry) => entries[entry.Ordinal] = entries[entry.Ordinal] with { Modified = SourceFile.BeingWritten };

    public void Finish(Func<Span<NameEntry>, int> keptTargets, Func<Span<NameEntry>, int> keptSubjects)
    {
        Paste();
        var targetsAt = at;
        var targetsCount = targets.WriteTo(output, keptTargets);
        var subjectsAt = targetsAt + targetsCount * NameEntry.Size;
        var subjectsCount = subjects.WriteTo(output, keptSubjects);
        var directoryAt = subjectsAt + subjectsCount * NameEntry.Size;
        var directory = new RecordWriter();
        SnapshotFormat.WriteDirectory(directory, entries);
        output.Write(directory.Written);
        Footer = new(
            targetsAt, targetsCount, subjectsAt, subjectsCount, directoryAt, directory.Count, SHA256.HashData(directory.Written));
        Span<byte> footer = stackalloc byte[SnapshotFormat.FooterLength];
        Footer.Write(footer);
        output.Write(footer);
        output.Flush();
    }

    public void Dispose()
    {
        targets.Dispose();
        subjects.Dispose();
    }

    private void Index(int ordinal, IndexedNames? names)
    {
        if (names is null)
            return;
        foreach (var (hash, place) in names.Targets)
            targets.Add(hash, ordinal, place);
        foreach (var (hash, place) in names.Subjects)
            subjects.Add(hash, ordinal, place);
    }

    private Extent Write(ReadOnlySpan<byte> record)
    {
        output.Write(record);
        var extent = new Extent(at, record.Length);
        at += record.Length;
        return extent;
    }

    // Most of an earlier snapshot lies together: it is copied in few large pieces.
    private Extent Copy(Extent from, Snapshot before)
    {
        if (copied.At + copied.Length != from.At || copied.Length + from.Length > Piece)
        {
            Paste();
            copied = new(from.At, 0);
        }
        (copied, copiedFrom) = (copied with { Length = copied.Length + from.Length }, before);
        var extent = new Extent(at, from.Length);
        at += from.Length;
        return extent;
    }

    private void Paste()
    {
        if (copied.Length == 0)
            return;
        if (piece.Length < copied.Length)
            piece = new byte[Math.Max(Piece, copied.Length)];
        var bytes = piece.AsSpan(0, copied.Length);
        copiedFrom!.Read(copied, bytes);
        output.Write(bytes);
        copied = default;
    }
}
