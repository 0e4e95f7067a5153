using System.Security.Cryptography;
using Sluice.Mainframe.Estate;

namespace Sluice.Mainframe.Snapshots;

/// <summary>An estate as it was read: it answers from where it lies, and holds only the list of its members in memory.</summary>
public sealed class Snapshot
{
    private const int Beginning = 1024;
    private readonly ReadAt read;
    private readonly MemberDirectory entries;
    private readonly Vocabulary vocabulary;
    private readonly NameIndex targets;
    private readonly NameIndex subjects;

    /// <exception cref="DamagedSnapshotException">It is no snapshot, or not a whole one.</exception>
    public Snapshot(ReadAt read, long length)
    {
        this.read = read;
        if (length < SnapshotFormat.Magic.Length + SnapshotFormat.FooterLength)
            throw new DamagedSnapshotException("It is too short to be a snapshot.");
        if (!Bytes(0, SnapshotFormat.Magic.Length).AsSpan().SequenceEqual(SnapshotFormat.Magic))
            throw new DamagedSnapshotException("It does not begin as a snapshot does.");
        var footer = SnapshotFormat.Footer.Read(Bytes(length - SnapshotFormat.FooterLength, SnapshotFormat.FooterLength), length);
        var directory = Bytes(footer.DirectoryAt, (int)footer.DirectoryLength);
        if (!SHA256.HashData(directory).AsSpan().SequenceEqual(footer.DirectorySha256.Span))
            throw new DamagedSnapshotException("Its list of members was altered.");
        entries = new(directory, footer.TargetsAt);
        vocabulary = entries.Vocabulary;
        targets = new(read, footer.TargetsAt, footer.TargetsCount);
        subjects = new(read, footer.SubjectsAt, footer.SubjectsCount);
    }

    /// <summary>Files in the order of their libraries, also those that were skipped.</summary>
    public IReadOnlyList<SnapshotEntry> Entries => entries;

    public IEnumerable<SnapshotEntry> Members => entries.Where(entry => entry.IsMember);

    /// <summary>SHA-256 over path and SHA-256 of every file: two folders with the same have the same sources.</summary>
    public string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in entries.Records())
        {
            hash.AppendData(file.Path.Span);
            hash.AppendData([0]);
            hash.AppendData(file.Sha256.Span);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>How many members there are of each kind, and how many lines they have together.</summary>
    public IReadOnlyList<(MemberKind Kind, int Members, long Lines)> CountMembers()
    {
        var sums = new SortedDictionary<MemberKind, (int Members, long Lines)>();
        foreach (var file in entries.Records())
            if (file.IsMember)
            {
                var (members, lines) = sums.GetValueOrDefault(file.Kind);
                sums[file.Kind] = (members + 1, lines + file.Lines);
            }
        return [.. sums.Select(sum => (sum.Key, sum.Value.Members, sum.Value.Lines))];
    }

    /// <summary>Files that were not read, with why.</summary>
    public IEnumerable<SnapshotEntry> Skipped() => Those(file => !file.IsMember);

    /// <summary>Members of which something is said to be wrong.</summary>
    public IEnumerable<SnapshotEntry> Diagnosed() => Those(file => file.Diagnostics + file.LinkDiagnostics > 0);

    /// <summary>How many references of which sort there are in all.</summary>
    public IReadOnlyList<ReferenceCount> CountReferences()
    {
        var sums = new Dictionary<(Verb, ThingKind, Certainty), int>();
        foreach (var file in entries.Records())
        {
            ReferenceCounts.Add(file.Counts.Span, vocabulary, sums);
            ReferenceCounts.Add(file.LinkCounts.Span, vocabulary, sums);
        }
        return [.. sums.Where(sum => sum.Value != 0).OrderBy(sum => sum.Key)
            .Select(sum => new ReferenceCount(sum.Key.Item1, sum.Key.Item2, sum.Key.Item3, sum.Value))];
    }

    /// <summary>Whether another version of Sluice made it, which may read sources otherwise.</summary>
    internal bool IsOfOwnVocabulary => vocabulary.IsOwn;

    internal MemberDirectory Directory => entries;

    internal NameIndex Targets => targets;

    internal NameIndex Subjects => subjects;

    public IReadOnlyList<Definition> Defines(SnapshotEntry entry) => MemberRecord.Defines(OwnOf(entry), vocabulary);

    /// <summary>What is wrong with it, by itself and together with the others.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics(SnapshotEntry entry) => !entry.HasDiagnostics ? [] :
        [.. MemberRecord.Read(OwnOf(entry), vocabulary).Diagnostics, .. LinksOf(entry).Diagnostics];

    /// <summary>Its references in their order, each unknown name followed by what it can be; then what expansion adds.</summary>
    public IReadOnlyList<KnownReference> References(SnapshotEntry entry)
    {
        var own = MemberRecord.Read(OwnOf(entry), vocabulary).References.Select(reference => new KnownReference(entry, reference));
        var links = LinksOf(entry).References;
        if (links.Count == 0)
            return [.. own];
        var told = links.ToLookup(link => link.Replaces, link => new KnownReference(entry, link.Reference) { IsExpanded = link.Replaces is null });
        return [.. own.SelectMany((known, at) => told.Contains(at) ? told[at] : [known]), .. told[null]];
    }

    public IEnumerable<KnownReference> References() => Members.SelectMany(References);

    /// <summary>Everything that refers to something of that name, whatever it is.</summary>
    public IEnumerable<KnownReference> ReferencesTo(string name)
    {
        SnapshotEntry? member = null;
        foreach (var entry in targets.Of(name))
        {
            if (member?.Ordinal != entry.Member)
                member = entries[Known(entry.Member)];
            var isLinked = (entry.At & IndexedNames.InLinks) != 0;
            var reference = ReferenceAt(isLinked ? member.Links : member.Own, entry.At & ~IndexedNames.InLinks);
            if (IndexedNames.IsTo(reference, name))
                // What replaces a reference tells a variable's name.
                yield return new(member, reference) { IsExpanded = isLinked && reference.Variable is null };
        }
    }

    /// <summary>Members of that name, and members that define something of that name or say something of it.</summary>
    public IEnumerable<(SnapshotEntry Entry, bool IsSpeaker)> Subject(string name) =>
        subjects.Of(name).Select(entry => (entries[Known(entry.Member)], IndexedNames.IsSpeaker(entry.At))).Distinct();

    /// <summary>Members of one language that define something of the same name, or are called the same.</summary>
    /// <remarks>CICS is told of most programs, and of each by one definition: there is nothing to look at.</remarks>
    internal IEnumerable<(ulong Hash, IReadOnlyList<SnapshotEntry> Members)> InSeveral()
    {
        var hash = 0UL;
        var members = new List<int>();
        foreach (var entry in subjects.All())
        {
            if (IndexedNames.IsSpeaker(entry.At))
                continue;
            if (entry.Hash != hash)
            {
                if (AreInOneLanguage(members))
                    yield return (hash, [.. members.Select(member => entries[member])]);
                hash = entry.Hash;
                members.Clear();
            }
            if (members.Count == 0 || members[^1] != entry.Member)
                members.Add(Known(entry.Member));
        }
        if (AreInOneLanguage(members))
            yield return (hash, [.. members.Select(member => entries[member])]);
    }

    private bool AreInOneLanguage(List<int> members) =>
        members.Count > 1 && members.Select(member => entries.RecordAt(member).Language).Distinct().Count() < members.Count;

    internal void Read(Extent extent, Span<byte> into) => read(extent.At, into);

    internal byte[] OwnOf(SnapshotEntry entry) => Bytes(entry.Own.At, entry.Own.Length);

    internal byte[] LinkBytesOf(SnapshotEntry entry) => Bytes(entry.Links.At, entry.Links.Length);

    private Links LinksOf(SnapshotEntry entry) =>
        entry.Links.Length == 0 ? Links.None : MemberRecord.ReadLinks(LinkBytesOf(entry), vocabulary);

    private Reference ReferenceAt(Extent record, uint at)
    {
        if (at >= record.Length)
            throw new DamagedSnapshotException("A name leads out of its member.");
        var left = record.Length - (int)at;
        // Nearly all are short; of a member that is asked for by everybody the rest need not be fetched each time.
        Span<byte> beginning = stackalloc byte[Math.Min(left, Beginning)];
        read(record.At + at, beginning);
        try
        {
            var reader = new RecordReader(beginning);
            return ReferenceRecord.Read(ref reader, vocabulary);
        }
        catch (DamagedSnapshotException) when (left > Beginning)
        {
            var reader = new RecordReader(Bytes(record.At + at, left));
            return ReferenceRecord.Read(ref reader, vocabulary);
        }
    }

    private IEnumerable<SnapshotEntry> Those(Func<DirectoryRecord, bool> are) =>
        entries.Records().Index().Where(file => are(file.Item)).Select(file => file.Item.Entry(file.Index, vocabulary));

    private int Known(uint member) => member < entries.Count
        ? (int)member
        : throw new DamagedSnapshotException("A name leads to no member.");

    private byte[] Bytes(long offset, int length)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(length);
        read(offset, bytes);
        return bytes;
    }
}
