using System.Globalization;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Releases;
using Sluice.Releases.Runbooks;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Parts;

/// <summary>The steps that readiness asks for, where a runbook has none: to be filled in, not to be run as they are.</summary>
public static class SkeletonSteps
{
    /// <param name="items">In their order.</param>
    /// <param name="minutes">For each new step, as it was typed.</param>
    public static RunbookDraft WithSteps(this RunbookDraft draft, IEnumerable<ShowRelease.ItemShown> items, string minutes)
    {
        foreach (var item in items)
            draft = draft.For(item, minutes);
        if (draft.Rows.Any(row => row.Phase is StepPhase.Communicate))
            return draft;
        return draft.AddInPhase(StepPhase.Communicate, RunbookDraft.Cells(
            draft.FreeKey("communicate"), PartWords.TellThoseConcernedHowItWent, Wire.Name(StepPhase.Communicate), "", minutes,
            string.Join(' ', draft.Rows.Where(row => row.Phase is StepPhase.Verify).Select(row => row.Key))));
    }

    private static RunbookDraft For(this RunbookDraft draft, ShowRelease.ItemShown item, string minutes)
    {
        if (draft.Last(item, StepPhase.Implement) is null)
            draft = draft.Add(item, StepPhase.Implement, PartWords.ImplementChange, minutes);
        var implement = draft.Last(item, StepPhase.Implement)!.Key;
        if (draft.Last(item, StepPhase.Verify) is null)
            draft = draft.Add(item, StepPhase.Verify, PartWords.VerifyChange, minutes, dependsOn: implement);
        if (draft.Last(item, StepPhase.BackOut) is null)
            draft = draft.Add(item, StepPhase.BackOut, PartWords.BackOutChange, minutes, backsOut: implement);
        return draft;
    }

    private static StepRow? Last(this RunbookDraft draft, ShowRelease.ItemShown item, StepPhase phase) =>
        draft.Rows.LastOrDefault(row => row.Phase == phase && row[StepField.Change] == item.Change);

    private static RunbookDraft Add(
        this RunbookDraft draft, ShowRelease.ItemShown item, StepPhase phase, string title, string minutes, string dependsOn = "",
        string backsOut = "") => draft.AddInPhase(phase, RunbookDraft.Cells(
            draft.FreeKey($"{Wire.Name(phase)}-{item.Change}"), Cut(Sentence.Of(title, item.Title)), Wire.Name(phase), item.Change, minutes,
            dependsOn, backsOut));

    // Not in the middle of what people see as one character.
    private static string Cut(string title)
    {
        if (title.Length <= Input.LongestTitle)
            return title;
        var starts = StringInfo.ParseCombiningCharacters(title);
        return title[..starts.Last(start => start <= Input.LongestTitle)];
    }
}
