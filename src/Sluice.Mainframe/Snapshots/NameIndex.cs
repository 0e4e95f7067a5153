namespace Sluice.Mainframe.Snapshots;

/// <summary>The names of a snapshot in the order of their hashes, searched where they lie.</summary>
internal sealed class NameIndex(ReadAt read, long start, long count)
{
    public const int Gone = -1;

    private const int Block = 1 << 12;

    /// <summary>Whatever has the name's hash, members in their order: who asks looks whether it has the name too.</summary>
    public IEnumerable<NameEntry> Of(string name)
    {
        var hash = NameEntry.HashOf(name);
        var (low, high) = (0L, count);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (At(middle).Hash < hash)
                low = middle + 1;
            else
                high = middle;
        }
        for (; low < count && At(low) is var entry && entry.Hash == hash; low++)
            yield return entry;
    }

    /// <summary>All of them in order, blockwise.</summary>
    public IEnumerable<NameEntry> All()
    {
        var fill = Filled();
        var block = new NameEntry[Block];
        for (var filled = fill(block); filled > 0; filled = fill(block))
            for (var at = 0; at < filled; at++)
                yield return block[at];
    }

    /// <summary>The same with the members' new places; what is of members that are <see cref="Gone"/> is left out.</summary>
    /// <param name="own">Where what the member says itself is now, by its old place.</param>
    /// <param name="links">Where what the others made of it is now.</param>
    /// <returns>Fills a block; 0 at the end.</returns>
    public Func<Span<NameEntry>, int> Moved(int[] own, int[] links)
    {
        var fill = Filled();
        return into =>
        {
            while (true)
            {
                var filled = fill(into);
                var kept = 0;
                for (var at = 0; at < filled; at++)
                {
                    var entry = into[at];
                    var map = (entry.At & IndexedNames.InLinks) != 0 ? links : own;
                    if (entry.Member < map.Length && map[entry.Member] is not Gone and var moved)
                        into[kept++] = entry with { Member = (uint)moved };
                }
                if (kept > 0 || filled == 0)
                    return kept;
            }
        };
    }

    private Func<Span<NameEntry>, int> Filled()
    {
        var next = 0L;
        var bytes = new byte[Block * NameEntry.Size];
        return into =>
        {
            var taken = (int)Math.Min(Math.Min(Block, into.Length), count - next);
            read(start + next * NameEntry.Size, bytes.AsSpan(0, taken * NameEntry.Size));
            next += taken;
            for (var at = 0; at < taken; at++)
                into[at] = NameEntry.Read(bytes.AsSpan(at * NameEntry.Size));
            return taken;
        };
    }

    private NameEntry At(long place)
    {
        Span<byte> bytes = stackalloc byte[NameEntry.Size];
        read(start + place * NameEntry.Size, bytes);
        return NameEntry.Read(bytes);
    }
}

/// <summary>Fills <paramref name="into"/> with the bytes from <paramref name="offset"/> on, all of it.</summary>
public delegate void ReadAt(long offset, Span<byte> into);
