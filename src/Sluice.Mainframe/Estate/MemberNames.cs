using Sluice.Mainframe.Snapshots;

namespace Sluice.Mainframe.Estate;

/// <summary>Which members are of a name, in the order of the libraries: as small as it can be, for there are many and few are asked for.</summary>
internal sealed class MemberNames
{
    private readonly IReadOnlyList<SnapshotEntry> entries;
    private readonly ulong[] hashes;
    private readonly int[] ordinals;

    /// <param name="names">Of the members among the entries, with their places there.</param>
    public MemberNames(IReadOnlyList<SnapshotEntry> entries, IEnumerable<(ulong Hash, int Ordinal)> names)
    {
        this.entries = entries;
        var all = names.ToList();
        hashes = [.. all.Select(name => name.Hash)];
        ordinals = [.. all.Select(name => name.Ordinal)];
        Array.Sort(hashes, ordinals);
        // The sort leaves those of one name in any order.
        for (var (from, to) = (0, 1); to <= hashes.Length; to++)
            if (to == hashes.Length || hashes[to] != hashes[from])
            {
                Array.Sort(ordinals, from, to - from);
                from = to;
            }
    }

    public IEnumerable<SnapshotEntry> this[string name]
    {
        get
        {
            var hash = NameEntry.HashOf(name);
            var at = Array.BinarySearch(hashes, hash);
            while (at > 0 && hashes[at - 1] == hash)
                at--;
            for (; at >= 0 && at < hashes.Length && hashes[at] == hash; at++)
                if (entries[ordinals[at]] is var entry && entry.Name == name)
                    yield return entry;
        }
    }
}
