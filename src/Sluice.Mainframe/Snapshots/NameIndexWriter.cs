using System.Runtime.InteropServices;

namespace Sluice.Mainframe.Snapshots;

/// <summary>Puts names in order without holding them all: in runs, which are merged at the end.</summary>
/// <param name="scratch">A stream to write and read; disposed of here.</param>
internal sealed class NameIndexWriter(Func<Stream> scratch) : IDisposable
{
    private const int LongestRun = 1 << 19;
    private const int Block = 1 << 12;

    private readonly List<(long At, int Count)> runs = [];
    private NameEntry[] entries = new NameEntry[Block];
    private int count;
    private Stream? spilled;

    public void Add(ulong hash, int member, uint at)
    {
        if (count == entries.Length && count == LongestRun)
            Spill();
        else if (count == entries.Length)
            Array.Resize(ref entries, 2 * count);
        entries[count++] = new(hash, (uint)member, at);
    }

    /// <param name="kept">Entries of an earlier snapshot, in order; returns 0 at their end.</param>
    /// <returns>How many there are.</returns>
    public long WriteTo(Stream output, Func<Span<NameEntry>, int> kept)
    {
        entries.AsSpan(0, count).Sort();
        var at = 0;
        List<Source> sources = [new(kept), new(into =>
        {
            var taken = Math.Min(into.Length, count - at);
            entries.AsSpan(at, taken).CopyTo(into);
            at += taken;
            return taken;
        })];
        sources.AddRange(runs.Select(run => new Source(Run(run))));
        sources.RemoveAll(source => !source.Next());
        return Merge(output, sources);
    }

    public void Dispose() => spilled?.Dispose();

    private static long Merge(Stream output, List<Source> sources)
    {
        var block = new byte[Block * NameEntry.Size];
        var filled = 0;
        var written = 0L;
        while (sources.Count > 0)
        {
            var least = sources[0];
            // There are few: a run holds a million names.
            for (var other = 1; other < sources.Count; other++)
                if (sources[other].Current.CompareTo(least.Current) < 0)
                    least = sources[other];
            NameEntry? limit = null;
            foreach (var other in sources)
                if (other != least && (limit is not { } lowest || other.Current.CompareTo(lowest) < 0))
                    limit = other.Current;
            // Of an earlier snapshot there are thousands before the next new one.
            var hasMore = true;
            while (hasMore && (limit is not { } end || least.Current.CompareTo(end) < 0))
            {
                least.Current.Write(block.AsSpan(filled));
                filled += NameEntry.Size;
                written++;
                if (filled == block.Length)
                {
                    output.Write(block);
                    filled = 0;
                }
                hasMore = least.Next();
            }
            if (!hasMore)
                sources.Remove(least);
        }
        output.Write(block.AsSpan(0, filled));
        return written;
    }

    private void Spill()
    {
        entries.AsSpan(0, count).Sort();
        spilled ??= scratch();
        spilled.Position = spilled.Length;
        runs.Add((spilled.Length, count));
        spilled.Write(MemoryMarshal.AsBytes(entries.AsSpan(0, count)));
        count = 0;
    }

    private Func<Span<NameEntry>, int> Run((long At, int Count) run) => into =>
    {
        var taken = Math.Min(into.Length, run.Count);
        spilled!.Position = run.At;
        spilled.ReadExactly(MemoryMarshal.AsBytes(into[..taken]));
        run = (run.At + taken * NameEntry.Size, run.Count - taken);
        return taken;
    };

    private sealed class Source(Func<Span<NameEntry>, int> fill)
    {
        private readonly NameEntry[] block = new NameEntry[Block];
        private int at;
        private int filled;

        public ref readonly NameEntry Current => ref block[at - 1];

        public bool Next()
        {
            if (at == filled)
                (at, filled) = (0, fill(block));
            return at++ < filled;
        }
    }
}
