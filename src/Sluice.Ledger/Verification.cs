namespace Sluice.Ledger;

/// <summary>A head that somebody noted earlier, away from the server.</summary>
/// <param name="Sequence">Of which entry, when that was noted too.</param>
public sealed record RememberedHead(Digest Head, long? Sequence = null);

/// <summary>What a file proves about one record.</summary>
/// <param name="Redacted">Sequences of the entries whose texts two people have taken away.</param>
public sealed record ProvenRecord(string Tenant, string Record, Digest Head, long Entries, IReadOnlyList<long> Redacted);

/// <summary>Checks a file of proofs. No server, no clock, no exception: whatever it holds, the answer is its faults.</summary>
/// <remarks>
/// Codes of faults, besides those of <see cref="Chain"/>: <c>bundle.unreadable</c>, <c>bundle.repeated</c> (one record twice),
/// <c>chain.empty</c>, <c>entry.foreign</c> (of another record), <c>text.altered</c>, <c>text.missing</c> (and not redacted),
/// <c>text.unexpected</c> (nothing in the entry is its hash), <c>head.unknown</c> (a remembered head occurs in no chain).
/// </remarks>
public sealed record Verification(IReadOnlyList<ProvenRecord> Records, IReadOnlyList<Fault> Faults)
{
    /// <summary>To be said with every result, so that nobody takes it for more than it is.</summary>
    public const string Limits =
        "A chain without a signed checkpoint shows that its entries agree with each other and lead to its head. It cannot show "
        + "that the whole history was not written anew with fresh hashes, that its newest entries were not cut off together "
        + "with the head, that the people and times named are true, or that no other record is missing. Compare with a head "
        + "that you noted earlier and keep elsewhere: up to that entry, nothing can have been altered or removed since.";

    /// <param name="file">UTF-8, as <see cref="Proof"/> describes it.</param>
    /// <param name="remembered">Each must be the hash of some entry in the file. Entries after it are growth.</param>
    public static Verification Of(ReadOnlySpan<byte> file, params IReadOnlyList<RememberedHead> remembered)
    {
        IReadOnlyList<Proof> proofs;
        try
        {
            proofs = ProofReading.Read(file);
        }
        catch (FormatException e)
        {
            return new([], [new(0, "bundle.unreadable", e.Message)]);
        }
        return new(
            [.. proofs.Select(Proven)],
            [.. proofs.SelectMany(FaultsOf), .. Repeated(proofs), .. remembered.SelectMany(head => Forgotten(head, proofs))]);
    }

    private static ProvenRecord Proven(Proof proof) => new(
        proof.Tenant, proof.Record, proof.Head, proof.Entries.Count, [.. Redaction.Confirmed(Bodies(proof)).Order()]);

    private static IEnumerable<EntryBody> Bodies(Proof proof) =>
        proof.Entries.Select(entry => EntryBody.Read(entry.Body)).OfType<EntryBody>();

    private static IEnumerable<Fault> FaultsOf(Proof proof)
    {
        if (proof.Entries.Count == 0)
            return [new(0, "chain.empty", "A record without a history proves nothing.", proof.Record)];
        var redacted = Redaction.Confirmed(Bodies(proof));
        return Chain.Faults(proof.Entries.Select(entry => new SealedEntry(entry.Body, entry.Hash)), proof.Head)
            .Concat(proof.Entries.SelectMany((entry, place) => FaultsOf(proof, entry, place + 1L, redacted)))
            .Select(fault => fault with { Record = proof.Record });
    }

    private static IEnumerable<Fault> FaultsOf(Proof proof, ProvenEntry entry, long sequence, HashSet<long> redacted)
    {
        if (EntryBody.Read(entry.Body) is not { } body)
            yield break; // Chain says so.
        if (body.Tenant != proof.Tenant || body.Record != proof.Record)
            yield return new(sequence, "entry.foreign", "The entry belongs to another record.");
        foreach (var fault in TextFaults.Of(body, entry.Texts, sequence, redacted.Contains(sequence)))
            yield return fault;
    }

    private static IEnumerable<Fault> Repeated(IReadOnlyList<Proof> proofs) => proofs
        .GroupBy(proof => (proof.Tenant, proof.Record)).Where(copies => copies.Count() > 1)
        .Select(copies => new Fault(0, "bundle.repeated", "The file holds this record more than once.", copies.Key.Record));

    private static IEnumerable<Fault> Forgotten(RememberedHead remembered, IReadOnlyList<Proof> proofs)
    {
        var occurs = proofs.Any(proof => proof.Entries.Index().Any(entry =>
            entry.Item.Hash == remembered.Head && (remembered.Sequence ?? entry.Index + 1) == entry.Index + 1));
        if (!occurs)
            yield return new(
                remembered.Sequence ?? 0, "head.unknown",
                $"The remembered head {remembered.Head} does not occur: entries were cut off or the history was written anew.");
    }
}
