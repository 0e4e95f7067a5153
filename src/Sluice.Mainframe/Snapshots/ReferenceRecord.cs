namespace Sluice.Mainframe.Snapshots;

/// <summary>One reference, by itself: it can be read without those before it.</summary>
internal static class ReferenceRecord
{
    [Flags]
    private enum Parts : byte
    {
        None = 0,

        // The two lowest bits are the certainty.
        Certainty = 3,
        Through = 4,
        Detail = 8,
        Variable = 16,
        Why = 32,
        Chain = 64,
        Replacing = 128,
    }

    public static void Write(RecordWriter record, Reference reference)
    {
        Write(record, reference.From);
        record.Number((int)reference.Verb);
        Write(record, reference.To);
        record.Place(reference.At);
        record.Byte((byte)(PartsOf(reference) | (Parts)reference.Certainty));
        record.Text(reference.Text);
        Write(record, reference.Through);
        Write(record, reference.Detail);
        Write(record, reference.Variable);
        Write(record, reference.Why);
        if (reference.Chain.Count > 0)
        {
            record.Number(reference.Chain.Count);
            foreach (var link in reference.Chain)
            {
                record.Text(link.Member ?? "");
                record.Place(link.At);
                record.Text(link.Text);
            }
        }
        if (reference.Replacing.Count == 0)
            return;
        record.Number(reference.Replacing.Count);
        foreach (var replacing in reference.Replacing)
        {
            record.Text(replacing.Text);
            record.Text(replacing.By);
            record.Byte((byte)replacing.Part);
        }
    }

    public static Reference Read(ref RecordReader record, Vocabulary vocabulary)
    {
        var from = Thing(ref record, vocabulary);
        var verb = Vocabulary.Of(vocabulary.Verbs, record.Number());
        var to = Thing(ref record, vocabulary);
        var at = record.Place();
        var parts = (Parts)record.Byte();
        var certainty = (Certainty)(parts & Parts.Certainty);
        if (certainty > Certainty.Unresolved)
            throw new DamagedSnapshotException("There is no such certainty.");
        return new(from, verb, to, at, record.Text())
        {
            Certainty = certainty,
            Through = parts.HasFlag(Parts.Through) ? record.Text() : null,
            Detail = parts.HasFlag(Parts.Detail) ? record.Text() : null,
            Variable = parts.HasFlag(Parts.Variable) ? record.Text() : null,
            Why = parts.HasFlag(Parts.Why) ? record.Text() : null,
            Chain = parts.HasFlag(Parts.Chain) ? Chain(ref record) : [],
            Replacing = parts.HasFlag(Parts.Replacing) ? Replacing(ref record) : [],
        };
    }

    public static void Write(RecordWriter record, Thing thing)
    {
        record.Number((int)thing.Kind);
        record.Text(thing.Name);
    }

    public static Thing Thing(ref RecordReader record, Vocabulary vocabulary) =>
        new(Vocabulary.Of(vocabulary.Things, record.Number()), record.Text());

    private static void Write(RecordWriter record, string? text)
    {
        if (text is not null)
            record.Text(text);
    }

    private static Parts PartsOf(Reference reference) =>
        (reference.Through is null ? Parts.None : Parts.Through) | (reference.Detail is null ? Parts.None : Parts.Detail)
        | (reference.Variable is null ? Parts.None : Parts.Variable) | (reference.Why is null ? Parts.None : Parts.Why)
        | (reference.Chain.Count == 0 ? Parts.None : Parts.Chain) | (reference.Replacing.Count == 0 ? Parts.None : Parts.Replacing);

    private static Link[] Chain(ref RecordReader record)
    {
        var chain = new Link[record.Count()];
        for (var at = 0; at < chain.Length; at++)
            chain[at] = new(record.Text() is { Length: > 0 } member ? member : null, record.Place(), record.Text());
        return chain;
    }

    private static PartOfWord PartOfWord(byte written) => (PartOfWord)written is <= Mainframe.PartOfWord.Trailing and var part
        ? part
        : throw new DamagedSnapshotException("A word has no such part.");

    private static Replacing[] Replacing(ref RecordReader record)
    {
        var replacing = new Replacing[record.Count()];
        for (var at = 0; at < replacing.Length; at++)
            replacing[at] = new(record.Text(), record.Text()) { Part = PartOfWord(record.Byte()) };
        return replacing;
    }
}
