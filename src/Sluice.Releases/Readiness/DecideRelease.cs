using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;

namespace Sluice.Releases.Readiness;

public enum GoDecision { Go, NoGo }

/// <summary>POST /api/v1/releases/{reference}/decision: go signs the runbook as it is; no-go gives the window up.</summary>
public sealed class DecideRelease(ActOnRelease act, GatherReadiness gather)
{
    public sealed record Request(GoDecision Decision, string? Comment = null);

    internal static void Map(IEndpointRouteBuilder api) => api.MapPost(
        "/releases/{reference}/decision",
        async (string reference, Request request, DecideRelease slice, CancellationToken ct) =>
            (await slice.Handle(reference, request, ct)).ToHttp());

    public Task<Outcome<ShowRelease.Response>> Handle(string reference, Request request, CancellationToken ct) =>
        act.Handle(reference, async (release, actor, now) =>
        {
            var comment = Input.Text("/comment", request.Comment, Input.LongestComment, required: request.Decision is GoDecision.NoGo);
            if (request.Decision is GoDecision.NoGo)
                return Refusal.For([.. AgainstNoGo(release, actor), .. comment])
                    ?? release.NoGo(request.Comment!, actor, now);

            var facts = await gather.Handle(release, ct);
            var checks = ReadinessRules.Checks(release, facts, now);
            return Refusal.For([.. AgainstGo(release, actor, checks), .. comment])
                ?? release.Go(request.Comment ?? "", facts.Gate, actor, now);
        }, ct);

    internal static IEnumerable<Reason> AgainstGo(Release release, Actor actor, IEnumerable<ReadinessCheck> checks)
    {
        if (ReleaseLifecycle.After(release.Status, ReleaseFact.GoGiven) is null)
            yield return ReleaseReasons.NotFrom(release.Status);
        if (!actor.Is(ReleaseRoles.ReleaseManager))
            yield return ReleaseReasons.NotManager;
        if (release.Status is ReleaseStatus.Planning or ReleaseStatus.Scheduled)
            foreach (var reason in ReadinessRules.Against(checks))
                yield return reason;
    }

    internal static IEnumerable<Reason> AgainstNoGo(Release release, Actor actor)
    {
        if (ReleaseLifecycle.After(release.Status, ReleaseFact.NoGoGiven) is null)
            yield return ReleaseReasons.NotFrom(release.Status);
        if (!actor.Is(ReleaseRoles.ReleaseManager))
            yield return ReleaseReasons.NotManager;
    }
}
