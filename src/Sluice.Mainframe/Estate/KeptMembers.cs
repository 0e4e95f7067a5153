using System.Collections.Concurrent;
using Sluice.Mainframe.Snapshots;

namespace Sluice.Mainframe.Estate;

/// <summary>
/// What was read of members that others ask for, for the next who asks. In two generations: when the younger is full, what nobody has
/// asked for since the last time goes.
/// </summary>
/// <param name="most">Statements in one generation.</param>
internal sealed class KeptMembers<T>(int most, Func<SnapshotEntry, T?> read, Func<SnapshotEntry, T, int> statements) where T : class
{
    private volatile ConcurrentDictionary<int, T?> young = [];
    private volatile ConcurrentDictionary<int, T?> old = [];
    private int kept;

    public T? Of(SnapshotEntry entry)
    {
        if (young.TryGetValue(entry.Ordinal, out var found))
            return found;
        if (!old.TryGetValue(entry.Ordinal, out found))
            found = read(entry);
        var its = found is null ? 1 : statements(entry, found) + 1;
        if (Interlocked.Add(ref kept, its) > most)
        {
            (old, young) = (young, []);
            Interlocked.Exchange(ref kept, its);
        }
        young[entry.Ordinal] = found;
        return found;
    }
}
