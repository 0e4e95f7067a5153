using Sluice.Releases;

namespace Sluice.Web.Pages.Parts;

/// <summary>The runbook of an earlier release, for the changes of this one.</summary>
public static class TakenOver
{
    /// <summary>The steps of that change are left out.</summary>
    public const string LeftOut = "-";

    /// <summary>Its changes that steps belong to, in the order in which they are met.</summary>
    public static IReadOnlyList<string> Changes(IEnumerable<ShowRelease.StepShown> steps) =>
        [.. steps.Select(step => step.Change).OfType<string>().Distinct()];

    /// <param name="onto">For each change of the earlier release one of this one, none yet, or <see cref="LeftOut"/>.</param>
    /// <remarks>
    /// Where a key or a title names the old change it names the new one afterwards; a key that is in use gets a number, and whoever
    /// waited for it waits for the new key.
    /// </remarks>
    public static RunbookDraft With(
        this RunbookDraft draft, IReadOnlyList<ShowRelease.StepShown> steps, Func<string, string> onto)
    {
        var taken = RunbookDraft.Of(steps).Rows.Where(row => Onto(row) is not LeftOut).ToList();
        var keys = new Dictionary<string, string>();
        var grown = draft;
        foreach (var row in taken)
        {
            var key = grown.FreeKey(Renamed(row.Key, row));
            keys[row.Key] = key;
            grown = grown.Take([row.With(StepField.Key, key)], replace: false);
        }
        return draft.Take(taken.Select(Here), replace: false);

        string? Onto(StepRow row) => row[StepField.Change] is { Length: > 0 } change ? onto(change) : null;

        string Renamed(string text, StepRow row) => Onto(row) is { Length: > 0 } change
            ? text.Replace(row[StepField.Change], change, StringComparison.Ordinal) : text;

        StepRow Here(StepRow row) => row
            .With(StepField.Key, keys[row.Key])
            .With(StepField.Title, Renamed(row[StepField.Title], row))
            .With(StepField.DependsOn, string.Join(' ', TypedNames.Of(row[StepField.DependsOn]).Select(keys.GetValueOrDefault).OfType<string>()))
            .With(StepField.BacksOut, keys.GetValueOrDefault(row[StepField.BacksOut], ""))
            .With(StepField.Change, Onto(row) ?? "");
    }
}
