using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;

namespace Sluice.Releases.Execution;

/// <summary>POST /api/v1/releases/{reference}/back-out: of one item, or of everything, in the reverse of the order in which it was done.</summary>
public sealed class BackOutRelease(ActOnRelease act)
{
    /// <param name="Change">The one item to back out; everything when left out.</param>
    public sealed record Request(string? Reason = null, string? Change = null);

    internal static void Map(IEndpointRouteBuilder api) => api.MapPost(
        "/releases/{reference}/back-out",
        async (string reference, Request request, BackOutRelease slice, CancellationToken ct) =>
            (await slice.Handle(reference, request, ct)).ToHttp());

    public Task<Outcome<ShowRelease.Response>> Handle(string reference, Request request, CancellationToken ct) => act.Handle(
        reference,
        (release, actor, _) =>
        [
            .. request.Change is null ? Against(release, actor) : Against(release, request.Change, actor),
            .. Input.Text("/reason", request.Reason, Input.LongestComment, required: true),
        ],
        (release, actor, now) => release.Item(request.Change) is { } item
            ? release.BackOut(item, request.Reason!, actor, now)
            : release.BackOutAll(request.Reason!, actor, now),
        ct);

    internal static IEnumerable<Reason> Against(Release release, Actor actor) =>
        Against(release, ReleaseFact.BackOutOrdered, actor);

    private static IEnumerable<Reason> Against(Release release, string change, Actor actor)
    {
        foreach (var reason in Against(release, ReleaseFact.WorkReopened, actor))
            yield return reason;
        if (release.Item(change) is not { } item)
            yield return Reason.Invalid("item.unknown", "The release does not hold this change.", "/change");
        else if (item.IsBackingOut)
            yield return Reason.Conflict("item.backing-out", $"{change} is being backed out, or has been.", "/change");
        else if (ItemLifecycle.After(item.Status, ItemFact.BackedOut) is null)
            yield return Reason.Conflict("item.not-begun", $"{change} is {Wire.Words(item.Status)}; there is nothing to back out.", "/change");
    }

    private static IEnumerable<Reason> Against(Release release, ReleaseFact fact, Actor actor)
    {
        if (ReleaseLifecycle.After(release.Status, fact) is null)
            yield return ReleaseReasons.NotFrom(release.Status);
        if (!actor.Is(ReleaseRoles.ReleaseManager))
            yield return ReleaseReasons.NotManager;
    }
}
