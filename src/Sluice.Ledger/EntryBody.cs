using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Ledger;

/// <summary>A sealed body read back: the reverse of <see cref="Entry.Seal"/>.</summary>
/// <param name="At">As spelt in the body, UTC.</param>
internal sealed record EntryBody(
    string Tenant, string Record, long Sequence, string Actor, string Act, string At, JsonNode Facts, string Previous)
{
    private const int Members = 8;

    /// <summary>Which entry a redaction names; null for every other act.</summary>
    public long? Redacts =>
        Act is Redaction.Act or Redaction.Asked && Facts is JsonObject facts
        && facts[Redaction.Redacts] is JsonValue named && named.TryGetValue<long>(out var sequence) ? sequence : null;

    /// <returns>Null when the text is not the canonical body of an entry: two readers might then see two things.</returns>
    public static EntryBody? Read(string body)
    {
        try
        {
            return JsonNode.Parse(body) is JsonObject { Count: Members } entry && CanonicalJson.Write(entry) == body
                ? new(
                    Text(entry, "tenant"), Text(entry, "record"), Member(entry, "sequence").GetValue<long>(),
                    Text(entry, "actor"), Text(entry, "act"), Text(entry, "at"), Member(entry, "facts"), Text(entry, "previous"))
                : null;
        }
        // ArgumentException: a repeated name.
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static string Text(JsonObject entry, string name) => Member(entry, name).GetValue<string>();

    private static JsonNode Member(JsonObject entry, string name) =>
        entry[name] ?? throw new FormatException($"The entry lacks {name}.");
}
