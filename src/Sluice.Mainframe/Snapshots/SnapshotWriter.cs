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
    private readonly DirectoryWriter directory;
    private byte[] piece = [];
    private byte[] pasted = [];
    private Task pasting = Task.CompletedTask;
    private Extent copied;
    private Snapshot? copiedFrom;
    private long at;

    /// <param name="expected">How many files there will be, about.</param>
    public SnapshotWriter(Stream output, Func<Stream> scratch, int expected)
    {
        (this.output, directory) = (output, new(expected));
        (targets, subjects) = (new(scratch), new(scratch));
        Write(SnapshotFormat.Magic);
    }

    /// <summary>What was added so far.</summary>
    public DirectoryWriter Directory => directory;

    /// <summary>In the order of the libraries.</summary>
    public void Add(SnapshotEntry entry, ReadOnlySpan<byte> record, IndexedNames? names)
    {
        directory.Add(entry, Write(record));
        Index(directory.Count - 1, names);
    }

    /// <summary>What the others make of a member that was added.</summary>
    public void AddLinks(int ordinal, ReadOnlySpan<byte> record, ReferenceCounts counts, int diagnostics, IndexedNames names)
    {
        directory.AddLinks(ordinal, Write(record), counts.Bytes.Span, diagnostics);
        Index(ordinal, names);
    }

    /// <summary>The same record as in an earlier snapshot, whose indexes have its names.</summary>
    public void Add(DirectoryRecord known, Snapshot before) => directory.Add(known, Copy(known.Own, before));

    public void AddLinks(int ordinal, DirectoryRecord known, Snapshot before) =>
        directory.AddLinks(ordinal, Copy(known.Links, before), known);

    /// <summary>Has the next scan read it again, whatever its time is then: it was changed while this one went on.</summary>
    public void ReadAgain(int ordinal) => directory.WriteAs(ordinal, SourceFile.BeingWritten);

    public void Finish(Func<Span<NameEntry>, int> keptTargets, Func<Span<NameEntry>, int> keptSubjects)
    {
        Settle();
        var targetsAt = at;
        var targetsCount = targets.WriteTo(output, keptTargets);
        var subjectsAt = targetsAt + targetsCount * NameEntry.Size;
        var subjectsCount = subjects.WriteTo(output, keptSubjects);
        var directoryAt = subjectsAt + subjectsCount * NameEntry.Size;
        var (directoryLength, sha256) = directory.WriteTo(output);
        var written = new SnapshotFormat.Footer(targetsAt, targetsCount, subjectsAt, subjectsCount, directoryAt, directoryLength, sha256);
        Span<byte> footer = stackalloc byte[SnapshotFormat.FooterLength];
        written.Write(footer);
        output.Write(footer);
        output.Flush();
    }

    public void Dispose()
    {
        // Why it failed, if it did, is what brought us here.
        pasting.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).Wait();
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
        Settle();
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

    // One piece is written while the next is read.
    private void Paste()
    {
        if (copied.Length == 0)
            return;
        if (piece.Length < copied.Length)
            piece = new byte[Math.Max(Piece, copied.Length)];
        var (bytes, length) = (piece, copied.Length);
        copiedFrom!.Read(copied, bytes.AsSpan(0, length));
        pasting.GetAwaiter().GetResult();
        pasting = Task.Run(() => output.Write(bytes, 0, length));
        (piece, pasted) = (pasted, bytes);
        copied = default;
    }

    private void Settle()
    {
        Paste();
        pasting.GetAwaiter().GetResult();
    }
}
