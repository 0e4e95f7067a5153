using System.Globalization;
using System.Text.Json;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Releases;
using Sluice.Releases.Runbooks;

namespace Sluice.Web.Pages.Parts;

/// <summary>
/// A runbook as people type it, one step a line, its parts between bars. The title comes last and may hold bars itself; one with
/// line ends stands in quotes, as a JSON string, so that whatever the API has taken in comes back unaltered.
/// </summary>
/// <param name="Steps">Empty where a line could not be read.</param>
/// <param name="Wrong">Lines that could not be read.</param>
public sealed record RunbookLines(IReadOnlyList<WriteRunbook.StepDraft> Steps, IReadOnlyList<Reason> Wrong)
{
    public const string Format = "key | phase | change | team | owner | minutes | dependsOn,… | backsOut | title";

    private const char Bar = '|';
    private const char Comma = ',';
    private static readonly int PartsInLine = Format.Count(c => c == Bar) + 1;

    /// <summary>The line of each step, from 0.</summary>
    private List<int> Lines { get; init; } = [];

    public static string Write(IEnumerable<ShowRelease.StepShown> steps) => string.Join('\n', steps.Select(step =>
        string.Join(" | ",
        [
            step.Key, Wire.Name(step.Phase), step.Change, step.Team, step.Owner?.Name,
            step.Minutes.ToString(CultureInfo.InvariantCulture), string.Join(Comma, step.DependsOn), step.BacksOut, Quoted(step.Title),
        ])));

    public static RunbookLines Read(string? typed)
    {
        var lines = (typed ?? "").Split('\n').Select((text, place) => (Parts: Parts(text), Place: place))
            .Where(line => line.Parts is not [""]).ToList();
        var wrong = lines.Where(line => line.Parts.Length != PartsInLine).Select(line => Reason.Invalid(
            "runbook.line", $"{PartsInLine} parts with | between them; this has {line.Parts.Length}.", At(line.Place, ""))).ToList();
        return new(wrong.Count > 0 ? [] : lines.ConvertAll(line => ToStep(line.Parts)), wrong) { Lines = lines.ConvertAll(line => line.Place) };
    }

    /// <summary>A reason names the step; whoever typed it looks for the line.</summary>
    public Refusal OnLines(Refusal refusal) => Refusal.For(refusal.Reasons.Select(OnLine))!;

    private Reason OnLine(Reason reason) =>
        reason.Pointer?.Split('/') is ["", "steps", { } step, .. var rest]
        && int.TryParse(step, CultureInfo.InvariantCulture, out var place) && place < Lines.Count
            ? reason with { Pointer = At(Lines[place], string.Concat(rest.Select(part => "/" + part))) }
            : reason;

    private static string At(int line, string rest) => string.Create(CultureInfo.InvariantCulture, $"/steps/{line}{rest}");

    private static string[] Parts(string line) => [.. line.Split(Bar, PartsInLine).Select(part => part.Trim())];

    private static WriteRunbook.StepDraft ToStep(string[] parts) => new(
        parts[0], Unquoted(parts[8]), Wire.Parse<StepPhase>(parts[1].ToLowerInvariant()), Given(parts[2]), Given(parts[3]),
        Given(parts[4]), int.TryParse(parts[5], CultureInfo.InvariantCulture, out var minutes) ? minutes : null,
        parts[6].Split(Comma, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), Given(parts[7]));

    private static string? Given(string part) => part.Length == 0 ? null : part;

    private static string Quoted(string title) =>
        title.Any(char.IsControl) || title.Trim() != title || title.StartsWith('"') ? JsonSerializer.Serialize(title) : title;

    private static string Unquoted(string title)
    {
        if (title is not ['"', .., '"'])
            return title;
        try
        {
            return JsonSerializer.Deserialize<string>(title)!;
        }
        catch (JsonException)
        {
            return title;
        }
    }
}
