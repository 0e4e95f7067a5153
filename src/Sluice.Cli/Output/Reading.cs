using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Cli.Output;

/// <summary>Takes what is there from an answer. A member that another version does not send is empty, not an error.</summary>
internal static class Reading
{
    extension(JsonNode? node)
    {
        public JsonNode? Member(string name) => node is JsonObject members ? members[name] : null;

        public string Text(string name) => node.Member(name).AsText();

        public string AsText() => node switch
        {
            null => "",
            JsonValue value when value.GetValueKind() is JsonValueKind.String => value.GetValue<string>(),
            JsonArray items => string.Join(", ", items.Select(item => item.AsText())),
            _ => node.ToJsonString(),
        };

        public IEnumerable<JsonNode?> Items(string name) => node.Member(name) as JsonArray ?? [];

        /// <summary>In the reader's own time, with its offset: <c>2026-03-02 21:00 +01:00</c>.</summary>
        public string Moment(string name, TimeZoneInfo zone) =>
            DateTimeOffset.TryParse(node.Text(name), CultureInfo.InvariantCulture, out var moment)
                ? TimeZoneInfo.ConvertTime(moment, zone).ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture)
                : node.Text(name);
    }

    /// <summary><c>information-requested</c> → <c>Information requested</c>.</summary>
    public static string Words(string name) =>
        name.Length == 0 ? "" : char.ToUpperInvariant(name[0]) + name[1..].Replace('-', ' ');
}
