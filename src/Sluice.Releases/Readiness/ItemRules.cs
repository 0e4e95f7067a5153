using Sluice.Handover;
using Sluice.Kernel.Http;
using Sluice.Releases.Runbooks;
using static Sluice.Releases.Readiness.ReadinessRules;

namespace Sluice.Releases.Readiness;

/// <summary>What has to be so of each change in a release.</summary>
internal static class ItemRules
{
    private static readonly EvidenceKind[] Testing = [EvidenceKind.TestResult, EvidenceKind.LoadTest];
    private static readonly StepPhase[] Needed = [StepPhase.Implement, StepPhase.Verify, StepPhase.BackOut];

    public static IEnumerable<ReadinessCheck> Checks(ReleaseItem item, Release release, ReadinessFacts facts, DateTimeOffset now)
    {
        var known = facts.Gate[item.Change]!;
        return
        [
            Authorized(item, known, now), InBounds(item, known, release), Tested(item, known), HasSteps(item, release),
            DependenciesMet(item, release, facts),
        ];
    }

    public static ReadinessCheck Authorized(ReleaseItem item, ChangeKnown known, DateTimeOffset now) => Check(
        "change.authorized", "change.not-authorized", "Authorized, for exactly what it says now",
        known.IsAuthorized(now) ? null : NotAuthorized(item, known, now), $"{item.Change} is authorized.", item.Change);

    private static string NotAuthorized(ReleaseItem item, ChangeKnown known, DateTimeOffset now) =>
        known.Snapshot.Status is not ChangeStatus.Approved
            ? $"{item.Change} is in status {Wire.Words(known.Snapshot.Status)}, not Approved."
            : known.Authorization is null ? $"{item.Change} has no live authorization."
            : now >= known.Authorization.ExpiresAt ? $"The authorization of {item.Change} has expired."
            : $"{item.Change} says something else than what was authorized.";

    private static ReadinessCheck InBounds(ReleaseItem item, ChangeKnown known, Release release)
    {
        const string Code = "change.in-bounds", Against = "change.outside-bounds", Title = "The interval is within its authorized bounds";
        if (known.Authorization is not { } live || release is not { From: { } from, Until: { } until })
            return new(Code, Title, CheckState.Pending, $"Not known before {item.Change} is authorized and the release has an interval.",
                item.Change, Against);
        return Check(
            Code, Against, Title,
            from < live.From || until > live.Until ? $"{item.Change} is authorized from {live.From:u} until {live.Until:u}." : null,
            $"{item.Change} is authorized for this interval.", item.Change);
    }

    private static ReadinessCheck Tested(ReleaseItem item, ChangeKnown known) => Check(
        "evidence.testing", "evidence.testing-missing", "Testing evidence is there",
        known.Snapshot.Content.Evidence.Any(evidence => Testing.Contains(evidence.Kind))
            ? null : $"{item.Change} has no test result and no load test.",
        $"{item.Change} has been tested.", item.Change);

    private static ReadinessCheck HasSteps(ReleaseItem item, Release release)
    {
        var phases = release.StepsOf(item.Change).Select(step => step.Plan.Phase).ToHashSet();
        var missing = Needed.Where(phase => !phases.Contains(phase)).Select(phase => Wire.Name(phase)).ToList();
        return Check(
            "runbook.steps", "runbook.steps-missing", "Has implement, verify and back-out steps",
            missing.Count > 0 ? $"{item.Change} lacks: {string.Join(", ", missing)}." : null,
            $"{item.Change} can be implemented, verified and backed out.", item.Change);
    }

    private static ReadinessCheck DependenciesMet(ReleaseItem item, Release release, ReadinessFacts facts)
    {
        var missing = item.Needs.Where(change => release.Item(change) is null && !facts.InProduction.Contains(change)).ToList();
        return Check(
            "change.dependencies", "dependency.missing", "What it depends on is in production or in this release",
            missing.Count > 0 ? $"{item.Change} needs {string.Join(", ", missing)} first." : null,
            $"Nothing that {item.Change} needs is missing.", item.Change);
    }
}
