namespace Sluice.Ledger;

/// <summary>Do the free texts that travel beside an entry belong to it, and are they all there?</summary>
internal static class TextFaults
{
    public static IEnumerable<Fault> Of(EntryBody entry, IReadOnlyList<KeptText> texts, long sequence, bool redacted)
    {
        var places = FreeTexts.Places(entry.Facts).ToDictionary(place => place.Pointer, place => place.Hash);
        var kept = texts.Select(text => text.Pointer).ToHashSet();

        foreach (var (before, text) in texts.Prepend(null).Zip(texts))
        {
            if (!places.TryGetValue(text.Pointer, out var hash) || Follows(before, text) is false)
                yield return new(sequence, "text.unexpected", $"The entry does not ask for a text at \"{text.Pointer}\" here.");
            else if (!SaltedHash.IsSalt(text.Salt) || SaltedHash.Of(text.Salt, text.Text) != hash)
                yield return new(sequence, "text.altered", $"The text at \"{text.Pointer}\" is not the one that was sealed.");
        }
        if (redacted)
            yield break;
        foreach (var pointer in places.Keys.Where(pointer => !kept.Contains(pointer)))
            yield return new(sequence, "text.missing", $"The text at \"{pointer}\" is missing and was not redacted.");
    }

    // One order only, as Proof writes it: it also finds a text given twice.
    private static bool Follows(KeptText? before, KeptText text) =>
        before is null || string.CompareOrdinal(before.Pointer, text.Pointer) < 0;
}
