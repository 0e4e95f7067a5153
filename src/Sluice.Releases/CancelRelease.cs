using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;

namespace Sluice.Releases;

/// <summary>POST /api/v1/releases/{reference}/cancel: calls it off before it begins and lets its changes go.</summary>
public sealed class CancelRelease(ActOnRelease act)
{
    public sealed record Request(string? Reason = null);

    internal static void Map(IEndpointRouteBuilder api) => api.MapPost(
        "/releases/{reference}/cancel",
        async (string reference, Request? request, CancelRelease slice, CancellationToken ct) =>
            (await slice.Handle(reference, request ?? new(), ct)).ToHttp());

    public Task<Outcome<ShowRelease.Response>> Handle(string reference, Request request, CancellationToken ct) =>
        act.Handle(reference, async (release, actor, now) =>
            Refusal.For([.. Against(release, actor), .. Input.Text("/reason", request.Reason, Input.LongestComment)])
            ?? release.CallOff(request.Reason, await act.Known(release, ct), actor, now), ct);

    internal static IEnumerable<Reason> Against(Release release, Actor actor)
    {
        if (ReleaseLifecycle.After(release.Status, ReleaseFact.CalledOff) is null)
            yield return ReleaseReasons.NotFrom(release.Status);
        if (!actor.Is(ReleaseRoles.ReleaseManager))
            yield return ReleaseReasons.NotManager;
    }
}
