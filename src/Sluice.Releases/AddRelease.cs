using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Production.Calendar;

namespace Sluice.Releases;

/// <summary>POST /api/v1/releases: a release to be planned. An interval given here is a wish; scheduling commits it.</summary>
public sealed class AddRelease(
    AppDb db, UnitOfWork work, Actor actor, FindWindow findWindow, References references, ShowRelease show, TimeProvider clock)
{
    public sealed record Request(
        string? Title = null, string? Goal = null, string? Window = null, DateTimeOffset? From = null, DateTimeOffset? Until = null,
        string? Zone = null);

    internal static void Map(IEndpointRouteBuilder api) => api.MapPost(
        "/releases",
        async (Request request, AddRelease slice, CancellationToken ct) =>
            (await slice.Handle(request, ct)).ToCreated(release => $"/releases/{release.Ref}"));

    public Task<Outcome<ShowRelease.Response>> Handle(Request request, CancellationToken ct) => Handle(request, [], ct);

    /// <param name="unread">Why what a form says of its times is none: refused with all the rest.</param>
    public async Task<Outcome<ShowRelease.Response>> Handle(Request request, IReadOnlyList<Reason> unread, CancellationToken ct)
    {
        var number = await references.Next(actor.Tenant, ReleaseRef.Kind, ReleaseRef.First, ct);
        return await work.Act<ShowRelease.Response>(async () =>
        {
            var now = clock.GetUtcNow();
            var planned = new IntervalDraft(request.Window, request.From, request.Until, request.Zone, unread);
            var window = request.Window is { } key ? await findWindow.Handle(key, ct) : null;
            if (Refusal.For(
                [
                    .. Against(actor), .. ReleaseText.Against(request.Title, request.Goal), .. planned.Against(window, now),
                ]) is { } refusal)
                return refusal;

            var release = Release.Draft(number, request.Title!, request.Goal ?? "", planned.ToInterval(window), actor, now);
            db.Releases.Add(release);
            await db.WriteDown(ct);
            return await show.As(release, ct);
        }, ct);
    }

    public static IEnumerable<Reason> Against(Actor actor)
    {
        if (!actor.Is(ReleaseRoles.ReleaseManager))
            yield return ReleaseReasons.NotManager;
    }
}

internal static class ReleaseText
{
    public static IEnumerable<Reason> Against(string? title, string? goal) =>
    [
        .. Input.Text("/title", title, Input.LongestTitle, required: true),
        .. Input.Text("/goal", goal, Input.LongestText),
    ];
}
