using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Production.Calendar;

namespace Sluice.Releases;

/// <summary>POST /api/v1/releases/{reference}/schedule: commits it to a window or to an interval of its own; voids an earlier "go".</summary>
public sealed class ScheduleRelease(ActOnRelease act, FindWindow findWindow)
{
    public sealed record Request(
        string? Window = null, DateTimeOffset? From = null, DateTimeOffset? Until = null, string? Zone = null);

    internal static void Map(IEndpointRouteBuilder api) => api.MapPost(
        "/releases/{reference}/schedule",
        async (string reference, Request request, ScheduleRelease slice, CancellationToken ct) =>
            (await slice.Handle(reference, request, ct)).ToHttp());

    public Task<Outcome<ShowRelease.Response>> Handle(string reference, Request request, CancellationToken ct) =>
        Handle(reference, request, [], ct);

    /// <param name="unread">Why what a form says of its times is none: refused with all the rest.</param>
    public Task<Outcome<ShowRelease.Response>> Handle(
        string reference, Request request, IReadOnlyList<Reason> unread, CancellationToken ct) =>
        act.Handle(reference, async (release, actor, now) =>
        {
            var draft = new IntervalDraft(request.Window, request.From, request.Until, request.Zone, unread);
            var window = request.Window is { } key ? await findWindow.Handle(key, ct) : null;
            return Refusal.For(
                [
                    .. Against(release, actor), .. draft.Against(window, now),
                    .. draft.IsEmpty ? (Reason[])[Reason.Invalid("interval.missing", "Name a window, or from and until.", "/window")] : [],
                ])
                ?? release.Schedule(draft.ToInterval(window)!, actor, now);
        }, ct);

    internal static IEnumerable<Reason> Against(Release release, Actor actor)
    {
        if (ReleaseLifecycle.After(release.Status, ReleaseFact.IntervalCommitted) is null)
            yield return ReleaseReasons.NotFrom(release.Status);
        if (!actor.Is(ReleaseRoles.ReleaseManager))
            yield return ReleaseReasons.NotManager;
    }
}
