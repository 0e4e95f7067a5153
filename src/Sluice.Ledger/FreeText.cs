using System.Text.Json.Nodes;

namespace Sluice.Ledger;

public readonly record struct FreeText(string Value);

public sealed record KeptText(string Pointer, string Salt, string Text);

public static class FreeTexts
{
    public static (JsonNode Facts, IReadOnlyList<KeptText> Texts) Separate(JsonNode facts) => (facts, []);

    public static JsonNode Restore(JsonNode facts, IReadOnlyList<KeptText> texts) => facts;
}

public static class Redaction
{
    public const string Act = "history.redacted";
    public const string Redacts = "redacts";
}

public sealed record ProvenEntry(string Body, Digest Hash, IReadOnlyList<KeptText> Texts);

public sealed record Proof(string Tenant, string Record, Digest Head, IReadOnlyList<ProvenEntry> Entries)
{
    public string Write() => Tenant;
}
