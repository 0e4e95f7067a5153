using System.Buffers.Binary;

namespace Sluice.Mainframe.Snapshots;

/// <summary>How a snapshot begins, lists its members and ends. Version 1; numbers of the footer are little-endian.</summary>
internal static class SnapshotFormat
{
    public const int FooterLength = 6 * sizeof(long) + 32 + 16;

    public static ReadOnlySpan<byte> Magic => "SLUICE ESTATE 1\n"u8;

    private static ReadOnlySpan<byte> End => "ESTATE ENDS 1.\r\n"u8;

    /// <param name="DirectorySha256">A file that was cut short or overwritten does not pass for a snapshot.</param>
    public readonly record struct Footer(
        long TargetsAt, long TargetsCount, long SubjectsAt, long SubjectsCount, long DirectoryAt, long DirectoryLength,
        ReadOnlyMemory<byte> DirectorySha256)
    {
        public void Write(Span<byte> to)
        {
            foreach (var (place, number) in (ReadOnlySpan<(int, long)>)
                [(0, TargetsAt), (1, TargetsCount), (2, SubjectsAt), (3, SubjectsCount), (4, DirectoryAt), (5, DirectoryLength)])
                BinaryPrimitives.WriteInt64LittleEndian(to[(place * sizeof(long))..], number);
            DirectorySha256.Span.CopyTo(to[(6 * sizeof(long))..]);
            End.CopyTo(to[(6 * sizeof(long) + 32)..]);
        }

        /// <param name="length">Of the whole snapshot.</param>
        /// <exception cref="DamagedSnapshotException"/>
        public static Footer Read(ReadOnlySpan<byte> from, long length)
        {
            if (!from.EndsWith(End))
                throw new DamagedSnapshotException("It does not end as a snapshot does.");
            Span<long> numbers = stackalloc long[6];
            for (var place = 0; place < numbers.Length; place++)
                numbers[place] = BinaryPrimitives.ReadInt64LittleEndian(from[(place * sizeof(long))..]);
            var footer = new Footer(
                numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], from.Slice(6 * sizeof(long), 32).ToArray());
            return footer.Fits(length) ? footer : throw new DamagedSnapshotException("Its parts are not where it says they are.");
        }

        private bool Fits(long length) =>
            TargetsAt >= Magic.Length && TargetsAt <= length && TargetsCount >= 0 && SubjectsCount >= 0 && DirectoryLength is >= 0 and <= int.MaxValue
            && TargetsCount <= length / NameEntry.Size && SubjectsCount <= length / NameEntry.Size
            && SubjectsAt == TargetsAt + TargetsCount * NameEntry.Size && DirectoryAt == SubjectsAt + SubjectsCount * NameEntry.Size
            && DirectoryAt + DirectoryLength + FooterLength == length;
    }

    public static void WriteDirectory(RecordWriter record, IReadOnlyList<SnapshotEntry> entries)
    {
        Vocabulary.Write(record);
        record.Number(entries.Count);
        foreach (var entry in entries)
        {
            record.Text(entry.Path);
            record.Number(entry.Size);
            record.Number(entry.Modified);
            record.Bytes(entry.Sha256.Span);
            record.Text(entry.Name);
            record.Number((int)entry.Kind);
            record.Number((int)entry.Language);
            record.Text(entry.Form ?? "");
            record.Number(entry.Lines);
            record.Text(entry.Skipped ?? "");
            record.Byte(entry.AsksOthers ? (byte)1 : (byte)0);
            record.Bytes(entry.Counts.Bytes.Span);
            record.Bytes(entry.LinkCounts.Bytes.Span);
            record.Bytes(entry.Heard.Span);
            record.Number(entry.Diagnostics);
            record.Number(entry.LinkDiagnostics);
            Write(record, entry.Own);
            Write(record, entry.Links);
        }
    }

    /// <param name="until">Where the members' records end.</param>
    public static (Vocabulary Vocabulary, SnapshotEntry[] Entries) ReadDirectory(ReadOnlyMemory<byte> bytes, long until)
    {
        var record = new RecordReader(bytes.Span);
        var vocabulary = Vocabulary.Read(ref record);
        var forms = new Dictionary<string, string>();
        var entries = new SnapshotEntry[record.Count()];
        for (var at = 0; at < entries.Length; at++)
            entries[at] = new(record.Text(), record.Number(), record.Number(), Slice(ref record, bytes))
            {
                Ordinal = at,
                Name = record.Text(),
                Kind = Vocabulary.Of(vocabulary.Kinds, record.Number()),
                Language = Vocabulary.Of(vocabulary.Languages, record.Number()),
                Form = Known(forms, record.Text()),
                Lines = record.Small(),
                Skipped = record.Text() is { Length: > 0 } why ? why : null,
                AsksOthers = record.Byte() != 0,
                Counts = Counts(ref record, bytes, vocabulary),
                LinkCounts = Counts(ref record, bytes, vocabulary),
                Heard = Slice(ref record, bytes),
                Diagnostics = record.Small(),
                LinkDiagnostics = record.Small(),
                Own = Extent(ref record, until),
                Links = Extent(ref record, until),
            };
        return (vocabulary, entries);
    }

    // The list of members stays in memory as it is, and what is longer than a number is left where it lies.
    private static ReadOnlyMemory<byte> Slice(ref RecordReader record, ReadOnlyMemory<byte> bytes)
    {
        var length = record.Bytes().Length;
        return bytes.Slice(bytes.Length - record.Left - length, length);
    }

    private static ReferenceCounts Counts(ref RecordReader record, ReadOnlyMemory<byte> bytes, Vocabulary vocabulary) =>
        Slice(ref record, bytes) is { Length: > 0 } counts ? new(counts, vocabulary) : default;

    private static void Write(RecordWriter record, Extent extent)
    {
        record.Number(extent.At);
        record.Number(extent.Length);
    }

    private static Extent Extent(ref RecordReader record, long until)
    {
        var extent = new Extent(record.Number(), record.Small());
        return extent.At >= 0 && extent.At <= until && extent.Length <= until - extent.At
            ? extent
            : throw new DamagedSnapshotException("A member is not where it says it is.");
    }

    // There are few, and they are said of many members each.
    private static string? Known(Dictionary<string, string> forms, string form)
    {
        if (form.Length == 0)
            return null;
        if (!forms.TryGetValue(form, out var known))
            forms[form] = known = form;
        return known;
    }
}
