using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Production.Calendar;
using Sluice.Production.Systems;
using Sluice.Releases.Readiness;
using Sluice.Releases.Runbooks;

namespace Sluice.Releases.Execution;

/// <summary>Who is asking, with what has to be known to answer for every step of a release.</summary>
/// <param name="Window">Null for an interval of its own.</param>
/// <param name="Freezes">In force at this moment.</param>
internal sealed record StepAsker(
    Release Release, Actor Actor, IReadOnlyDictionary<string, TeamKnown> Teams, GateKnowledge Gate, FourEyes FourEyes,
    Precedence Precedence, WindowKnown? Window, IReadOnlyList<FreezeKnown> Freezes);

/// <summary>Everything that can speak against an act on one step.</summary>
internal static class StepRules
{
    public static IEnumerable<Reason> Against(RunbookStep step, StepFact fact, StepAsker asker, DateTimeOffset now)
    {
        var release = asker.Release;
        if (StepLifecycle.After(step.Status, fact) is null)
            yield return Reason.Conflict("step.not-in-status", $"Not possible while the step is {Wire.Words(step.Status)}.");
        if (!Allows(release.Status, step, fact))
            yield return ReleaseReasons.NotFrom(release.Status);
        if (!IsTheirs(step, asker))
            yield return Reason.Forbidden("step.not-yours", $"This is a step of {Whose(step)}.");
        if (fact is StepFact.LeftOut && release.IsLastToImplement(step))
            yield return Reason.Conflict("step.last-to-implement",
                $"Without it nothing of {step.Plan.Change} would be implemented. Back the change out instead.");
        if (fact is not StepFact.LeftOut)
            foreach (var reason in asker.FourEyes.Against(asker.Actor.Account, step.Plan))
                yield return reason with { Kind = ReasonKind.Forbidden };
        if (fact is not StepFact.Started)
            yield break;
        foreach (var reason in Waits(step, asker))
            yield return reason;
        foreach (var reason in Ended(step, asker.Release))
            yield return reason;
        foreach (var reason in FirstOfItem(step, asker, now))
            yield return reason;
    }

    /// <summary>A suspended release finishes what is under way and begins nothing.</summary>
    private static bool Allows(ReleaseStatus status, RunbookStep step, StepFact fact) => fact switch
    {
        StepFact.Completed or StepFact.NotCompleted =>
            status is ReleaseStatus.Executing or ReleaseStatus.Suspended or ReleaseStatus.BackingOut,
        _ => status is ReleaseStatus.Executing || (status is ReleaseStatus.BackingOut && step.Plan.IsBackOut),
    };

    /// <summary>Whether it is for them to do, now or in its turn.</summary>
    public static bool IsTheirs(RunbookStep step, StepAsker asker) => step.Plan.Owner == asker.Actor.Account
        || (step.Plan.Team is { } key && asker.Actor.Roles.Any(ReleaseRoles.Doers.Contains)
            && asker.Teams.GetValueOrDefault(key)?.Members.Contains(asker.Actor.Account) is true);

    private static string Whose(RunbookStep step) => (step.Plan.Owner, step.Plan.Team) switch
    {
        ({ } owner, { } team) => $"{owner}, or of team {team}",
        ({ } owner, null) => owner.Name,
        (null, { } team) => $"team {team}",
        _ => "nobody yet",
    };

    private static IEnumerable<Reason> Waits(RunbookStep step, StepAsker asker)
    {
        // Backing out does not wait for what is not going to be done any more.
        var before = asker.Precedence.Before(step)
            .Where(other => asker.Release.IsInTheWay(other) && (other.Plan.IsBackOut || !step.Plan.IsBackOut))
            .Select(other => other.Key).Distinct().ToList();
        if (before.Count > 0)
            yield return Reason.Conflict("step.waits", $"It waits for: {string.Join(", ", before)}.");
        if (!step.Plan.IsBackOut)
            yield break;
        var earlier = asker.Release.Runbook
            .Where(other => other.IsOpen && other.Turn < step.Turn
                && (asker.Release.IsBackingOutAll || other.Plan.Change == step.Plan.Change))
            .Select(other => other.Key).ToList();
        if (earlier.Count > 0)
            yield return Reason.Conflict("step.turn", $"What was done last is backed out first: {string.Join(", ", earlier)}.");
    }

    private static IEnumerable<Reason> Ended(RunbookStep step, Release release)
    {
        if (!step.Plan.IsBackOut && release.Item(step.Plan.Change) is { HasEnded: true } item)
            yield return ReleaseReasons.ItemEnded(item);
    }

    /// <summary>Nothing begins on a change unless, at this moment, it is authorized and its release may run.</summary>
    private static IEnumerable<Reason> FirstOfItem(RunbookStep step, StepAsker asker, DateTimeOffset now)
    {
        if (step.Plan.IsBackOut || asker.Release.Item(step.Plan.Change) is not { } item
            || asker.Release.HasBegun(item.Change))
            yield break;
        var known = asker.Gate[item.Change]!;
        var check = ItemRules.Authorized(item, known, now);
        if (check.Blocks)
            yield return check.ToReason();
        else if (now < known.Authorization!.From || now >= known.Authorization.Until)
            yield return Reason.Conflict("authorization.outside-window", $"{item.Change} was authorized for another time.");
        if (now < asker.Release.From || now >= asker.Release.Until)
            yield return ReleaseReasons.Closed(asker.Release);
        if (asker.Window?.HeldBecause is { } held)
            yield return Reason.Conflict("window.held", $"Production control holds {asker.Window.Key}: {held}");
        foreach (var freeze in asker.Freezes)
            yield return Reason.Conflict("freeze.active", $"The freeze {freeze.Key} is in force.");
    }
}
