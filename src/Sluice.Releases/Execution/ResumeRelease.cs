using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;

namespace Sluice.Releases.Execution;

/// <summary>POST /api/v1/releases/{reference}/resume: goes on after a suspension.</summary>
public sealed class ResumeRelease(ActOnRelease act)
{
    public sealed record Request(string? Reason = null);

    internal static void Map(IEndpointRouteBuilder api) => api.MapPost(
        "/releases/{reference}/resume",
        async (string reference, Request? request, ResumeRelease slice, CancellationToken ct) =>
            (await slice.Handle(reference, request ?? new(), ct)).ToHttp());

    public Task<Outcome<ShowRelease.Response>> Handle(string reference, Request request, CancellationToken ct) => act.Handle(
        reference,
        (release, actor, _) => [.. Against(release, actor), .. Input.Text("/reason", request.Reason, Input.LongestComment)],
        (release, actor, now) => release.Resume(request.Reason, actor, now),
        ct);

    internal static IEnumerable<Reason> Against(Release release, Actor actor)
    {
        if (ReleaseLifecycle.After(release.Status, ReleaseFact.Resumed) is null)
            yield return ReleaseReasons.NotFrom(release.Status);
        if (!actor.Is(ReleaseRoles.ReleaseManager))
            yield return ReleaseReasons.NotManager;
    }
}
