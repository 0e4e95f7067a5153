using Sluice.Mainframe.Snapshots;

namespace Sluice.Mainframe.Estate;

/// <summary>What a new snapshot takes over from an earlier one: records byte by byte, names with their members' new places.</summary>
internal sealed class CarriedOver
{
    private const int Gone = NameIndex.Gone;

    private readonly Snapshot? before;
    private readonly Dictionary<string, SnapshotEntry> byPath = [];
    private readonly int[] own;
    private readonly int[] links;

    private CarriedOver(Snapshot? before)
    {
        this.before = before;
        own = new int[before?.Entries.Count ?? 0];
        links = new int[own.Length];
        Array.Fill(own, Gone);
        Array.Fill(links, Gone);
        foreach (var entry in before?.Entries ?? [])
            byPath[entry.Path] = entry;
    }

    public static CarriedOver Of(Snapshot? before, IReadOnlyList<SourceFile> files)
    {
        // Of another version's words the numbers differ, and names must keep their order: then everything is read.
        if (before is not { IsOfOwnVocabulary: true })
            return new(null);
        var carried = new CarriedOver(before);
        var last = -1;
        foreach (var file in files)
            if (carried.byPath.GetValueOrDefault(file.Path) is { } known)
            {
                if (known.Ordinal < last)
                    return new(null);
                last = known.Ordinal;
            }
        return carried;
    }

    public SnapshotEntry? Unchanged(SourceFile file) =>
        byPath.GetValueOrDefault(file.Path) is { Sha256.Length: > 0, Modified: not SourceFile.BeingWritten } known
            && (known.Size, known.Modified) == (file.Size, file.Modified)
            ? known
            : null;

    public void TakeOwn(SnapshotEntry known, SnapshotWriter writer)
    {
        own[known.Ordinal] = writer.Entries.Count;
        writer.Add(known, before!);
    }

    /// <returns>The entry before, whose links hold as they are; null when they have to be found anew.</returns>
    public SnapshotEntry? Links(SnapshotEntry entry, HashSet<string> dependent) =>
        byPath.GetValueOrDefault(entry.Path) is { } known && own[known.Ordinal] == entry.Ordinal && !dependent.Contains(entry.Path)
            ? known
            : null;

    public void TakeLinks(SnapshotEntry known, SnapshotEntry entry, SnapshotWriter writer)
    {
        links[known.Ordinal] = entry.Ordinal;
        if (known.Links.Length > 0)
            writer.AddLinks(entry, known, before!);
    }

    /// <summary>Paths of members that ask for something, by whatever way, that is not what it was.</summary>
    public HashSet<string> Dependent(IReadOnlyList<SnapshotEntry> now)
    {
        var dependent = new HashSet<string>();
        if (before is null)
            return dependent;
        var paths = now.ToDictionary(entry => entry.Path);
        var names = new HashSet<string>();
        var ahead = new Queue<string>();
        // Both names, should a member be another by the same path.
        foreach (var entry in before.Entries.Where(entry => own[entry.Ordinal] == Gone && !IsHeard(entry, paths))
            .Concat(now.Where(entry => !IsHeard(entry, byPath))))
            if (names.Add(entry.Name))
                ahead.Enqueue(entry.Name);
        while (ahead.TryDequeue(out var name))
            foreach (var (member, reference) in before.ReferencesTo(name))
                if (reference.Verb is Verb.Copies || JobLinks.Asks(reference) || CardLinks.Asks(reference))
                {
                    dependent.Add(member.Path);
                    // An INCLUDE group is a member like any other JCL; a card member brings nothing of others along.
                    if ((member.Kind is MemberKind.Copybook || JobLinks.Asks(reference)) && names.Add(member.Name))
                        ahead.Enqueue(member.Name);
                }
        dependent.IntersectWith(paths.Keys);
        return dependent;
    }

    private static bool IsHeard(SnapshotEntry entry, Dictionary<string, SnapshotEntry> others) =>
        others.GetValueOrDefault(entry.Path) is { } other && entry.IsHeardAs(other);

    public Func<Span<NameEntry>, int> KeptTargets() => Kept(before?.Targets);

    public Func<Span<NameEntry>, int> KeptSubjects() => Kept(before?.Subjects);

    private Func<Span<NameEntry>, int> Kept(NameIndex? index) => index is null ? _ => 0 : index.Moved(own, links);
}
