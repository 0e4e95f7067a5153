using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Ledger;

/// <summary>A free text, kept beside the entry that holds only its salted hash.</summary>
/// <param name="Pointer">RFC 6901, into the entry's facts: <c>/content/title</c>.</param>
/// <param name="Salt">128 random bits as 32 lower-case hex digits.</param>
public sealed record KeptText(string Pointer, string Salt, string Text);

/// <summary>Takes free texts out of facts before they are sealed, and puts them back for reading.</summary>
/// <remarks>
/// In the sealed facts a free text is <c>{"saltedSha256": …}</c> (see <see cref="SaltedHash"/>). Data that uses this name by
/// itself gets an underscore in front, which <see cref="Restore"/> takes off again: in sealed facts the name always means a text.
/// </remarks>
public static class FreeTexts
{
    internal const string Marker = "saltedSha256";

    /// <param name="facts">As serialised, with <see cref="FreeText"/> where people wrote freely; not altered.</param>
    /// <returns>The facts to seal, and the texts with their salts: equal texts get different hashes.</returns>
    public static (JsonNode Facts, IReadOnlyList<KeptText> Texts) Separate(JsonNode facts)
    {
        var texts = new List<KeptText>();
        return (Separated(facts, "", texts)!, texts);
    }

    /// <param name="facts">As sealed; not altered.</param>
    /// <returns>The facts with their texts; <c>{"redacted": true}</c> stands for a text that is no longer kept.</returns>
    public static JsonNode Restore(JsonNode facts, IReadOnlyList<KeptText> texts) =>
        Restored(facts, "", texts.ToDictionary(text => text.Pointer, text => text.Text))!;

    /// <summary>Where sealed facts hold a salted hash instead of a text, with the hash.</summary>
    internal static IEnumerable<(string Pointer, string? Hash)> Places(JsonNode? sealedFacts, string pointer = "") =>
        sealedFacts switch
        {
            JsonObject members when IsMarker(members, out var hash) => [(pointer, hash)],
            JsonObject members => members.SelectMany(member => Places(member.Value, Below(pointer, member.Key))),
            JsonArray items => items.SelectMany((item, place) => Places(item, Below(pointer, place))),
            _ => [],
        };

    private static JsonNode? Separated(JsonNode? node, string pointer, List<KeptText> texts)
    {
        switch (node)
        {
            case JsonObject members when FreeTextJson.IsMark(members, out var text):
                var salt = SaltedHash.NewSalt();
                texts.Add(new(pointer, salt, text));
                return new JsonObject { [Marker] = SaltedHash.Of(salt, text) };
            case JsonObject members:
                return new JsonObject(members.Select(member => (Name: Escaped(member.Key), member.Value))
                    .Select(member => KeyValuePair.Create(
                        member.Name, Separated(member.Value, Below(pointer, member.Name), texts))));
            case JsonArray items:
                return new JsonArray([.. items.Select((item, place) => Separated(item, Below(pointer, place), texts))]);
            default:
                return node?.DeepClone();
        }
    }

    private static JsonNode? Restored(JsonNode? node, string pointer, Dictionary<string, string> texts) => node switch
    {
        JsonObject members when IsMarker(members, out _) =>
            texts.TryGetValue(pointer, out var text) ? text : new JsonObject { ["redacted"] = true },
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(
            Unescaped(member.Key), Restored(member.Value, Below(pointer, member.Key), texts)))),
        JsonArray items => new JsonArray([.. items.Select((item, place) => Restored(item, Below(pointer, place), texts))]),
        _ => node?.DeepClone(),
    };

    private static bool IsMarker(JsonObject members, out string? hash)
    {
        var found = members.TryGetPropertyValue(Marker, out var value);
        hash = found && members.Count == 1 && value?.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : null;
        return found;
    }

    private static string Escaped(string name) => name.TrimStart('_') == Marker ? "_" + name : name;

    private static string Unescaped(string name) => name.TrimStart('_') == Marker ? name[1..] : name;

    private static string Below(string pointer, string name) =>
        $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    private static string Below(string pointer, int place) => pointer + "/" + place.ToString(CultureInfo.InvariantCulture);
}
