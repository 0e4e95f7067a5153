using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sluice.Ledger;

/// <summary>Reads proofs back, from one proof, an array of them, or one after the other.</summary>
public static partial class ProofReading
{
    /// <exception cref="FormatException">It is something else; the message says what.</exception>
    public static IReadOnlyList<Proof> Read(ReadOnlySpan<byte> file)
    {
        try
        {
            RefuseSecondSpelling(file);
            var proofs = new List<Proof>();
            var reader = new Utf8JsonReader(file, new JsonReaderOptions { AllowMultipleValues = true });
            while (reader.Read())
                if (reader.TokenType is JsonTokenType.StartArray)
                    proofs.AddRange(JsonSerializer.Deserialize(ref reader, Json.Default.ListProofFile)!.Select(Opened));
                else
                    proofs.Add(Opened(JsonSerializer.Deserialize(ref reader, Json.Default.ProofFile)));
            return proofs.Count > 0 ? proofs : throw new FormatException("The file is empty.");
        }
        // InvalidOperationException: a string that is no text (half a surrogate pair, broken UTF-8).
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new FormatException($"The file is not a proof: {e.Message}", e);
        }
    }

    private static Proof Opened(ProofFile? file) => file switch
    {
        null => throw new FormatException("The file holds null for a proof."),
        { Format: not Proof.Format } => throw new FormatException("The file does not say that it is a proof."),
        { Version: not Proof.Version } => throw new FormatException(
            $"The proof is written in version {file.Version} of the format; this reads version {Proof.Version}."),
        _ => new(file.Tenant, file.Record, new(file.Head), [.. file.Entries.Select(Opened)]),
    };

    private static ProvenEntry Opened(EntryFile? entry) => entry is null || entry.Texts.Contains(null)
        ? throw new FormatException("The proof holds null for an entry or a text.")
        : new(entry.Body, new(entry.Hash), [.. entry.Texts.Select(text => text!)]);

    /// <summary>
    /// A control character has one spelling, with small letters. Otherwise <c>\u001b</c> made <c>\u001B</c> would be an altered
    /// byte that nobody finds.
    /// </summary>
    private static void RefuseSecondSpelling(ReadOnlySpan<byte> file)
    {
        var reader = new Utf8JsonReader(file, new JsonReaderOptions { AllowMultipleValues = true });
        while (reader.Read())
        {
            if (!reader.ValueIsEscaped)
                continue;
            var raw = reader.ValueSpan;
            for (var at = raw.IndexOf((byte)'\\'); at < raw.Length; at++)
                if (raw[at] is (byte)'\\' && raw[++at] is (byte)'u'
                    && raw[at + 1] is (byte)'0' && raw[at + 2] is (byte)'0' && raw[at + 3] is (byte)'0' or (byte)'1'
                    && char.IsAsciiLetterUpper((char)raw[at + 4]))
                    throw new FormatException("A control character is not spelt as it was written.");
        }
    }

    private sealed record ProofFile(
        string Format, int Version, string Tenant, string Record, string Head, IReadOnlyList<EntryFile?> Entries);

    private sealed record EntryFile(string Body, string Hash, IReadOnlyList<KeptText?> Texts);

    // Strict: no member missing, repeated or unknown.
    [JsonSourceGenerationOptions(JsonSerializerDefaults.Strict, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(ProofFile))]
    [JsonSerializable(typeof(List<ProofFile>))]
    private sealed partial class Json : JsonSerializerContext;
}
