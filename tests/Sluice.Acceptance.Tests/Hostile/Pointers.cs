using System.Globalization;
using System.Text.Json.Nodes;

namespace Sluice.Acceptance.Tests.Hostile;

/// <summary>RFC 6901, as far as bodies need it.</summary>
internal static class Pointers
{
    extension(JsonObject body)
    {
        public void Set(string pointer, JsonNode? value)
        {
            var steps = pointer[1..].Split('/');
            JsonNode at = body;
            for (var step = 0; step < steps.Length - 1; step++)
                at = at switch
                {
                    JsonArray list => list[Place(steps[step])]!,
                    _ => at[steps[step]] ??= char.IsAsciiDigit(steps[step + 1][0]) ? new JsonArray() : new JsonObject(),
                };
            if (at is not JsonArray items)
                at[steps[^1]] = value;
            else if (Place(steps[^1]) is var place && place < items.Count)
                items[place] = value;
            else
                items.Add(value);
        }
    }

    private static int Place(string step) => int.Parse(step, CultureInfo.InvariantCulture);

    /// <summary>Every text anywhere in a document.</summary>
    public static IEnumerable<string> TextsIn(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => TextsIn(member.Value)),
        JsonArray items => items.SelectMany(TextsIn),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
