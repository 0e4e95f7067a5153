using Sluice.Handover;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Ledger;
using Sluice.Releases.Runbooks;

namespace Sluice.Releases;

/// <summary>Reversing what was done: one item, or all of it.</summary>
internal sealed partial class Release
{
    /// <summary>Everything is being backed out, or has been.</summary>
    public bool IsBackingOutAll { get; private set; }

    public Refusal? BackOut(ReleaseItem item, string reason, Actor manager, DateTimeOffset now)
    {
        if (Become(ReleaseFact.WorkReopened, "release.item-back-out-ordered", manager, now,
                new { item.Change, reason = new FreeText(reason) }) is { } refusal)
            return refusal;
        Replace(item, item with { IsBackingOut = true });
        CallUp([.. StepsOf(item.Change)], now);
        Settle(manager, now);
        return null;
    }

    public Refusal? BackOutAll(string reason, Actor manager, DateTimeOffset now)
    {
        if (Become(ReleaseFact.BackOutOrdered, "release.back-out-ordered", manager, now, new { reason = new FreeText(reason) })
            is { } refusal)
            return refusal;
        IsBackingOutAll = true;
        Items = [.. Items.Select(item => item.Status is DeliveryStatus.BackedOut ? item : item with { IsBackingOut = true })];
        CallUp([.. Runbook], now);
        Settle(manager, now);
        return null;
    }

    /// <summary>
    /// What is under way is interrupted, what has not begun is left out, and the back-out partners of what was done get their turn
    /// in the reverse of the order in which it was done. Back-out steps that reverse no single step come after them.
    /// </summary>
    private void CallUp(IReadOnlyList<RunbookStep> steps, DateTimeOffset now)
    {
        var called = WouldCallUp(steps);
        foreach (var step in steps.Where(step => !step.Plan.IsBackOut && step.IsOpen))
            step.Become(step.Status is StepStatus.Pending ? StepFact.LeftOut : StepFact.Interrupted, null, now);
        var turn = Runbook.Max(step => step.Turn) ?? 0;
        foreach (var step in called)
        {
            step.Become(StepFact.CalledUp, null, now);
            step.Queue(++turn);
        }
    }

    /// <summary>Which back-out steps that would be if these steps were backed out now, in the order of their turns.</summary>
    public IReadOnlyList<RunbookStep> WouldCallUp(IReadOnlyList<RunbookStep> steps)
    {
        var done = steps.Where(step => !step.Plan.IsBackOut && step.Status is StepStatus.Done or StepStatus.InProgress or StepStatus.Failed)
            .OrderByDescending(step => step.Status is StepStatus.InProgress)
            .ThenByDescending(step => step.EndedAt).ThenByDescending(step => step.StartedAt).ThenByDescending(step => step.Place)
            .ToList();
        var standing = Runbook.Where(step => step.Status is StepStatus.Standby).ToList();
        return
        [
            .. done.SelectMany(step => standing.Where(partner => partner.Plan.BacksOut == step.Key)),
            .. steps.Where(step => step.Status is StepStatus.Standby && step.Plan.BacksOut is null
                && done.Any(other => step.Plan.Change is null || other.Plan.Change == step.Plan.Change)),
        ];
    }

    /// <summary>A step is backed out once everything that reverses it is done.</summary>
    private void Reverse(string key, DateTimeOffset now)
    {
        if (Runbook.Where(step => step.Plan.BacksOut == key).All(step => step.Status is StepStatus.Done or StepStatus.Skipped)
            && Step(key) is { } reversed && StepLifecycle.After(reversed.Status, StepFact.Reversed) is not null)
            reversed.Become(StepFact.Reversed, null, now);
    }
}
