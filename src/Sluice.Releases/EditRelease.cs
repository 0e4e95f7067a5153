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
        async (string reference, MergePatch<Request> request, IfMatch seen, EditRelease slice, CancellationToken ct) =>
            (await slice.Handle(reference, request, seen, ct)).ToHttp()).AcceptsMergePatch<Request>();

    public Task<Outcome<ShowRelease.Response>> Handle(
        string reference, MergePatch<Request> patch, IfMatch seen, CancellationToken ct) =>
        Handle(reference, patch, seen, [], ct);

    /// <param name="unread">Why what a form says of its times is none: refused with all the rest.</param>
    public Task<Outcome<ShowRelease.Response>> Handle(
        string reference, MergePatch<Request> patch, IfMatch seen, IReadOnlyList<Reason> unread, CancellationToken ct) =>
        act.Handle(reference, async (release, actor, now) =>
        {
            var (request, removed) = patch;
            var title = request.Title ?? (removed.Contains("/title") ? null : release.Title);
            var goal = request.Goal ?? (removed.Contains("/goal") ? "" : release.Goal);
            var draft = IntervalDraft.Over(release.PlannedInterval, request, removed) with { Unread = unread };
            var window = draft.Window is { } key ? await findWindow.Handle(key, ct) : null;
            // An interval that nobody touches may have ended meanwhile.
            var isSame = draft.Says(release.PlannedInterval);
            List<Reason> wrong = [.. isSame ? IntervalDraft.Unknown(request.Zone) : draft.Against(window, now)];
            var planned = wrong.Count > 0 ? null : isSame ? release.PlannedInterval : draft.ToInterval(window);
            if (wrong.Count == 0 && planned != release.PlannedInterval && release.Status is not ReleaseStatus.Planning)
                wrong.Add(Committed);
            return Refusal.For([.. Against(release, actor), .. ReleaseText.Against(title, goal), .. wrong, .. seen.Reasons(release)])
                ?? release.Edit(title!, goal, planned, actor, now);
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
