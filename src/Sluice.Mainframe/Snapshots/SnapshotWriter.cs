using System.Security.Cryptography;

namespace Sluice.Mainframe.Snapshots;

/// <summary>
/// Writes a snapshot from its beginning to its end: what the members say, what each makes of the others, two indexes of names, the
/// list of members, and where all that begins. The same sources make the same snapshot but for the times of the files.
/// </summary>
internal sealed class SnapshotWriter : IDisposable
{
    private readonly Stream output;
    private readonly NameIndexWriter targets;
    private readonly NameIndexWriter subjects;
    private readonly List<SnapshotEntry> entries = [];
    private long at;

    public SnapshotWriter(Stream output, Func<Stream> scratch)
    {
        this.output = output;
        (targets, subjects) = (new(scratch), new(scratch));
        Write(SnapshotFormat.Magic);
    }

    public IReadOnlyList<SnapshotEntry> Entries => entries;

    /// <summary>In the order of the libraries.</summary>
    /// <param name="names">Null of what an earlier snapshot has in its indexes already.</param>
    public void Add(SnapshotEntry entry, ReadOnlySpan<byte> record, IndexedNames? names)
    {
        entries.Add(entry with { Ordinal = entries.Count, Own = Write(record) });
        Index(entries.Count - 1, names);
    }

    public void AddLinks(int ordinal, ReadOnlySpan<byte> record, IndexedNames? names)
    {
        entries[ordinal] = entries[ordinal] with { Links = Write(record) };
        Index(ordinal, names);
    }

    public void Finish(Func<Span<NameEntry>, int> keptTargets, Func<Span<NameEntry>, int> keptSubjects)
    {
        var targetsAt = at;
        var targetsCount = targets.WriteTo(output, keptTargets);
        var subjectsAt = targetsAt + targetsCount * NameEntry.Size;
        var subjectsCount = subjects.WriteTo(output, keptSubjects);
        var directoryAt = subjectsAt + subjectsCount * NameEntry.Size;
        var directory = new RecordWriter();
        SnapshotFormat.WriteDirectory(directory, entries);
        output.Write(directory.Written);
        Span<byte> footer = stackalloc byte[SnapshotFormat.FooterLength];
        new SnapshotFormat.Footer(
            targetsAt, targetsCount, subjectsAt, subjectsCount, directoryAt, directory.Count, SHA256.HashData(directory.Written)).Write(footer);
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
}
