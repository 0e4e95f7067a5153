using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Releases.Readiness;

namespace Sluice.Releases.Execution;

/// <summary>POST /api/v1/releases/{reference}/start: begins. Everything that made it ready is checked once more, against the clock.</summary>
public sealed class StartRelease(ActOnRelease act, GatherReadiness gather)
{
    public sealed record Request(string? Reason = null);

    internal static void Map(IEndpointRouteBuilder api) => api.MapPost(
        "/releases/{reference}/start",
        async (string reference, Request? request, StartRelease slice, CancellationToken ct) =>
            (await slice.Handle(reference, request ?? new(), ct)).ToHttp());

    public Task<Outcome<ShowRelease.Response>> Handle(string reference, Request request, CancellationToken ct) =>
        act.Handle(reference, async (release, actor, now) =>
        {
            var facts = await gather.Handle(release, ct);
            var checks = ReadinessRules.Checks(release, facts, now);
            return Refusal.For(
                [
                    .. Against(release, actor, checks, now), .. Input.Text("/reason", request.Reason, Input.LongestComment),
                ])
                ?? release.Start(request.Reason, facts.Gate, actor, now);
        }, ct);

    internal static IEnumerable<Reason> Against(
        Release release, Actor actor, IEnumerable<ReadinessCheck> checks, DateTimeOffset now)
    {
        if (ReleaseLifecycle.After(release.Status, ReleaseFact.Started) is null)
            yield return ReleaseReasons.NotFrom(release.Status);
        if (!actor.Is(ReleaseRoles.ReleaseManager))
            yield return ReleaseReasons.NotManager;
        if (!ReleaseLifecycle.IsOpen(release.Status) || ReleaseLifecycle.IsRunning(release.Status))
            yield break;
        foreach (var reason in ReadinessRules.Against(checks))
            yield return reason;
        if (now < release.From || now >= release.Until)
            yield return ReleaseReasons.Closed(release);
    }
}
