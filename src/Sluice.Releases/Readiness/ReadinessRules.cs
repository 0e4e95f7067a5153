using Sluice.Kernel.Outcomes;
using Sluice.Releases.Runbooks;

namespace Sluice.Releases.Readiness;

/// <summary>Every check, from records alone. All of them are made, so that everything missing is seen at once.</summary>
internal static class ReadinessRules
{
    public static IReadOnlyList<ReadinessCheck> Checks(Release release, ReadinessFacts facts, DateTimeOffset now) =>
    [
        Items(release),
        .. release.Items.SelectMany(item => ItemRules.Checks(item, release, facts, now)),
        .. CalendarRules.Checks(release, facts, now),
        Staffed(release, facts),
        FourEyesKept(release, facts),
        Order(release),
        Communication(release),
    ];

    public static IEnumerable<Reason> Against(IEnumerable<ReadinessCheck> checks) =>
        checks.Where(check => check.Blocks).Select(check => check.ToReason());

    public static ReadinessCheck Check(
        string code, string against, string title, string? wrong, string right, string? change = null) =>
        new(code, title, wrong is null ? CheckState.Pass : CheckState.Fail, wrong ?? right, change, against);

    /// <summary>Whether somebody may do it: its owner, or a member of its team with a role for it.</summary>
    public static bool IsStaffed(RunbookStep step, ReadinessFacts facts) =>
        (step.Plan.Owner is { } owner && facts.People.ContainsKey(owner))
        || (step.Plan.Team is { } key && facts.Teams.GetValueOrDefault(key) is { } team && team.Members.Any(member =>
            facts.People.GetValueOrDefault(member)?.Roles.Any(ReleaseRoles.Doers.Contains) is true));

    private static ReadinessCheck Items(Release release) => Check(
        "release.items", "release.empty", "Holds changes", release.Items.Count == 0 ? "The release holds no change." : null,
        $"{release.Items.Count} in it.");

    private static ReadinessCheck Staffed(Release release, ReadinessFacts facts)
    {
        var without = release.Runbook.Where(step => !IsStaffed(step, facts)).Select(step => step.Key).ToList();
        return Check(
            "runbook.staffed", "step.unstaffed", "Every step has somebody who may do it",
            without.Count > 0 ? $"Nobody may do: {string.Join(", ", without)}." : null, "Everyone is named.");
    }

    private static ReadinessCheck FourEyesKept(Release release, ReadinessFacts facts)
    {
        var fourEyes = new FourEyes(release, facts.Gate, facts.AuthorsMayImplement);
        var against = release.Runbook.Where(step => step.Plan.Owner is not null)
            .SelectMany(step => fourEyes.Against(step.Plan.Owner!.Value, step.Plan)).Distinct().ToList();
        return Check(
            "four-eyes.kept", against.Count > 0 ? against[0].Code : "four-eyes.decider", "Nobody implements what they approved or wrote",
            against.Count > 0 ? string.Join(" ", against.Select(reason => reason.Detail)) : null, "Four eyes are kept.");
    }

    private static ReadinessCheck Order(Release release)
    {
        var keys = release.Runbook.Select(step => step.Key).ToHashSet();
        var dangling = release.Runbook.Where(step => step.Plan.DependsOn.Any(key => !keys.Contains(key))).Select(step => step.Key).ToList();
        var cycle = new Precedence(release).Cycle();
        return Check(
            "runbook.order", "runbook.no-order", "The steps can be done in some order",
            cycle.Count > 0 ? $"Each waits for the next: {string.Join(" → ", cycle)}."
                : dangling.Count > 0 ? $"These wait for steps that are not in the runbook: {string.Join(", ", dangling)}." : null,
            "There is a way through.");
    }

    private static ReadinessCheck Communication(Release release) => Check(
        "runbook.communication", "runbook.no-communication", "Somebody tells those concerned",
        release.Runbook.Any(step => step.Plan.Phase is StepPhase.Communicate) ? null : "The runbook has no communicate step.",
        "A communicate step is there.");
}
