using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Production.Calendar;

namespace Sluice.Releases;

/// <summary>PATCH /api/v1/releases/{reference}: what it is called and for; while planning, also when it is meant to run.</summary>
public sealed class EditRelease(ActOnRelease act, FindWindow findWindow)
{
    public sealed record Request(
        string? Title = null, string? Goal = null, string? Window = null, DateTimeOffset? From = null, DateTimeOffset? Until = null,
        string? Zone = null);

    internal static void Map(IEndpointRouteBuilder api) => api.MapPatch(
        "/releases/{reference}",
        async (string reference, Request request, IfMatch seen, EditRelease slice, CancellationToken ct) =>
            (await slice.Handle(reference, request, seen, ct)).ToHttp()).AcceptsMergePatch<Request>();

    public Task<Outcome<ShowRelease.Response>> Handle(string reference, Request request, IfMatch seen, CancellationToken ct) =>
        act.Handle(reference, async (release, actor, now) =>
        {
            if (seen.Against(release) is { } unseen)
                return unseen;
            var planned = new IntervalDraft(
                request.Window, request.From ?? (request.Until is null ? null : release.From),
                request.Until ?? (request.From is null ? null : release.Until), request.Zone ?? release.Zone);
            var window = request.Window is { } key ? await findWindow.Handle(key, ct) : null;
            var (title, goal) = (request.Title ?? release.Title, request.Goal ?? release.Goal);
            return Refusal.For(
                [
                    .. Against(release, actor), .. ReleaseText.Against(title, goal), .. planned.Against(window, now),
                    .. planned.IsEmpty || release.Status is ReleaseStatus.Planning ? [] : (Reason[])[Committed],
                ])
                ?? release.Edit(title, goal, planned.IsEmpty ? release.PlannedInterval : planned.ToInterval(window), actor, now);
        }, ct);

    internal static IEnumerable<Reason> Against(Release release, Actor actor)
    {
        if (!ReleaseLifecycle.IsOpen(release.Status))
            yield return ReleaseReasons.NotFrom(release.Status);
        if (!actor.Is(ReleaseRoles.ReleaseManager))
            yield return ReleaseReasons.NotManager;
    }

    private static Reason Committed { get; } =
        Reason.Conflict("release.committed", "Its interval is committed; schedule it anew to move it.", "/window");
}
