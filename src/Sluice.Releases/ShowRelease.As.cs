using Sluice.Kernel.History;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Releases.Execution;
using Sluice.Releases.Readiness;
using Sluice.Releases.Runbooks;
using Sluice.Releases.Validation;

namespace Sluice.Releases;

public sealed partial class ShowRelease
{
    internal static Response As(Release release, StepAsker asker, IReadOnlyList<ReadinessCheck> checks, DateTimeOffset now)
    {
        var actions = ActionsOf(release, asker.Actor, checks, now);
        return new(
            release.Ref, release.Title, release.Goal, release.Status, release.Window, release.From, release.Until, release.Zone,
            release.Systems, [.. release.Items.Select(item => As(item, release, asker, now))],
            [.. release.Runbook.Select(step => As(step, asker, now))], release.RunbookDigest().Text, release.GoBy,
            release.Implementers, asker.Precedence.Minutes(), release.CreatedBy, release.CreatedAt, release.UpdatedAt,
            release.StartedAt, release.EndedAt, actions.Allowed, actions.Refused, release.Version);
    }

    private static Actions ActionsOf(
        Release release, Actor viewer, IReadOnlyList<ReadinessCheck> checks, DateTimeOffset now) => Actions.Of(
    [
        ("edit", EditRelease.Against(release, viewer)),
        ("items", AddItem.Against(release, viewer)),
        ("order", AddItem.Planning(release, viewer)),
        ("runbook", WriteRunbook.Against(release, viewer)),
        ("schedule", ScheduleRelease.Against(release, viewer)),
        ("go", DecideRelease.AgainstGo(release, viewer, checks)),
        ("no-go", DecideRelease.AgainstNoGo(release, viewer)),
        ("start", StartRelease.Against(release, viewer, checks, now)),
        ("suspend", SuspendRelease.Against(release, viewer)),
        ("resume", ResumeRelease.Against(release, viewer)),
        ("back-out", BackOutRelease.Against(release, viewer)),
        ("validate", AgainstValidating(release, viewer)),
        ("close", CloseRelease.Against(release, viewer)),
        ("cancel", CancelRelease.Against(release, viewer)),
        ("comments", AddComment.Against(viewer)),
    ]);

    /// <summary>Nothing speaks against it as long as one of the items can be validated.</summary>
    private static List<Reason> AgainstValidating(Release release, Actor viewer)
    {
        var each = release.Items.Select(item => ValidateItem.Against(release, item, viewer).ToList()).ToList();
        return each.Count == 0 ? [ReleaseReasons.NotFrom(release.Status)]
            : each.Any(reasons => reasons.Count == 0) ? []
            : [.. each.SelectMany(reasons => reasons)];
    }

    private static ItemShown As(ReleaseItem item, Release release, StepAsker asker, DateTimeOffset now)
    {
        var known = asker.Gate[item.Change]!;
        var actions = Actions.Of([("validate", ValidateItem.Against(release, item, asker.Actor))]);
        var isAuthorized = known.IsAuthorized(now);
        return new(
            item.Change, known.Snapshot.Title ?? "", known.Snapshot.Status, item.Status, isAuthorized, known.Snapshot.Revision,
            known.Snapshot.Digest.Text, isAuthorized ? known.Authorization!.Conditions ?? [] : [], item.Risk, item.Systems,
            known.Snapshot.Requester, item.Order, item.DependsOn, item.Needs,
            item.IsBackingOut, item.Result, item.ValidatedBy, actions.Allowed, actions.Refused);
    }

    private static StepShown As(RunbookStep step, StepAsker asker, DateTimeOffset now)
    {
        // What is over needs no explanation of why it cannot be done again; 200 steps would make a page of it.
        var canMove = step.Status is StepStatus.Pending or StepStatus.InProgress or StepStatus.Failed
            && ReleaseLifecycle.IsRunning(asker.Release.Status);
        var actions = Actions.Of(canMove
            ? StepActs.All.Where(act => StepLifecycle.After(step.Status, act.Fact) is not null)
                .Select(act => (act.Action, StepRules.Against(step, act.Fact, asker, now)))
            : []);
        var plan = step.Plan;
        return new(
            step.Key, plan.Title, plan.Phase, plan.Change, plan.Team, plan.Owner, plan.Minutes, plan.DependsOn, plan.BacksOut,
            step.Status, step.StartedAt, step.EndedAt, step.Doers, step.Evidence, step.Turn, step.IsDeviation, StepRules.IsTheirs(step, asker),
            actions.Allowed, actions.Refused, step.Version);
    }
}
