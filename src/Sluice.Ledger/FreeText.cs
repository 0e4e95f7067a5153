using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Sluice.Ledger;

/// <summary>
/// What a person wrote freely. In the facts of an act it stands apart from all other strings, so that the sealed entry holds
/// only its salted hash and the text itself can be redacted later.
/// </summary>
[JsonConverter(typeof(FreeTextJson))]
public readonly record struct FreeText(string Value);

/// <summary>
/// Serialises a free text as a mark that <see cref="FreeTexts.Separate"/> finds again in the same process:
/// <c>{"freeText": text, "seal": …}</c>. The seal is a code under a key that never leaves the process: whatever JSON a caller
/// sends in, it cannot be taken for a mark.
/// </summary>
internal sealed class FreeTextJson : JsonConverter<FreeText>
{
    private const string Text = "freeText";
    private const string Seal = "seal";
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    // Text that does not come back from its own bytes must throw: passed on, it would miss its seal and stay in clear.
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static bool IsMark(JsonObject node, out string text)
    {
        text = "";
        return node.Count == 2
            && node.TryGetPropertyValue(Text, out var written) && written?.GetValueKind() is JsonValueKind.String
            && node.TryGetPropertyValue(Seal, out var seal) && seal?.GetValueKind() is JsonValueKind.String
            && SealOf(text = written.GetValue<string>()) == seal.GetValue<string>();
    }

    public override FreeText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A free text is written into facts and never read back as one.");

    public override void Write(Utf8JsonWriter writer, FreeText value, JsonSerializerOptions options)
    {
        if (value.Value is null)
        {
            writer.WriteNullValue();
            return;
        }
        writer.WriteStartObject();
        writer.WriteString(Text, value.Value);
        writer.WriteString(Seal, SealOf(value.Value));
        writer.WriteEndObject();
    }

    private static string SealOf(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(Key, Strict.GetBytes(text)));
}
