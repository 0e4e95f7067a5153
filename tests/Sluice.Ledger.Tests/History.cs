using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Ledger.Tests;

/// <summary>Writes histories the way a record does: separate, seal, append.</summary>
internal sealed class History(string record = "CHG-1", string tenant = "T")
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public List<ProvenEntry> Entries { get; } = [];

    public Digest Head => Entries.LastOrDefault()?.Hash ?? Digest.None;

    public Proof Proof => new(tenant, record, Head, [.. Entries]);

    public byte[] File => Encoding.UTF8.GetBytes(Proof.Write());

    /// <summary>Four entries, two of them with texts, one with a text that needs an escape.</summary>
    public static History OfOneChange(string record = "CHG-1") => new History(record)
        .Act("change.drafted", new
        {
            title = new FreeText("Pay\u001bout"),
            kind = "normal",
            plans = new[] { new FreeText("A"), new FreeText("B") },
        })
        .Act("change.submitted", new { })
        .Act("commented", new { text = new FreeText("Call 555-1234") }, "support")
        .Act("change.decided", new { decision = "approve", comment = new FreeText("Fine") }, "app-owner");

    public History Act(string act, object facts, string actor = "requester")
    {
        var (content, texts) = FreeTexts.Separate(JsonSerializer.SerializeToNode(facts, Web)!);
        var entry = new Entry(tenant, record, Entries.Count + 1, actor, act, Noon, content, Head).Seal();
        Entries.Add(new(entry.Body, entry.Hash, texts));
        return this;
    }

    public History Redacted(long sequence, string askedBy = "change-manager", string confirmedBy = "admin")
    {
        Act("redaction.asked", new { redacts = sequence, reason = new FreeText("A telephone number") }, askedBy);
        Act("history.redacted", new { redacts = sequence, askedBy, reason = new FreeText("Agreed") }, confirmedBy);
        return WithoutTexts(sequence);
    }

    public History WithoutTexts(long sequence) => Altered(sequence, entry => entry with { Texts = [] });

    public History Altered(long sequence, Func<ProvenEntry, ProvenEntry> alter)
    {
        Entries[(int)sequence - 1] = alter(Entries[(int)sequence - 1]);
        return this;
    }

    /// <summary>What one can do who may write everything: one body altered, every hash from there on computed anew.</summary>
    public History Rehashed(long sequence, string member, string value)
    {
        for (var at = (int)sequence - 1; at < Entries.Count; at++)
        {
            var body = JsonNode.Parse(Entries[at].Body)!.AsObject();
            if (at == sequence - 1)
                body[member] = value;
            body["previous"] = at == 0 ? Digest.None.Text : Entries[at - 1].Hash.Text;
            var text = CanonicalJson.Write(body);
            Entries[at] = Entries[at] with { Body = text, Hash = Digest.Of(text) };
        }
        return this;
    }

    public IEnumerable<(long Sequence, string Code)> Found(params RememberedHead[] remembered) => Faults(File, remembered);

    public static IEnumerable<(long Sequence, string Code)> Faults(ReadOnlySpan<byte> file, params RememberedHead[] remembered) =>
        Verification.Of(file, remembered).Faults.Select(fault => (fault.Sequence, fault.Code));

    public static IEnumerable<(long Sequence, string Code)> Faults(string file) => Faults(Encoding.UTF8.GetBytes(file));
}
