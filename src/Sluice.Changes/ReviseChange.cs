using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;

namespace Sluice.Changes;

/// <summary>POST /api/v1/changes/{reference}/revise: makes a draft of a rejected change, to be submitted anew.</summary>
public sealed class ReviseChange(ActOnChange act)
{
    public sealed record Request(string? Reason = null);

    internal static void Map(IEndpointRouteBuilder api) => api.MapPost(
        "/changes/{reference}/revise",
        async (string reference, Request request, ReviseChange slice, CancellationToken ct) =>
            (await slice.Handle(reference, request, ct)).ToHttp());

    public Task<Outcome<ShowChange.Response>> Handle(string reference, Request request, CancellationToken ct) => act.Handle(
        reference,
        (change, actor, _) =>
            [.. Against(change, actor), .. Input.Text("/reason", request.Reason, Input.LongestComment, required: true)],
        (change, actor, now) => change.Revise(request.Reason!, actor, now),
        ct);

    internal static IEnumerable<Reason> Against(Change change, Actor actor)
    {
        if (ChangeLifecycle.After(change.Status, ChangeFact.Revised) is null)
            yield return ChangeReasons.NotFrom(change.Status);
        if (actor.Account != change.Requester)
            yield return Reason.Forbidden("revise.not-requester", "Only its requester revises a change.");
        foreach (var reason in AddChange.Against(actor))
            yield return reason;
    }
}
