using System.Globalization;
using Sluice.Kernel.Http;
using Sluice.Releases;
using Sluice.Releases.Runbooks;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Parts;

/// <summary>What a row of the editor holds, in the order of its columns.</summary>
public enum StepField { Key, Title, Phase, Change, Team, Owner, Minutes, DependsOn, BacksOut }

/// <summary>A step as it stands in the editor: whatever was typed, whether it can be read or not.</summary>
/// <param name="Id">Tells the rows of one form apart, whatever their keys are.</param>
/// <param name="Cells">One for each <see cref="StepField"/>.</param>
public sealed record StepRow(int Id, IReadOnlyList<string> Cells)
{
    public static IReadOnlyList<StepField> Fields { get; } = Enum.GetValues<StepField>();

    public string this[StepField field] => Cells[(int)field];

    public string Key => this[StepField.Key];

    public StepPhase? Phase => Wire.Parse<StepPhase>(this[StepField.Phase]);

    public int? Minutes =>
        int.TryParse(this[StepField.Minutes], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var typed) ? typed : null;

    /// <summary>As the field is called in forms and in the API.</summary>
    public static string NameOf(StepField field) => field switch
    {
        StepField.DependsOn => "dependsOn",
        StepField.BacksOut => "backsOut",
        _ => field.ToString().ToLowerInvariant(),
    };

    public static string WordOf(StepField field) => field switch
    {
        StepField.DependsOn => PartWords.DependsOn,
        StepField.BacksOut => PartWords.BacksOut,
        StepField.Key => PartWords.Key,
        StepField.Title => PartWords.Title,
        StepField.Phase => PartWords.Phase,
        StepField.Change => PartWords.Change,
        StepField.Team => PartWords.Team,
        StepField.Owner => PartWords.Owner,
        _ => PartWords.Minutes,
    };

    public static StepRow Of(int id, ShowRelease.StepShown step) => new(id,
    [
        step.Key, step.Title, Wire.Name(step.Phase), step.Change ?? "", step.Team ?? "", step.Owner?.Name ?? "",
        step.Minutes.ToString(CultureInfo.InvariantCulture), string.Join(' ', step.DependsOn), step.BacksOut ?? "",
    ]);

    /// <summary>What was typed, without what makes no difference. Spaces around a title do.</summary>
    public static string Clean(StepField field, string typed) => field switch
    {
        StepField.Title => typed,
        StepField.Change => typed.Trim().ToUpperInvariant(),
        StepField.DependsOn => string.Join(' ', TypedNames.Of(typed)),
        _ => typed.Trim(),
    };

    public StepRow With(StepField field, string value) =>
        this with { Cells = [.. Cells.Select((cell, place) => place == (int)field ? value : cell)] };

    public bool SaysTheSameAs(StepRow other) => Cells.SequenceEqual(other.Cells);

    public WriteRunbook.StepDraft ToDraft() => new(
        this[StepField.Key], this[StepField.Title], Phase, Given(StepField.Change), Given(StepField.Team), Given(StepField.Owner),
        Minutes, TypedNames.Of(this[StepField.DependsOn]), Given(StepField.BacksOut));

    private string? Given(StepField field) => this[field] is { Length: > 0 } text ? text : null;
}
