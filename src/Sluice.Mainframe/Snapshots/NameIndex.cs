namespace Sluice.Mainframe.Snapshots;

/// <summary>The names of a snapshot in the order of their hashes, searched where they lie.</summary>
internal sealed class NameIndex(ReadAt read, long start, long count)
{
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

    /// <summary>All of them in order, blockwise; an entry that <paramref name="map"/> makes null of is left out.</summary>
    public Func<Span<NameEntry>, int> All(Func<NameEntry, NameEntry?> map)
    {
        var next = 0L;
        var bytes = new byte[Block * NameEntry.Size];
        return into =>
        {
            var kept = 0;
            while (kept == 0 && next < count)
            {
                var taken = (int)Math.Min(Math.Min(Block, into.Length), count - next);
                read(start + next * NameEntry.Size, bytes.AsSpan(0, taken * NameEntry.Size));
                next += taken;
                for (var at = 0; at < taken; at++)
                    if (map(NameEntry.Read(bytes.AsSpan(at * NameEntry.Size))) is { } entry)
                        into[kept++] = entry;
            }
            return kept;
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
