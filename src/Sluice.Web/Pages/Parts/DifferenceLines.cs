using System.Text.Json.Nodes;
using Sluice.Changes;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Parts;

/// <summary>One side of a line; empty where the other side has one more.</summary>
public sealed record DifferenceLine(string Text, bool IsAltered);

/// <summary>A field that differs, line by line beside each other: what is the same at both ends stays plain.</summary>
public static class DifferenceLines
{
    private static readonly DifferenceLine Nothing = new("", false);

    public static string NameOf(ShowDifference.Altered altered) => altered.Pointer[1..] switch
    {
        "windowFrom" => PartWords.RequestedFrom,
        "windowUntil" => PartWords.RequestedUntil,
        _ => TypedForm.WordsOf(altered.Pointer),
    };

    public static IReadOnlyList<(DifferenceLine Before, DifferenceLine After)> Of(ShowDifference.Altered altered) =>
        altered.Added is not null || altered.Removed is not null
            ? Beside([.. (altered.Removed ?? []).Select(Item)], [.. (altered.Added ?? []).Select(Item)], 0, 0)
            : Texts(Item(altered.Before).Split('\n'), Item(altered.After).Split('\n'));

    private static List<(DifferenceLine, DifferenceLine)> Texts(string[] before, string[] after)
    {
        var shorter = Math.Min(before.Length, after.Length);
        var head = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        var tail = before.Reverse().Zip(after.Reverse()).Take(shorter - head)
            .TakeWhile(pair => pair.First == pair.Second).Count();
        return Beside(before, after, head, tail);
    }

    private static List<(DifferenceLine, DifferenceLine)> Beside(string[] before, string[] after, int head, int tail)
    {
        var lines = new List<(DifferenceLine, DifferenceLine)>();
        lines.AddRange(before.Take(head).Select(Same));
        var (removed, added) = (before[head..^tail], after[head..^tail]);
        for (var at = 0; at < Math.Max(removed.Length, added.Length); at++)
            lines.Add((Side(removed, at), Side(added, at)));
        lines.AddRange(before.TakeLast(tail).Select(Same));
        return lines;
    }

    private static DifferenceLine Side(string[] lines, int at) => at < lines.Length ? new(lines[at], true) : Nothing;

    private static (DifferenceLine, DifferenceLine) Same(string line) => (new(line, false), new(line, false));

    private static string Item(JsonNode? node) => node switch
    {
        null => "",
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonObject redacted when redacted["redacted"] is not null => PartWords.RedactedInBrackets,
        JsonObject artefact when artefact["sha256"] is not null => string.Join(' ', artefact
            .Select(part => part.Value?.ToString()).Where(part => !string.IsNullOrEmpty(part))),
        _ => node.ToJsonString(),
    };
}
