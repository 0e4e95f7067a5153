using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;

namespace Sluice.Releases.Execution;

/// <summary>POST /api/v1/releases/{reference}/suspend: no step begins until it is resumed; what is under way may be finished.</summary>
public sealed class SuspendRelease(ActOnRelease act)
{
    public sealed record Request(string? Reason = null);

    internal static void Map(IEndpointRouteBuilder api) => api.MapPost(
        "/releases/{reference}/suspend",
        async (string reference, Request? request, SuspendRelease slice, CancellationToken ct) =>
            (await slice.Handle(reference, request ?? new(), ct)).ToHttp());

    public Task<Outcome<ShowRelease.Response>> Handle(string reference, Request request, CancellationToken ct) => act.Handle(
        reference,
        (release, actor, _) => [.. Against(release, actor), .. Input.Text("/reason", request.Reason, Input.LongestComment)],
        (release, actor, now) => release.Suspend(request.Reason, actor, now),
        ct);

    internal static IEnumerable<Reason> Against(Release release, Actor actor)
    {
        if (ReleaseLifecycle.After(release.Status, ReleaseFact.SuspensionPlaced) is null)
            yield return ReleaseReasons.NotFrom(release.Status);
        if (!actor.Is(ReleaseRoles.ReleaseManager))
            yield return ReleaseReasons.NotManager;
    }
}
