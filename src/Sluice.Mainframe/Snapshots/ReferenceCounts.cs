using System.Runtime.InteropServices;

namespace Sluice.Mainframe.Snapshots;

/// <summary>How many references of which sort a member has: a whole estate is summed up without reading any of them.</summary>
public readonly record struct ReferenceCount(Verb Verb, ThingKind Kind, Certainty Certainty, int Count);

/// <summary>Such counts as they are written: of most members nobody asks.</summary>
internal readonly record struct ReferenceCounts(ReadOnlyMemory<byte> Bytes, Vocabulary? Vocabulary)
{
    public static ReferenceCounts Of(IEnumerable<Reference> references) => Sum(references.Select(reference => (reference, 1)));

    /// <summary>What they add to the member's own: what is told by another is taken away, and counts may be less than nothing.</summary>
    public static ReferenceCounts Of(Links links)
    {
        var replaced = links.References.Where(link => link.Replaces is not null).DistinctBy(link => link.Replaces)
            .Select(link => (link.Reference with { Certainty = Certainty.Unresolved }, -1));
        return Sum(links.References.Select(link => (link.Reference, 1)).Concat(replaced));
    }

    public void AddTo(Dictionary<(Verb, ThingKind, Certainty), int> sums)
    {
        if (Vocabulary is not null)
            Add(Bytes.Span, Vocabulary, sums);
    }

    public static void Add(ReadOnlySpan<byte> counts, Vocabulary vocabulary, Dictionary<(Verb, ThingKind, Certainty), int> sums)
    {
        if (counts.IsEmpty)
            return;
        var record = new RecordReader(counts);
        for (var left = record.Count(); left > 0; left--)
        {
            var verb = Snapshots.Vocabulary.Of(vocabulary.Verbs, record.Byte());
            var kind = Snapshots.Vocabulary.Of(vocabulary.Things, record.Byte());
            var certainty = (Certainty)record.Byte();
            if (certainty > Certainty.Unresolved)
                throw new DamagedSnapshotException("There is no such certainty.");
            // Zigzag, so that a small number below nothing is short too.
            var count = record.Small();
            CollectionsMarshal.GetValueRefOrAddDefault(sums, (verb, kind, certainty), out _) += (count & 1) == 0 ? count / 2 : -(count + 1) / 2;
        }
    }

    private static ReferenceCounts Sum(IEnumerable<(Reference Reference, int Count)> references)
    {
        var counts = new Dictionary<(Verb, ThingKind, Certainty), int>();
        foreach (var (reference, count) in references)
        {
            var sort = (reference.Verb, reference.To.Kind, reference.Certainty);
            counts[sort] = counts.GetValueOrDefault(sort) + count;
        }
        var record = new RecordWriter();
        record.Number(counts.Count);
        foreach (var ((verb, kind, certainty), count) in counts.OrderBy(count => count.Key))
        {
            record.Byte((byte)verb);
            record.Byte((byte)kind);
            record.Byte((byte)certainty);
            record.Number(count < 0 ? -2L * count - 1 : 2L * count);
        }
        return new(record.Written.ToArray(), Snapshots.Vocabulary.Own);
    }
}
