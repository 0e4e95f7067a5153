using System.Security.Cryptography;
using Sluice.Mainframe.Snapshots;

namespace Sluice.Mainframe.Estate;

/// <summary>Reads an estate into a snapshot; of one that was read before, only what has changed since.</summary>
/// <remarks>
/// Two passes: each member by itself, then those that ask for what others say, of which a <see cref="WorkFile"/> keeps what that takes.
/// Memory: the list of the files, the few members that are being read, and some of those that others ask for (<see cref="Library"/>).
/// </remarks>
public sealed class EstateScan(Sources sources, Func<Stream> scratch)
{
    private const string NoText = "It is not text: a load module, data, or a code page that is not known.";

    // Reading takes most of the time, by far.
    private const double ShareOfReading = 0.9;

    // Members, and bytes.
    private const int BetweenLooks = 64;
    private const long Room = 48 * 1024 * 1024;

    private long most = Room;

    /// <param name="Known">Its place in the earlier snapshot; null of what was read.</param>
    private sealed record Encoded(SnapshotEntry? Entry, RecordWriter? Record, IndexedNames? Names, int? Known)
    {
        public RecordWriter? Externals { get; init; }
    }

    /// <param name="Known">Its place in the earlier snapshot, whose links hold; null of what was linked now.</param>
    private sealed record Linked(int Member, RecordWriter? Record, IndexedNames? Names, int? Known)
    {
        public ReferenceCounts Counts { get; init; }

        public int Diagnostics { get; init; }
    }

    /// <param name="before">An earlier snapshot of the same folder; what it says of files that have not changed is taken over.</param>
    /// <param name="output">Written from where it stands, which is taken for its beginning.</param>
    /// <param name="progress">Gets the share that is done.</param>
    /// <returns>How many files were read; the rest was taken over.</returns>
    public async Task<int> Write(Snapshot? before, Stream output, Action<double> progress, CancellationToken ct)
    {
        var carry = new CarriedOver(before);
        using var writer = new SnapshotWriter(output, scratch, sources.Files.Count);
        using var work = new WorkFile(scratch);
        var (done, read) = (0, 0);
        await InOrder.Run(sources.Files, file => file.Size, file => carry.Unchanged(file) is { } known
            ? new Encoded(null, null, null, known)
            : null, Encode, encoded =>
        {
            if (encoded.Entry is { } entry)
            {
                carry.TakeNone();
                writer.Add(entry, encoded.Record is { } record ? record.Written : [], encoded.Names);
                read += entry.IsMember ? 1 : 0;
            }
            else if (encoded.Known is { } known)
                carry.TakeOwn(known, writer);
            if (encoded.Externals is { } externals)
                work.Add(writer.Directory.Count - 1, externals.Written);
            KeepSmall(++done);
            progress(ShareOfReading * done / sources.Files.Count);
        }, ct);
        await Link(carry, writer, work, progress, ct);
        writer.Finish(carry.KeptTargets(), carry.KeptSubjects());
        return read;
    }

    private async Task Link(CarriedOver carry, SnapshotWriter writer, WorkFile work, Action<double> progress, CancellationToken ct)
    {
        var directory = writer.Directory;
        var dependent = carry.Dependent(directory);
        var library = new Library(directory, sources.Content, work);
        var linking = new Linking(library);
        var asking = Enumerable.Range(0, directory.Count).Where(member => directory.RecordAt(member).AsksOthers).ToList();
        var done = 0;
        await InOrder.Run(asking, member => directory.RecordAt(member).Size, member => carry.Links(member, dependent) is { } known
            ? new Linked(member, null, null, known)
            : null, member => Encode(member, linking.Of(directory[member])), linked =>
        {
            if (linked.Known is { } known)
                carry.TakeLinks(known, linked.Member, writer);
            else if (linked is { Record: { } record, Names: { } names })
                writer.AddLinks(linked.Member, record.Written, linked.Counts, linked.Diagnostics, names);
            KeepSmall(++done);
            progress(ShareOfReading + (1 - ShareOfReading) * done / asking.Count);
        }, ct);
        foreach (var member in library.Changed)
            writer.ReadAgain(member);
    }

    // Where there is much memory, what is no longer needed would lie there until a scan held as much as the estate is large.
    private void KeepSmall(int done)
    {
        if (done % BetweenLooks != 0 || GC.GetTotalMemory(forceFullCollection: false) < most)
            return;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        most = GC.GetTotalMemory(forceFullCollection: false) + Room;
    }

    private Encoded Encode(SourceFile file)
    {
        var entry = new SnapshotEntry(file.Path, file.Size, file.Modified, ReadOnlyMemory<byte>.Empty) { Name = MemberName.Of(file.Path) };
        if (file.Skipped is not null)
            return new(entry with { Skipped = file.Skipped }, null, null, null);
        try
        {
            var bytes = sources.Content(file.Path).Span;
            entry = entry with { Sha256 = SHA256.HashData(bytes) };
            var reading = MemberReader.Read(file.Path, bytes);
            if (reading.Form is null)
                return new(entry with { Skipped = NoText }, null, null, null);
            var (record, names) = (new RecordWriter(), new IndexedNames());
            MemberRecord.Write(record, reading, names);
            var asks = Externals.Ask(reading);
            return new(entry with
            {
                Kind = reading.Kind,
                Language = reading.Language,
                Form = reading.Form,
                Lines = reading.Lines,
                AsksOthers = asks,
                Heard = Estate.Heard.Of(reading, bytes),
                Counts = ReferenceCounts.Of(reading.References),
                Diagnostics = reading.Diagnostics.Count,
            }, record, names, null)
            {
                Externals = asks || reading.Kind is MemberKind.Copybook ? Told(reading) : null,
            };
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new(entry with { Skipped = Unreadable(failure) }, null, null, null);
        }
    }

    private static RecordWriter Told(Reading reading)
    {
        var record = new RecordWriter();
        Externals.Of(reading).Write(record);
        return record;
    }

    private static Linked Encode(int member, Links links)
    {
        if (links.IsNone)
            return new(member, null, null, null);
        var (record, names) = (new RecordWriter(), new IndexedNames());
        MemberRecord.Write(record, links, names);
        return new(member, record, names, null) { Counts = ReferenceCounts.Of(links), Diagnostics = links.Diagnostics.Count };
    }

    // Not in the system's words, which name the machine's own paths: snapshots travel.
    private static string Unreadable(Exception failure) => failure switch
    {
        UnauthorizedAccessException => "It may not be read by who scans.",
        FileNotFoundException or DirectoryNotFoundException => "It was gone when it was to be read.",
        _ => "It could not be read.",
    };
}
