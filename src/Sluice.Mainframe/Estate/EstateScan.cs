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

    private SnapshotWriter? written;

    /// <summary>What was written, to be asked.</summary>
    /// <param name="read">From where it was written to.</param>
    public Snapshot Written(ReadAt read) => new(read, written ?? throw new InvalidOperationException("Nothing was written yet."));

    private sealed record Encoded(SnapshotEntry Entry, RecordWriter? Record, IndexedNames? Names, SnapshotEntry? Before)
    {
        public RecordWriter? Externals { get; init; }
    }

    /// <param name="before">An earlier snapshot of the same folder; what it says of files that have not changed is taken over.</param>
    /// <param name="output">Written from where it stands, which is taken for its beginning.</param>
    /// <param name="progress">Gets the share that is done.</param>
    /// <returns>How many files were read; the rest was taken over.</returns>
    public async Task<int> Write(Snapshot? before, Stream output, Action<double> progress, CancellationToken ct)
    {
        var carry = CarriedOver.Of(before, sources.Files);
        using var writer = new SnapshotWriter(output, scratch);
        using var work = new WorkFile(scratch);
        written = writer;
        var (done, read) = (0, 0);
        await InOrder.Run(sources.Files, file => file.Size, file => carry.Unchanged(file) is { } known
            ? new Encoded(known, null, null, known)
            : null, Encode, encoded =>
        {
            if (encoded.Before is { } known)
                carry.TakeOwn(known, writer);
            else
                writer.Add(encoded.Entry, encoded.Record is { } record ? record.Written : [], encoded.Names);
            if (encoded.Externals is { } externals)
                work.Add(writer.Entries.Count - 1, externals.Written);
            read += encoded.Before is null && encoded.Entry.IsMember ? 1 : 0;
            progress(ShareOfReading * ++done / sources.Files.Count);
        }, ct);
        var dependent = carry.Dependent(writer.Entries);
        var library = new Library(writer.Entries, sources.Content, work);
        var linking = new Linking(library);
        var asking = writer.Entries.Where(entry => entry.AsksOthers).ToList();
        done = 0;
        await InOrder.Run(asking, entry => entry.Size, entry => carry.Links(entry, dependent) is { } known
            ? new Encoded(entry, null, null, known)
            : null, entry => Encode(entry, linking.Of(entry)), encoded =>
        {
            if (encoded.Before is { } known)
                carry.TakeLinks(known, encoded.Entry, writer);
            else if (encoded is { Record: { } record, Names: { } names })
                writer.AddLinks(encoded.Entry, record.Written, names);
            progress(ShareOfReading + (1 - ShareOfReading) * ++done / asking.Count);
        }, ct);
        foreach (var entry in library.Changed)
            writer.ReadAgain(entry);
        writer.Finish(carry.KeptTargets(), carry.KeptSubjects());
        return read;
    }

    private Encoded Encode(SourceFile file)
    {
        var entry = new SnapshotEntry(file.Path, file.Size, file.Modified, ReadOnlyMemory<byte>.Empty) { Name = MemberName.Of(file.Path) };
        if (file.Skipped is not null)
            return new(entry with { Skipped = file.Skipped }, null, null, null);
        try
        {
            var bytes = sources.Content(file.Path);
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

    private static Encoded Encode(SnapshotEntry entry, Links links)
    {
        if (links.IsNone)
            return new(entry, null, null, null);
        var (record, names) = (new RecordWriter(), new IndexedNames());
        MemberRecord.Write(record, links, names);
        return new(entry with
        {
            LinkCounts = ReferenceCounts.Of(links),
            LinkDiagnostics = links.Diagnostics.Count,
        }, record, names, null);
    }

    // Not in the system's words, which name the machine's own paths: snapshots travel.
    private static string Unreadable(Exception failure) => failure switch
    {
        UnauthorizedAccessException => "It may not be read by who scans.",
        FileNotFoundException or DirectoryNotFoundException => "It was gone when it was to be read.",
        _ => "It could not be read.",
    };
}
