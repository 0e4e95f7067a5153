using Sluice.Web.Words;

namespace Sluice.Web.Pages.Parts;

/// <summary>What somebody else wrote into a runbook while it was being edited, step by step; and both together.</summary>
public static class RunbookMeanwhile
{
    private static string Whole => PartWords.TheStep;

    /// <param name="IsMineToo">The editor has altered the same; theirs is not taken over what was typed.</param>
    public sealed record Step(string Key, string What, string Before, string Now, bool IsMineToo);

    public static IReadOnlyList<Step> Between(RunbookDraft began, RunbookDraft now, RunbookDraft mine)
    {
        var (before, after, typed) = (began.ByKey(), now.ByKey(), mine.ByKey());
        List<Step> found =
        [
            .. now.Rows.Where(row => !before.ContainsKey(row.Key)).Select(row => new Step(
                row.Key, Whole, "", Short(row), typed.GetValueOrDefault(row.Key) is { } own && !own.SaysTheSameAs(row))),
            .. began.Rows.Where(row => !after.ContainsKey(row.Key)).Select(row => new Step(
                row.Key, Whole, Short(row), "", typed.GetValueOrDefault(row.Key) is { } own && !own.SaysTheSameAs(row))),
        ];
        foreach (var row in now.Rows)
            if (before.GetValueOrDefault(row.Key) is { } old)
                found.AddRange(StepRow.Fields.Where(field => old[field] != row[field]).Select(field => new Step(
                    row.Key, StepRow.WordOf(field).ToLowerInvariant(), old[field], row[field],
                    typed.GetValueOrDefault(row.Key) is { } own && own[field] != old[field] && own[field] != row[field])));
        if (found.Count == 0 && !began.Rows.Select(row => row.Key).SequenceEqual(now.Rows.Select(row => row.Key)))
            found.Add(new("", PartWords.TheOrderOfTheSteps, "", "", IsMineToo: false));
        return found;
    }

    /// <summary>What was typed, with all that somebody else altered where nothing was typed over it.</summary>
    public static RunbookDraft Together(RunbookDraft began, RunbookDraft now, RunbookDraft mine)
    {
        var (before, after) = (began.ByKey(), now.ByKey());
        var kept = mine.Rows.Where(row => after.ContainsKey(row.Key) || !before.TryGetValue(row.Key, out var old) || !old.SaysTheSameAs(row))
            .Select(row => before.TryGetValue(row.Key, out var old) && after.TryGetValue(row.Key, out var theirs)
                ? row with { Cells = [.. StepRow.Fields.Select(field => row[field] == old[field] ? theirs[field] : row[field])] }
                : row).ToList();
        var next = mine.Rows.Select(row => row.Id).DefaultIfEmpty(-1).Max() + 1;
        var known = mine.Rows.Select(row => row.Key).ToHashSet();
        foreach (var (row, place) in now.Rows.Select((row, place) => (row, place)).Where(step => !known.Contains(step.row.Key) && !before.ContainsKey(step.row.Key)))
        {
            // Behind the same step as in what they wrote.
            var leader = place == 0 ? -1 : kept.FindIndex(other => other.Key == now.Rows[place - 1].Key);
            kept.Insert(place > 0 && leader < 0 ? kept.Count : leader + 1, row with { Id = next++ });
        }
        return new(kept);
    }

    private static string Short(StepRow row) => string.Join(", ", new[]
    {
        row[StepField.Title], row[StepField.Phase], row[StepField.Change], Sentence.Of(PartWords.InMin, row[StepField.Minutes]),
    }.Where(part => part.Length > 0));
}
