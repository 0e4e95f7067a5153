using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Releases.Execution;

namespace Sluice.Releases.Runbooks;

/// <summary>What a runbook would be if it were written now: how long, what sets its end, what it lacks. Nothing is kept.</summary>
/// <remarks>Where it cannot be written at all there is nothing to reckon: figures would be those of what stands, and not of what was asked.</remarks>
public sealed class CheckRunbook(AppDb db, ActOnRelease act, WriteRunbook write, Actor actor, TimeProvider clock)
{
    private static readonly StepPhase[] Needed = [StepPhase.Implement, StepPhase.Verify, StepPhase.BackOut];

    /// <param name="Reasons">Everything that writing it would be refused for, stale or not.</param>
    /// <param name="Cycle">Steps that wait for each other round in a circle, the first once more at the end; the order of the changes counts.</param>
    /// <param name="Minutes">From the first forward step to the last, when all that may run side by side does.</param>
    /// <param name="Critical">The steps that set the end, in their order.</param>
    /// <param name="Begin">Where it is counted from: the start, the interval's begin, or now.</param>
    /// <param name="Finish">Likely end of the last forward step; null without steps.</param>
    /// <param name="Until">The interval's end; null without one.</param>
    /// <param name="BackOutMinutes">To back out all of it, one step after the other.</param>
    public sealed record Response(
        IReadOnlyList<Reason> Reasons, IReadOnlyList<string> Cycle, long Minutes, IReadOnlyList<string> Critical,
        DateTimeOffset Begin, DateTimeOffset? Finish, DateTimeOffset? Until, long BackOutMinutes, IReadOnlyList<ItemLack> Lacks,
        bool HasCommunication);

    /// <summary>What readiness will ask for of a change in vain.</summary>
    public sealed record ItemLack(string Change, IReadOnlyList<StepPhase> Phases);

    public async Task<Outcome<Response>> Handle(string reference, WriteRunbook.Request request, CancellationToken ct)
    {
        // Not tracked: what is done to it here is done to nothing.
        if (await db.ReleaseWithRef(reference).AsNoTracking().SingleOrDefaultAsync(ct) is not { } release)
            return ReleaseReasons.Unknown;
        if (Refusal.For(WriteRunbook.Against(release, actor)) is { } notNow)
            return notNow;
        var now = clock.GetUtcNow();
        var known = await act.Known(release, ct);
        List<Reason> reasons = [.. await write.Wrong(request, release, known, ct)];
        if (release.Write([.. Usable(request.Steps ?? [])], known, actor, now) is { } impossible)
            return impossible;

        var (forecast, precedence) = (new RunForecast(release, now), new Precedence(release));
        var critical = forecast.Critical;
        return new Response(
            reasons, precedence.Cycle(), precedence.Minutes(),
            [.. forecast.Likely.Where(step => critical.Contains(step.Key)).OrderBy(step => step.Value.Begin).Select(step => step.Key)],
            release.StartedAt ?? (release.From is { } from && from > now ? from : now), forecast.LikelyFinish, release.Until,
            release.Runbook.Where(step => step.Plan.IsBackOut).Sum(step => (long)step.Plan.Minutes), [.. Lacks(release)],
            release.Runbook.Any(step => step.Plan.Phase is StepPhase.Communicate));
    }

    /// <summary>What can be reckoned with, of what may be half typed.</summary>
    private static IEnumerable<StepPlan> Usable(IReadOnlyList<WriteRunbook.StepDraft?> drafts) => drafts
        .OfType<WriteRunbook.StepDraft>().Where(step => step is { Key: not null, Phase: not null }).DistinctBy(step => step.Key)
        .Take(RunbookLimits.MostSteps)
        .Select(step => (step with { Minutes = Math.Clamp(step.Minutes ?? 0, 0, RunbookLimits.MostMinutes) }).ToPlan());

    private static IEnumerable<ItemLack> Lacks(Release release)
    {
        var steps = release.Runbook.ToLookup(step => step.Plan.Change, step => step.Plan.Phase);
        foreach (var item in release.Items)
            if (Needed.Except(steps[item.Change]).ToList() is { Count: > 0 } missing)
                yield return new(item.Change, missing);
    }
}
