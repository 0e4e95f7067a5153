using System.Text;
using Sluice.Mainframe.Snapshots;

namespace Sluice.Mainframe.Estate;

/// <summary>What a new snapshot takes over from an earlier one: records byte by byte, names with their members' new places.</summary>
internal sealed class CarriedOver
{
    private const int Gone = NameIndex.Gone;

    private readonly Snapshot? before;
    private readonly MemberDirectory? earlier;
    private readonly int[] own;
    private readonly int[] links;

    // By the place now: where it was before.
    private readonly List<int> from = [];
    private Dictionary<ulong, int>? byPath;
    private int next;

    /// <param name="before">Of another version's words the numbers differ, and names must keep their order: then everything is read.</param>
    public CarriedOver(Snapshot? before)
    {
        this.before = before is { IsOfOwnVocabulary: true } ? before : null;
        earlier = this.before?.Directory;
        own = new int[earlier?.Count ?? 0];
        links = new int[own.Length];
        Array.Fill(own, Gone);
        Array.Fill(links, Gone);
    }

    /// <summary>
    /// What was said of a file that has not changed, to be asked once of each in the order of the libraries. Names are moved as they
    /// stand: where the order was another, what stood behind is read again.
    /// </summary>
    /// <returns>Its place in the earlier snapshot; null of what is to be read.</returns>
    public int? Unchanged(SourceFile file)
    {
        if (earlier is null)
            return null;
        var at = next < earlier.Count && IsPath(next, file.Path) ? next : Place(file.Path);
        if (at < next)
            return null;
        next = at + 1;
        var known = earlier.RecordAt(at);
        return !known.Sha256.IsEmpty && known.Modified != SourceFile.BeingWritten && (known.Size, known.Modified) == (file.Size, file.Modified)
            ? at
            : null;
    }

    public void TakeOwn(int known, SnapshotWriter writer)
    {
        own[known] = from.Count;
        from.Add(known);
        writer.Add(earlier!.RecordAt(known), before!);
    }

    /// <summary>The next one was read.</summary>
    public void TakeNone() => from.Add(Gone);

    /// <param name="member">By its place now.</param>
    /// <returns>Its place in the earlier snapshot, where its links hold as they are; null when they have to be found anew.</returns>
    public int? Links(int member, HashSet<int> dependent) =>
        from[member] is not Gone and var known && !dependent.Contains(known) ? known : null;

    public void TakeLinks(int known, int member, SnapshotWriter writer)
    {
        links[known] = member;
        if (earlier!.RecordAt(known) is { Links.Length: > 0 } record)
            writer.AddLinks(member, record, before!);
    }

    /// <summary>Members, by their places before, that ask for something, by whatever way, that is not what it was.</summary>
    public HashSet<int> Dependent(DirectoryWriter now)
    {
        var dependent = new HashSet<int>();
        if (before is null || earlier is null)
            return dependent;
        var names = new HashSet<string>();
        var ahead = new Queue<string>();
        foreach (var name in Unheard(Uncarried(earlier, own), Uncarried(now, from)))
            if (names.Add(name))
                ahead.Enqueue(name);
        while (ahead.TryDequeue(out var name))
            foreach (var (member, reference) in before.ReferencesTo(name))
                if (reference.Verb is Verb.Copies || JobLinks.Asks(reference) || CardLinks.Asks(reference))
                {
                    dependent.Add(member.Ordinal);
                    // An INCLUDE group is a member like any other JCL; a card member brings nothing of others along.
                    if ((member.Kind is MemberKind.Copybook || JobLinks.Asks(reference)) && names.Add(member.Name))
                        ahead.Enqueue(member.Name);
                }
        return dependent;
    }

    public Func<Span<NameEntry>, int> KeptTargets() => Kept(before?.Targets);

    public Func<Span<NameEntry>, int> KeptSubjects() => Kept(before?.Subjects);

    private static List<SnapshotEntry> Uncarried(IReadOnlyList<SnapshotEntry> entries, IReadOnlyList<int> places) =>
        [.. places.Index().Where(place => place.Item == Gone).Select(place => entries[place.Index])];

    /// <summary>Names of which others hear something else than before; both names, should a member be another by the same path.</summary>
    private static IEnumerable<string> Unheard(List<SnapshotEntry> were, List<SnapshotEntry> are)
    {
        return Of(were, are).Concat(Of(are, were));

        static IEnumerable<string> Of(List<SnapshotEntry> these, List<SnapshotEntry> others)
        {
            var byPath = new Dictionary<string, SnapshotEntry>();
            foreach (var other in others)
                byPath[other.Path] = other;
            return these.Where(entry => !(byPath.TryGetValue(entry.Path, out var other) && entry.IsHeardAs(other))).Select(entry => entry.Name);
        }
    }

    private bool IsPath(int at, string path)
    {
        var known = earlier!.PathAt(at).Span;
        return known.Length == path.Length ? Ascii.Equals(known, path) || IsSame(known) : IsSame(known);

        bool IsSame(ReadOnlySpan<byte> known) => known.Length >= path.Length && Encoding.UTF8.GetString(known) == path;
    }

    /// <summary>Where the earlier snapshot lists the path; <see cref="Gone"/> where it does not. Needed when files came or went.</summary>
    private int Place(string path)
    {
        if (byPath is null)
        {
            byPath = new(earlier!.Count);
            for (var at = 0; at < earlier.Count; at++)
                byPath.TryAdd(NameEntry.HashOf(Encoding.UTF8.GetString(earlier.PathAt(at).Span)), at);
        }
        return byPath.TryGetValue(NameEntry.HashOf(path), out var found) && IsPath(found, path) ? found : Gone;
    }

    private Func<Span<NameEntry>, int> Kept(NameIndex? index) => index is null ? _ => 0 : index.Moved(own, links);
}
