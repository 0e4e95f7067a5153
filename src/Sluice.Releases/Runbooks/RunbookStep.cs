using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Kernel.Tenancy;

namespace Sluice.Releases.Runbooks;

public enum StepPhase { Prepare, Implement, Verify, Communicate, Decide, BackOut }

/// <summary>What a step says: part of what "go" signs.</summary>
/// <param name="Change">The change it belongs to; null for a step of the release as a whole.</param>
/// <param name="Minutes">Planned.</param>
/// <param name="DependsOn">Keys of steps that have to end first.</param>
/// <param name="BacksOut">For a back-out step: the step that it reverses.</param>
internal sealed record StepPlan(
    string Key, string Title, StepPhase Phase, string? Change, string? Team, Account? Owner, int Minutes,
    IReadOnlyList<string> DependsOn, string? BacksOut)
{
    public bool IsBackOut => Phase is StepPhase.BackOut;

    /// <summary>Whoever does it implements: what is prepared, implemented or backed out alters production.</summary>
    public bool IsImplementing => Phase is StepPhase.Prepare or StepPhase.Implement or StepPhase.BackOut;

    public bool SaysTheSameAs(StepPlan other) => this with { DependsOn = [] } == other with { DependsOn = [] }
        && DependsOn.ToHashSet().SetEquals(other.DependsOn);
}

/// <summary>One step of a runbook and how far it has come. Its acts stand in its release's history.</summary>
internal sealed class RunbookStep : ITenantOwned, IVersioned
{
    private RunbookStep() => (Key, Plan) = (null!, null!);

    public RunbookStep(TenantId tenant, ReleaseId release, int place, StepPlan plan, bool isDeviation)
    {
        (TenantId, ReleaseId, Key) = (tenant, release, plan.Key);
        Plan = plan;
        Say(plan, place, isDeviation);
        Status = plan.IsBackOut ? StepStatus.Standby : StepStatus.Pending;
    }

    public TenantId TenantId { get; private set; }
    public ReleaseId ReleaseId { get; private set; }
    public string Key { get; private set; }

    /// <summary>Counts what happened to this step alone.</summary>
    public long Version { get; private set; }

    /// <summary>Where it stands in the runbook, from 0.</summary>
    public int Place { get; private set; }

    public StepPlan Plan { get; private set; }
    public StepStatus Status { get; private set; }
    public DateTimeOffset? StartedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Who has had a hand in it; with its owner, who implements.</summary>
    public IReadOnlyList<Account> Doers { get; private set; } = [];

    /// <summary>SHA-256 of what was kept with it.</summary>
    public IReadOnlyList<string> Evidence { get; private set; } = [];

    /// <summary>Added or changed after the start: not what "go" signed.</summary>
    public bool IsDeviation { get; private set; }

    /// <summary>Its turn in a back-out, from 1: the reverse of the order in which things were done.</summary>
    public int? Turn { get; private set; }

    /// <summary>Left out of the runbook since; its row stays, as nothing is deleted.</summary>
    public bool IsDropped { get; private set; }

    public bool HasBegun => StartedAt is not null;

    public bool IsOpen => Status is StepStatus.Pending or StepStatus.InProgress;

    /// <summary>Those who depend on it may begin.</summary>
    public bool IsEnded => Status is StepStatus.Done or StepStatus.Skipped;

    public void Say(StepPlan plan, int place, bool isDeviation)
    {
        (Plan, Place, IsDropped) = (plan, place, false);
        IsDeviation |= isDeviation;
        Version++;
    }

    public void MoveTo(int place) => Place = place;

    public void Drop()
    {
        IsDropped = true;
        // The history has what it said, and there it can be redacted.
        Plan = Plan with { Title = "" };
        Version++;
    }

    public void Become(StepFact fact, Account? by, DateTimeOffset now)
    {
        Status = StepLifecycle.After(Status, fact)
            ?? throw new InvalidOperationException($"A step that is {Status} cannot be {fact}.");
        Version++;
        if (by is { } doer && fact is not StepFact.LeftOut && !Doers.Contains(doer))
            Doers = [.. Doers, doer];
        if (fact is StepFact.Started)
            (StartedAt, EndedAt) = (now, null);
        else if (fact is not StepFact.CalledUp)
            EndedAt = now;
    }

    public void Keep(IReadOnlyList<string> evidence) => Evidence = [.. Evidence.Union(evidence)];

    public void Queue(int turn) => Turn = turn;
}
