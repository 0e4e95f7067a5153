using System.Text.Json.Nodes;

namespace Sluice.Ledger;

/// <summary>An entry as exported.</summary>
/// <param name="Body">The exact text that was hashed.</param>
/// <param name="Texts">The free texts whose salted hashes stand in the body; without those that were redacted.</param>
public sealed record ProvenEntry(string Body, Digest Hash, IReadOnlyList<KeptText> Texts);

/// <summary>The whole history of one record, as a file that <see cref="Verification"/> checks without the server.</summary>
/// <remarks>
/// <code>
/// { "format": "sluice-proof", "version": 1,
///   "tenant": "…", "record": "CHG-1042",        // both stand in every body again
///   "head": "sha256:…",                         // the hash of the last entry
///   "entries": [                                // from sequence 1, without gaps
///     { "body": "…",                            // exact RFC 8785 text; its own members are those of Entry
///       "hash": "sha256:…",                     // SHA-256 of the body's UTF-8 bytes
///       "texts": [                              // ascending by pointer; none for redacted ones
///         { "pointer": "/reason", "salt": "…", "text": "…" } ] } ] }
/// </code>
/// Members are all there and no others. Only white space and the order of members may differ from what was written. Several
/// proofs may follow one another in one file (JSON lines) or stand in one array.
/// </remarks>
public sealed record Proof(string Tenant, string Record, Digest Head, IReadOnlyList<ProvenEntry> Entries)
{
    internal const string Format = "sluice-proof";
    internal const int Version = 1;

    public string Write() => CanonicalJson.Write(new JsonObject
    {
        ["format"] = Format,
        ["version"] = Version,
        ["tenant"] = Tenant,
        ["record"] = Record,
        ["head"] = Head.Text,
        ["entries"] = new JsonArray([.. Entries.Select(Written)]),
    });

    private static JsonObject Written(ProvenEntry entry) => new()
    {
        ["body"] = entry.Body,
        ["hash"] = entry.Hash.Text,
        ["texts"] = new JsonArray(
        [
            .. entry.Texts.OrderBy(text => text.Pointer, StringComparer.Ordinal).Select(text => new JsonObject
            {
                ["pointer"] = text.Pointer,
                ["salt"] = text.Salt,
                ["text"] = text.Text,
            }),
        ]),
    };
}
