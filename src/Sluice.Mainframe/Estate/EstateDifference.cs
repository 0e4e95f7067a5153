using Sluice.Mainframe.Snapshots;

namespace Sluice.Mainframe.Estate;

/// <summary>What one member says that another snapshot does not say of it.</summary>
/// <param name="Before">Null of what was added.</param>
/// <param name="After">Null of what was removed.</param>
public sealed record MemberDifference(SnapshotEntry? Before, SnapshotEntry? After)
{
    /// <summary>False of a member that itself is as it was, but means something else because another changed.</summary>
    public bool IsChanged { get; init; } = true;

    public IReadOnlyList<Thing> DefinesNoMore { get; init; } = [];

    public IReadOnlyList<Thing> DefinesNow { get; init; } = [];

    public IReadOnlyList<Reference> RefersNoMore { get; init; } = [];

    public IReadOnlyList<Reference> RefersNow { get; init; } = [];

    public string Path => (After ?? Before)!.Path;
}

/// <summary>What is different between two snapshots of an estate.</summary>
public static class EstateDifference
{
    /// <summary>Members by path, in the order of their paths. Lines that only moved make no difference between references.</summary>
    public static IEnumerable<MemberDifference> Between(Snapshot before, Snapshot after)
    {
        var (earlier, now) = (ByPath(before), ByPath(after));
        foreach (var path in earlier.Keys.Union(now.Keys).Order(StringComparer.Ordinal))
            if (Of(before, Entry(before, earlier, path), after, Entry(after, now, path)) is { } difference)
                yield return difference;
    }

    private static SnapshotEntry? Entry(Snapshot snapshot, Dictionary<string, int> places, string path) =>
        places.TryGetValue(path, out var place) ? snapshot.Entries[place] : null;

    // Names of files that are no text all look the same.
    private static Dictionary<string, int> ByPath(Snapshot snapshot)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in snapshot.Entries)
            places.TryAdd(entry.Path, entry.Ordinal);
        return places;
    }

    private static MemberDifference? Of(Snapshot before, SnapshotEntry? old, Snapshot after, SnapshotEntry? current)
    {
        var isChanged = old is null || current is null || !old.HasSameContent(current);
        if (!isChanged && before.LinkBytesOf(old!).AsSpan().SequenceEqual(after.LinkBytesOf(current!)))
            return null;
        var (was, isNow) = (Said(before, old), Said(after, current));
        var difference = new MemberDifference(old, current)
        {
            IsChanged = isChanged,
            DefinesNoMore = [.. was.Defines.Except(isNow.Defines)],
            DefinesNow = [.. isNow.Defines.Except(was.Defines)],
            RefersNoMore = [.. was.References.ExceptBy(isNow.References.Select(Meaning), Meaning)],
            RefersNow = [.. isNow.References.ExceptBy(was.References.Select(Meaning), Meaning)],
        };
        return isChanged || difference.RefersNoMore.Count + difference.RefersNow.Count > 0 ? difference : null;
    }

    private static (Thing From, Verb Verb, Thing To, Certainty Certainty, string? Through, string? Detail) Meaning(Reference reference) =>
        (reference.From, reference.Verb, reference.To, reference.Certainty, reference.Through, reference.Detail);

    private static (IReadOnlyList<Thing> Defines, IReadOnlyList<Reference> References) Said(Snapshot snapshot, SnapshotEntry? entry) =>
        entry is { IsMember: true }
            ? ([.. snapshot.Defines(entry).Select(definition => definition.What)], [.. snapshot.References(entry).Select(known => known.Reference)])
            : ([], []);
}
