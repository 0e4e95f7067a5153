using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Sluice.Handover;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;

namespace Sluice.Changes.Reviewing;

/// <summary>POST /api/v1/changes/{reference}/review: closes it after implementation, or sends it back to be authorized again.</summary>
public sealed class ReviewChange(ActOnChange act)
{
    /// <param name="CloseCode">To close it.</param>
    /// <param name="ReturnTo"><c>authorize</c>, to send it back; one of the two, not both.</param>
    public sealed record Request(CloseCode? CloseCode = null, ChangeStatus? ReturnTo = null, string? Notes = null);

    internal static void Map(IEndpointRouteBuilder api) => api.MapPost(
        "/changes/{reference}/review",
        async (string reference, Request request, ReviewChange slice, CancellationToken ct) =>
            (await slice.Handle(reference, request, ct)).ToHttp());

    public Task<Outcome<ShowChange.Response>> Handle(string reference, Request request, CancellationToken ct) => act.Handle(
        reference,
        (change, actor, _) => [.. Against(change, actor), .. Against(request), .. AgainstReturning(change, request)],
        (change, actor, now) => request.CloseCode is { } code
            ? change.Close(code, request.Notes!, actor, now)
            : change.Return(request.Notes!, actor, now),
        ct);

    internal static IEnumerable<Reason> Against(Change change, Actor actor)
    {
        if (ChangeLifecycle.After(change.Status, ChangeFact.ReviewClosed) is null)
            yield return ChangeReasons.NotFrom(change.Status);
        if (!actor.Is(ChangeRoles.ChangeManager))
            yield return Reason.Forbidden("review.not-change-manager", "Only a change manager reviews what was implemented.");
    }

    /// <remarks>It was closed, redacted, and then its release backed it out after all.</remarks>
    private static IEnumerable<Reason> AgainstReturning(Change change, Request request)
    {
        if (request.ReturnTo is not null && change.IsRedacted)
            yield return Reason.Conflict(
                "change.redacted", "What it says has been redacted, so nobody can approve it again. Close it, and request another.");
    }

    private static IEnumerable<Reason> Against(Request request)
    {
        if (request.CloseCode is null == request.ReturnTo is null)
            yield return Reason.Invalid("review.outcome", "Say either a close code or where to return it to.", "/closeCode");
        if (request.ReturnTo is not (null or ChangeStatus.Authorize))
            yield return Reason.Invalid("review.return-to", "A reviewed change returns to authorize.", "/returnTo");
        foreach (var reason in Input.Text("/notes", request.Notes, Input.LongestText, required: true))
            yield return reason;
    }
}
