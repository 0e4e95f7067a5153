namespace Sluice.Mainframe.Snapshots;

/// <summary>
/// Which number stands for which word in one snapshot. Written into it, so that it can still be read, and compared with a new one,
/// when there are more words.
/// </summary>
/// <param name="Readers">Which build of the readers wrote it: another may read the same sources otherwise.</param>
internal sealed record Vocabulary(
    string Readers, IReadOnlyList<ThingKind> Things, IReadOnlyList<Verb> Verbs, IReadOnlyList<MemberKind> Kinds, IReadOnlyList<Language> Languages)
{
    /// <summary>What is written now: the words in the order of their declaration.</summary>
    public static Vocabulary Own { get; } = new(
        typeof(Vocabulary).Module.ModuleVersionId.ToString("N"),
        Enum.GetValues<ThingKind>(), Enum.GetValues<Verb>(), Enum.GetValues<MemberKind>(), Enum.GetValues<Language>());

    /// <summary>Whether its records can be taken over as they are.</summary>
    public bool IsOwn => Readers == Own.Readers && Things.SequenceEqual(Own.Things) && Verbs.SequenceEqual(Own.Verbs)
        && Kinds.SequenceEqual(Own.Kinds) && Languages.SequenceEqual(Own.Languages);

    public static void Write(RecordWriter record)
    {
        record.Text(Own.Readers);
        Write(record, Own.Things);
        Write(record, Own.Verbs);
        Write(record, Own.Kinds);
        Write(record, Own.Languages);
    }

    public static Vocabulary Read(ref RecordReader record) => new(
        record.Text(), Read<ThingKind>(ref record), Read<Verb>(ref record), Read<MemberKind>(ref record), Read<Language>(ref record));

    public static T Of<T>(IReadOnlyList<T> words, long number) => number >= 0 && number < words.Count
        ? words[(int)number]
        : throw new DamagedSnapshotException($"There is no {typeof(T).Name} number {number}.");

    private static void Write<T>(RecordWriter record, IReadOnlyList<T> words) where T : struct, Enum
    {
        record.Number(words.Count);
        foreach (var word in words)
            record.Text(word.ToString());
    }

    private static T[] Read<T>(ref RecordReader record) where T : struct, Enum
    {
        var words = new T[record.Count()];
        for (var at = 0; at < words.Length; at++)
        {
            var word = record.Text();
            if (!Enum.TryParse(word, out words[at]))
                throw new DamagedSnapshotException($"It was made by a newer version, which knows of {word}.");
        }
        return words;
    }
}
