using System.Text.Json;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Ledger;
using Sluice.Releases.Runbooks;

namespace Sluice.Releases;

/// <summary>The ordered steps, as they are planned.</summary>
internal sealed partial class Release
{
    /// <summary>Before the start this is the plan; after it, a deviation that stays marked as one.</summary>
    public Refusal? Write(IReadOnlyList<StepPlan> plans, GateKnowledge known, Actor manager, DateTimeOffset now)
    {
        var isRunning = ReleaseLifecycle.IsRunning(Status);
        var staff = Implementers;
        var written = new { steps = plans.Select(Facts), before = RunbookDigest().Text };
        if (Become(
                isRunning ? ReleaseFact.DeviationRecorded : ReleaseFact.PlanChanged,
                isRunning ? "release.deviation-recorded" : "release.runbook-written", manager, now, written) is { } refusal)
            return refusal;
        RunbookSequence = NextVersion;
        if (!isRunning)
            VoidItems(manager, now);

        foreach (var (plan, place) in plans.Select((plan, place) => (plan, place)))
            if (Steps.Find(step => step.Key == plan.Key) is not { } step)
                Steps.Add(new(TenantId, Id, place, plan, isRunning));
            else if (step.IsDropped || !step.Plan.SaysTheSameAs(plan))
                step.Say(plan, place, isRunning);
            else
                step.MoveTo(place);
        foreach (var left in Runbook.Where(step => plans.All(plan => plan.Key != step.Key)).ToList())
            left.Drop();
        DeclareStaff(staff, known, now);
        if (isRunning)
            Settle(manager, now);
        return null;
    }

    /// <summary>Takes away what the steps are called, once the history does not say it any more.</summary>
    public void ForgetRunbook()
    {
        foreach (var step in Runbook)
            step.Say(step.Plan with { Title = Redacted }, step.Place, step.IsDeviation);
    }

    /// <summary>What "go" signs: SHA-256 over RFC 8785 canonical JSON of interval, items and steps.</summary>
    public Digest RunbookDigest() => Digest.Of(JsonSerializer.SerializeToNode(
        new
        {
            interval = PlannedInterval,
            items = Items.Select(item => new { item.Change, item.Order, dependsOn = item.DependsOn.Order(StringComparer.Ordinal) }),
            steps = Runbook.Select(step => step.Plan),
        },
        Wire.Json)!);

    private static object Facts(StepPlan plan) => new
    {
        plan.Key, title = new FreeText(plan.Title), plan.Phase, plan.Change, plan.Team, plan.Owner, plan.Minutes, plan.DependsOn,
        plan.BacksOut,
    };
}
