using System.Text;

namespace Sluice.Mainframe.Snapshots;

/// <summary>What a snapshot's list says of one file, where it lies: a name becomes text when somebody asks for it.</summary>
/// <remarks>
/// First what the file itself makes of it, which a later scan takes over as it is (<see cref="Said"/>); then when it was written, where
/// its records are and what the others made of it.
/// </remarks>
internal readonly record struct DirectoryRecord
{
    public ReadOnlyMemory<byte> Said { get; private init; }

    public ReadOnlyMemory<byte> Path { get; private init; }

    public long Size { get; private init; }

    public ReadOnlyMemory<byte> Sha256 { get; private init; }

    public ReadOnlyMemory<byte> Name { get; private init; }

    public MemberKind Kind { get; private init; }

    public Language Language { get; private init; }

    public ReadOnlyMemory<byte> Form { get; private init; }

    public int Lines { get; private init; }

    public ReadOnlyMemory<byte> Skipped { get; private init; }

    public bool IsMember => Skipped.IsEmpty;

    public bool AsksOthers { get; private init; }

    public ReadOnlyMemory<byte> Counts { get; private init; }

    public ReadOnlyMemory<byte> Heard { get; private init; }

    public int Diagnostics { get; private init; }

    public long Modified { get; init; }

    public Extent Own { get; init; }

    public Extent Links { get; init; }

    public ReadOnlyMemory<byte> LinkCounts { get; init; }

    public int LinkDiagnostics { get; init; }

    public static void WriteSaid(RecordWriter record, SnapshotEntry entry)
    {
        record.Text(entry.Path);
        record.Number(entry.Size);
        record.Bytes(entry.Sha256.Span);
        record.Text(entry.Name);
        record.Number((int)entry.Kind);
        record.Number((int)entry.Language);
        record.Text(entry.Form ?? "");
        record.Number(entry.Lines);
        record.Text(entry.Skipped ?? "");
        record.Byte(entry.AsksOthers ? (byte)1 : (byte)0);
        record.Bytes(entry.Counts.Bytes.Span);
        record.Bytes(entry.Heard.Span);
        record.Number(entry.Diagnostics);
    }

    /// <param name="bytes">From the record's beginning on; it may be followed by others.</param>
    /// <exception cref="DamagedSnapshotException"/>
    public static DirectoryRecord ReadSaid(ReadOnlyMemory<byte> bytes, Vocabulary vocabulary)
    {
        var record = new RecordReader(bytes.Span);
        return ReadSaid(ref record, bytes, vocabulary);
    }

    /// <param name="until">Where the members' records end.</param>
    /// <exception cref="DamagedSnapshotException"/>
    public static DirectoryRecord Read(ReadOnlyMemory<byte> bytes, Vocabulary vocabulary, long until)
    {
        var record = new RecordReader(bytes.Span);
        return ReadSaid(ref record, bytes, vocabulary) with
        {
            Modified = record.Number(),
            Own = Extent(ref record, until),
            Links = Extent(ref record, until),
            LinkCounts = Slice(ref record, bytes),
            LinkDiagnostics = record.Small(),
        };
    }

    public void Write(RecordWriter record)
    {
        record.Verbatim(Said.Span);
        record.Number(Modified);
        Write(record, Own);
        Write(record, Links);
        record.Bytes(LinkCounts.Span);
        record.Number(LinkDiagnostics);
    }

    public SnapshotEntry Entry(int ordinal, Vocabulary vocabulary) => new(Text(Path), Size, Modified, Sha256)
    {
        Ordinal = ordinal,
        Name = Text(Name),
        Kind = Kind,
        Language = Language,
        Form = Form.IsEmpty ? null : Text(Form),
        Lines = Lines,
        Skipped = Skipped.IsEmpty ? null : Text(Skipped),
        AsksOthers = AsksOthers,
        Counts = Counts.IsEmpty ? default : new(Counts, vocabulary),
        LinkCounts = LinkCounts.IsEmpty ? default : new(LinkCounts, vocabulary),
        Heard = Heard,
        Diagnostics = Diagnostics,
        LinkDiagnostics = LinkDiagnostics,
        Own = Own,
        Links = Links,
    };

    private static DirectoryRecord ReadSaid(ref RecordReader record, ReadOnlyMemory<byte> bytes, Vocabulary vocabulary)
    {
        var said = new DirectoryRecord
        {
            Path = Slice(ref record, bytes),
            Size = record.Number(),
            Sha256 = Slice(ref record, bytes),
            Name = Slice(ref record, bytes),
            Kind = Vocabulary.Of(vocabulary.Kinds, record.Number()),
            Language = Vocabulary.Of(vocabulary.Languages, record.Number()),
            Form = Slice(ref record, bytes),
            Lines = record.Small(),
            Skipped = Slice(ref record, bytes),
            AsksOthers = record.Byte() != 0,
            Counts = Slice(ref record, bytes),
            Heard = Slice(ref record, bytes),
            Diagnostics = record.Small(),
        };
        return said with { Said = bytes[..^record.Left] };
    }

    private static ReadOnlyMemory<byte> Slice(ref RecordReader record, ReadOnlyMemory<byte> bytes)
    {
        var length = record.Bytes().Length;
        return bytes.Slice(bytes.Length - record.Left - length, length);
    }

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

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
}
