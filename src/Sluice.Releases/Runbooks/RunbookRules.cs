using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Production.Systems;
using Sluice.Scheduling;

namespace Sluice.Releases.Runbooks;

/// <summary>What a runbook names that exists.</summary>
internal sealed record RunbookNames(
    IReadOnlyDictionary<string, TeamKnown> Teams, IReadOnlyDictionary<Account, PersonKnown> People);

/// <summary>Everything that can be wrong with a runbook as it is written.</summary>
internal static class RunbookRules
{
    public static IEnumerable<Reason> Against(
        WriteRunbook.Request request, Release release, RunbookNames names, FourEyes fourEyes)
    {
        if (request.Steps is null)
            return [Reason.Invalid("steps.missing", "Name the steps; an empty list is a runbook without any.", "/steps")];
        if (request.Steps.Count > RunbookLimits.MostSteps)
            return [Reason.Invalid("list.too-long", $"At most {RunbookLimits.MostSteps} steps.", "/steps")];
        var keys = request.Steps.Select(step => step?.Key).OfType<string>().ToHashSet();
        return
        [
            .. Input.List("/steps", request.Steps, (at, step) => Step(at, step, request, keys, release, names)),
            .. Twice(request.Steps),
            .. Circle(request),
            .. request.Steps.OfType<WriteRunbook.StepDraft>().SelectMany((step, place) => Begun($"/steps/{place}", step, release)),
            .. LeftOut(keys, release),
            .. ReleaseLifecycle.IsRunning(release.Status) ? Deviations(request.Steps, release) : [],
            .. request.Steps.SelectMany((step, place) => step is { Phase: not null, Owner: { } owner }
                ? fourEyes.Against(new(owner), step.ToPlan()).Select(reason => reason with { Pointer = $"/steps/{place}/owner" }) : []),
        ];
    }

    private static IEnumerable<Reason> Step(
        string at, WriteRunbook.StepDraft step, WriteRunbook.Request request, HashSet<string> keys, Release release,
        RunbookNames names) =>
    [
        .. Input.Key(at + "/key", step.Key),
        .. Input.Text(at + "/title", step.Title, Input.LongestTitle, required: true),
        .. step.Phase is null ? (Reason[])[Reason.Invalid("step.phase-missing", "Say which phase the step belongs to.", at + "/phase")] : [],
        .. step.Change is { } change && release.Item(change) is null
            ? (Reason[])[Reason.Invalid("step.change-unknown", "The release does not hold this change.", at + "/change")] : [],
        .. step.Team is { } team && !names.Teams.ContainsKey(team)
            ? (Reason[])[Reason.Invalid("team.unknown", "There is no such team.", at + "/team")] : [],
        .. step.Owner is { } owner && !names.People.ContainsKey(new(owner))
            ? (Reason[])[Reason.Invalid("person.unknown", "There is no such person.", at + "/owner")] : [],
        .. step.Minutes is null or < 0 or > RunbookLimits.MostMinutes
            ? (Reason[])[Reason.Invalid("step.minutes", $"From 0 to {RunbookLimits.MostMinutes} minutes.", at + "/minutes")] : [],
        .. Input.List(at + "/dependsOn", step.DependsOn, (place, key) => keys.Contains(key)
            ? [] : [Reason.Invalid("step.unknown", "The runbook has no such step.", place)]),
        .. BacksOut(at + "/backsOut", step, request),
    ];

    private static IEnumerable<Reason> BacksOut(string at, WriteRunbook.StepDraft step, WriteRunbook.Request request)
    {
        if (step.BacksOut is null)
            yield break;
        var reversed = request.Steps!.FirstOrDefault(other => other?.Key == step.BacksOut);
        if (step.Phase is not StepPhase.BackOut)
            yield return Reason.Invalid("step.backs-out-phase", "Only a back-out step reverses another.", at);
        if (reversed is null)
            yield return Reason.Invalid("step.unknown", "The runbook has no such step.", at);
        else if (reversed.Phase is StepPhase.BackOut)
            yield return Reason.Invalid("step.backs-out-back-out", "A back-out step is not backed out in turn.", at);
        else if (reversed.Change != step.Change)
            yield return Reason.Invalid("step.backs-out-other", "It belongs to the same change as the step that it reverses.", at);
    }

    private static IEnumerable<Reason> Twice(IReadOnlyList<WriteRunbook.StepDraft?> steps) => steps
        .Select((step, place) => (step?.Key, Place: place)).Where(step => step.Key is not null).GroupBy(step => step.Key)
        .SelectMany(same => same.Skip(1).Select(again =>
            Reason.Invalid("step.twice", $"The key {same.Key} is used more than once.", $"/steps/{again.Place}/key")));

    private static IEnumerable<Reason> Circle(WriteRunbook.Request request)
    {
        var waits = request.Steps!.OfType<WriteRunbook.StepDraft>().Where(step => step.Key is not null)
            .DistinctBy(step => step.Key).ToDictionary(step => step.Key!, step => (IReadOnlyList<string>)[.. (step.DependsOn ?? []).OfType<string>()]);
        if (new PrecedenceGraph(waits).Cycle is { Count: > 0 } cycle)
            yield return Reason.Invalid(
                "step.dependency-cycle", $"Each waits for the next: {string.Join(" → ", cycle)}.",
                $"/steps/{request.Steps!.TakeWhile(step => step?.Key != cycle[0]).Count()}/dependsOn");
    }

    private static IEnumerable<Reason> Begun(string at, WriteRunbook.StepDraft draft, Release release)
    {
        if (draft.Key is { } key && release.Step(key) is { HasBegun: true } step && draft.Phase is not null
            && !step.Plan.SaysTheSameAs(draft.ToPlan()))
            yield return Reason.Conflict("step.begun", $"Step {key} has begun; what it says stands.", at);
    }

    /// <summary>After the start nothing is added to what has ended, and no change is left without a step that implements it.</summary>
    private static IEnumerable<Reason> Deviations(IReadOnlyList<WriteRunbook.StepDraft?> drafts, Release release)
    {
        var steps = drafts.OfType<WriteRunbook.StepDraft>().Where(step => step.Phase is not null).ToList();
        foreach (var (step, place) in steps.Select((step, place) => (step, place)))
            if (step.Phase is not StepPhase.BackOut && release.Item(step.Change) is { HasEnded: true } item
                && (step.Key is null || release.Step(step.Key)?.Plan.SaysTheSameAs(step.ToPlan()) is not true))
                yield return ReleaseReasons.ItemEnded(item, $"/steps/{place}");
        foreach (var item in release.Items.Where(item => !item.IsBackingOut))
            if (!steps.Any(step => step.Phase is StepPhase.Implement && step.Change == item.Change
                    && (step.Key is null || release.Step(step.Key)?.Status is not StepStatus.Skipped)))
                yield return Reason.Conflict(
                    "step.last-to-implement", $"Nothing of {item.Change} would be implemented. Back the change out instead.", "/steps");
    }

    private static IEnumerable<Reason> LeftOut(HashSet<string> keys, Release release) => release.Runbook
        .Where(step => step.Status is not (StepStatus.Pending or StepStatus.Standby) && !keys.Contains(step.Key))
        .Select(step => Reason.Conflict("step.begun", $"Step {step.Key} has begun; it cannot be left out any more.", "/steps"));
}
