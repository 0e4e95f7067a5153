using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Sluice.Kernel.Files;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Releases.Runbooks;

namespace Sluice.Releases.Execution;

/// <summary>
/// POST /api/v1/releases/{reference}/steps/{key}/start, complete, fail and skip: guarded by the step's status, so that of the same
/// act by racing callers exactly one wins.
/// </summary>
public sealed class ActOnStep(ActOnRelease act, AskSteps ask, FileStore files)
{
    private const int MostEvidence = 100;

    /// <param name="Evidence">SHA-256 of what was kept as evidence before.</param>
    public sealed record Request(string? Notes = null, IReadOnlyList<string>? Evidence = null);

    internal static void Map(IEndpointRouteBuilder api)
    {
        foreach (var (action, fact) in StepActs.All)
            api.MapPost(
                "/releases/{reference}/steps/{key}/" + action,
                async (string reference, string key, Request? request, ActOnStep slice, CancellationToken ct) =>
                    (await slice.Handle(reference, key, fact, request ?? new(), ct)).ToHttp());
    }

    /// <param name="action"><c>start</c>, <c>complete</c>, <c>fail</c> or <c>skip</c>.</param>
    public Task<Outcome<ShowRelease.Response>> Handle(string reference, string key, string action, Request request, CancellationToken ct) =>
        Handle(reference, key, StepActs.All.Single(known => known.Action == action).Fact, request, ct);

    private Task<Outcome<ShowRelease.Response>> Handle(
        string reference, string key, StepFact fact, Request request, CancellationToken ct) =>
        act.Handle(reference, async (release, actor, now) =>
        {
            if (release.Step(key) is not { } step)
                return new Reason(ReasonKind.Unknown, "step.unknown", "The runbook has no such step.");
            var asker = await ask.For(release, actor, now, ct);
            if (Refusal.For(
                [
                    .. StepRules.Against(step, fact, asker, now), .. Against(request), .. await Unknown(request.Evidence, asker.Gate, ct),
                ]) is { } refusal)
                return refusal;
            release.Advance(step, fact, request.Notes, request.Evidence ?? [], asker.Gate, actor, now);
            return null;
        }, ct);

    /// <summary>What a step names as its evidence is kept here, or is evidence of one of the changes.</summary>
    private async Task<IEnumerable<Reason>> Unknown(IReadOnlyList<string>? evidence, GateKnowledge gate, CancellationToken ct)
    {
        if (evidence is null || evidence.Count > MostEvidence)
            return [];
        var known = gate.All.SelectMany(change => change.Snapshot.Content.Evidence).Select(kept => kept.Sha256).ToHashSet();
        var unknown = new List<Reason>();
        foreach (var (sha256, place) in evidence.Select((sha256, place) => (sha256, place)))
            if (!Input.Sha256("", sha256).Any() && !known.Contains(sha256) && !await files.Has(sha256, ct))
                unknown.Add(Reason.Invalid("evidence.unknown", "Nothing with this digest is kept as evidence.", $"/evidence/{place}"));
        return unknown;
    }

    private static IEnumerable<Reason> Against(Request request) =>
    [
        .. Input.Text("/notes", request.Notes, Input.LongestComment),
        .. request.Evidence is { Count: > MostEvidence }
            ? (Reason[])[Reason.Invalid("list.too-long", $"At most {MostEvidence} items.", "/evidence")]
            : Input.List("/evidence", request.Evidence, Input.Sha256),
    ];
}

internal static class StepActs
{
    public static IReadOnlyList<(string Action, StepFact Fact)> All { get; } =
    [
        ("start", StepFact.Started), ("complete", StepFact.Completed), ("fail", StepFact.NotCompleted), ("skip", StepFact.LeftOut),
    ];
}
