using System.Text;
using System.Text.Json;
using Sluice.Changes;
using Sluice.Handover;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Parts;

/// <summary>
/// Artefacts as people type them, one a line: kind, name, location, SHA-256 and perhaps the author. A part with spaces stands
/// in quotes, as a JSON string; so whatever the API has taken in comes back unaltered.
/// </summary>
public static class ArtefactLines
{
    public static string Write(IEnumerable<Artefact> artefacts) => string.Join('\n', artefacts.Select(artefact =>
        string.Join(' ', new[]
        {
            Wire.Name(artefact.Kind), Quoted(artefact.Name), Quoted(artefact.Location), artefact.Sha256,
            artefact.Author is { } author ? Quoted(author) : "",
        }).TrimEnd(' ')));

    /// <summary>"JCL", "Control card".</summary>
    public static string WordOf(ArtefactKind kind) => kind switch
    {
        ArtefactKind.Cobol or ArtefactKind.Jcl or ArtefactKind.Proc or ArtefactKind.Bms or ArtefactKind.Ddl or ArtefactKind.Csd =>
            Wire.Name(kind).ToUpperInvariant(),
        _ => Wire.Words(kind),
    };

    public static IReadOnlyList<ArtefactDraft> Read(string? typed) =>
        [.. (typed ?? "").Split('\n').Select(Parts).Where(parts => parts.Count > 0).Select(ToDraft)];

    /// <summary>Why lines cannot be read: what follows a quote that never ends would all be one part.</summary>
    public static IReadOnlyList<Reason> Unread(string? typed) =>
    [
        .. (typed ?? "").Split('\n').Select((line, place) => (Line: line, Number: place + 1)).Where(one => !string.IsNullOrWhiteSpace(one.Line))
            .Index().Where(one => IsOpen(one.Item.Line)).Select(one => Reason.Invalid(
                "artefact.quote-open", Sentence.Of(PartWords.QuoteIsNeverClosed, one.Item.Number), $"/artefacts/{one.Index}")),
    ];

    // What is left over is part of no field; it makes the last one wrong, and nothing of it is lost in silence.
    private static ArtefactDraft ToDraft(List<string> parts) => new(
        Wire.Parse<ArtefactKind>(parts[0].ToLowerInvariant()), parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2),
        parts.ElementAtOrDefault(3), parts.Count > 4 ? string.Join(' ', parts.Skip(4)) : null);

    /// <summary>The same lines without those that name an artefact at one of these places; what cannot be read stays.</summary>
    public static IReadOnlyList<string> Without(string? typed, IReadOnlySet<(string Name, string Location)> places) =>
        [.. (typed ?? "").ReplaceLineEndings("\n").Split('\n').Where(line => line.Length > 0 && !(Parts(line) is [_, var name, var location, ..]
            && places.Contains((name, location))))];

    private static string Quoted(string text) =>
        text.Length == 0 || text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c == '"')
            ? JsonSerializer.Serialize(text)
            : text;

    private static List<string> Parts(string line) => Parts(line, out _);

    private static bool IsOpen(string line)
    {
        Parts(line, out var end);
        return end > line.Length;
    }

    /// <param name="end">Behind the line, where a quote on it never ends.</param>
    private static List<string> Parts(string line, out int end)
    {
        var parts = new List<string>();
        var at = 0;
        while (at < line.Length)
            if (char.IsWhiteSpace(line[at]))
                at++;
            else
                parts.Add(line[at] == '"' ? QuotedPart(line, ref at) : BarePart(line, ref at));
        end = at;
        return parts;
    }

    private static string BarePart(string line, ref int at)
    {
        var start = at;
        while (at < line.Length && !char.IsWhiteSpace(line[at]))
            at++;
        return line[start..at];
    }

    private static string QuotedPart(string line, ref int at)
    {
        var quoted = new StringBuilder("\"");
        for (at++; at < line.Length && line[at] != '"'; at++)
        {
            quoted.Append(line[at]);
            if (line[at] == '\\' && at + 1 < line.Length)
                quoted.Append(line[++at]);
        }
        at++;
        try
        {
            return JsonSerializer.Deserialize<string>(quoted.Append('"').ToString())!;
        }
        catch (JsonException)
        {
            return quoted.ToString();
        }
    }
}
