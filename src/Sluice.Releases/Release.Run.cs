using Sluice.Handover;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Ledger;
using Sluice.Releases.Runbooks;

namespace Sluice.Releases;

/// <summary>From the start to the close.</summary>
internal sealed partial class Release
{
    public Refusal? Start(string? reason, GateKnowledge known, Actor manager, DateTimeOffset now)
    {
        if (Become(ReleaseFact.Started, "release.started", manager, now, new
        {
            runbook = RunbookDigest().Text, reason = Said(reason),
            authorized = Items.Select(item => new { item.Change, digest = known[item.Change]!.Authorization?.Digest.Text }),
        }) is { } refusal)
            return refusal;
        StartedAt = now;
        foreach (var item in Items)
            Move(item.Change, ItemFact.Started, manager, now, known[item.Change]!.Snapshot.Version);
        return null;
    }

    public Refusal? Suspend(string? reason, Actor manager, DateTimeOffset now) =>
        Become(ReleaseFact.SuspensionPlaced, "release.suspended", manager, now, new { reason = Said(reason) });

    public Refusal? Resume(string? reason, Actor manager, DateTimeOffset now)
    {
        var refusal = Become(ReleaseFact.Resumed, "release.resumed", manager, now, new { reason = Said(reason) });
        if (refusal is null)
            Settle(manager, now);
        return refusal;
    }

    /// <summary>Starting, completing, failing or leaving out one step.</summary>
    public void Advance(
        RunbookStep step, StepFact fact, string? notes, IReadOnlyList<string> evidence, GateKnowledge? known, Actor doer,
        DateTimeOffset now)
    {
        var (before, staff) = (step.Status, Implementers);
        step.Become(fact, doer.Account, now);
        step.Keep(evidence);
        UpdatedAt = now;
        Acted(doer, "step." + Words(fact), now, new
        {
            step = step.Key, step.Plan.Change, step.Plan.Phase, status = new { before, after = step.Status }, notes = Said(notes),
            evidence, step.IsDeviation,
        });
        if (known is not null)
            DeclareStaff(staff, known, now);
        if (fact is StepFact.Completed && step.Plan.BacksOut is { } reversed)
            Reverse(reversed, now);
        Settle(doer, now);
    }

    public void Validate(ReleaseItem item, bool passed, string notes, Actor validator, DateTimeOffset now)
    {
        Acted(validator, "release.item-validated", now, new { item.Change, passed, notes = new FreeText(notes) });
        UpdatedAt = now;
        Move(item.Change, passed ? ItemFact.ValidationPassed : ItemFact.ValidationFailed, validator, now);
        Replace(Item(item.Change)!, Item(item.Change)! with { ValidatedBy = validator.Account });
        Report(item.Change, validator, now);
    }

    public Refusal? Close(CloseOutcome outcome, string notes, Actor manager, DateTimeOffset now)
    {
        var fact = outcome switch
        {
            CloseOutcome.Successful => ReleaseFact.ClosedSuccessful,
            CloseOutcome.SuccessfulWithIssues => ReleaseFact.ClosedWithIssues,
            CloseOutcome.BackedOut => ReleaseFact.ClosedBackedOut,
            _ => ReleaseFact.ClosedFailed,
        };
        if (Become(fact, "release.closed", manager, now, new { outcome, notes = new FreeText(notes) }) is { } refusal)
            return refusal;
        foreach (var item in Items)
            Report(item.Change, manager, now);
        return null;
    }

    /// <summary>No step is left to do, and nothing that failed is left as it is.</summary>
    public bool HasWorkLeft => Runbook.Any(IsInTheWay);

    public bool HasBegun(string change) => StepsOf(change).Any(step => step.HasBegun);

    /// <summary>Whoever waits for it still waits: it is open, or it failed and nobody has ordered that it be backed out.</summary>
    public bool IsInTheWay(RunbookStep step) => step.IsOpen || (step.Status is StepStatus.Failed && !IsHandled(step));

    /// <summary>Left out, it would leave a change "implemented" of which nothing was.</summary>
    public bool IsLastToImplement(RunbookStep step) => step.Plan.Phase is StepPhase.Implement
        && Item(step.Plan.Change) is { IsBackingOut: false } item
        && !StepsOf(item.Change).Any(other => other != step && other.Plan.Phase is StepPhase.Implement
            && other.Status is not (StepStatus.Skipped or StepStatus.BackedOut));

    /// <summary>Draws the conclusions from what the steps say, for each item and for the whole.</summary>
    private void Settle(Actor actor, DateTimeOffset now)
    {
        foreach (var change in Items.Select(item => item.Change).ToList())
            Settle(change, actor, now);
        if (!HasWorkLeft && ReleaseLifecycle.After(Status, ReleaseFact.WorkEnded) is not null)
            Become(ReleaseFact.WorkEnded, "release.work-ended", actor, now, new { });
    }

    private void Settle(string change, Actor actor, DateTimeOffset now)
    {
        var steps = StepsOf(change).ToList();
        if (Item(change)!.IsBackingOut)
        {
            var reversing = steps.Where(step => step.Plan.IsBackOut).ToList();
            if (reversing.Any(step => step.Status is StepStatus.Failed))
                Move(change, ItemFact.StepFailed, actor, now);
            if (reversing.Any(step => step.IsOpen || step.Status is StepStatus.Failed))
                return;
            Move(change, ItemFact.BackedOut, actor, now);
            Report(change, actor, now);
            return;
        }
        var forward = steps.Where(step => !step.Plan.IsBackOut).ToList();
        var fact = forward.Any(step => step.Status is StepStatus.Failed) ? ItemFact.StepFailed
            : forward.All(step => step.IsEnded) ? ItemFact.StepsEnded
            : Item(change)!.Status is DeliveryStatus.Failed ? ItemFact.StepRetried
            : ItemFact.StepsReopened;
        Move(change, fact, actor, now);
        if (fact is ItemFact.StepRetried && forward.All(step => step.IsEnded))
            Move(change, ItemFact.StepsEnded, actor, now);
    }

    /// <summary>Its item, or everything, is being backed out or has been.</summary>
    private bool IsHandled(RunbookStep failed) => !failed.Plan.IsBackOut
        && (failed.Plan.Change is { } change && Item(change) is { } item ? item.IsBackingOut : IsBackingOutAll);

    private static string Words(StepFact fact) => fact switch
    {
        StepFact.Started => "started",
        StepFact.Completed => "completed",
        StepFact.NotCompleted => "failed",
        _ => "skipped",
    };

    private static FreeText? Said(string? text) => string.IsNullOrEmpty(text) ? null : new FreeText(text);
}

/// <summary>How a release ended, as its manager sees it.</summary>
public enum CloseOutcome { Successful, SuccessfulWithIssues, BackedOut, Failed }
