using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Sluice.Handover;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;

namespace Sluice.Changes;

/// <summary>POST /api/v1/changes/{reference}/submit: a draft for assessment, or the answer to what was asked.</summary>
public sealed class SubmitChange(ActOnChange act)
{
    public sealed record Request(string? Answer = null);

    internal static void Map(IEndpointRouteBuilder api) => api.MapPost(
        "/changes/{reference}/submit",
        async (string reference, Request? request, SubmitChange slice, CancellationToken ct) =>
            (await slice.Handle(reference, request ?? new(), ct)).ToHttp());

    public Task<Outcome<ShowChange.Response>> Handle(string reference, Request request, CancellationToken ct) => act.Handle(
        reference,
        (change, actor, _) => [.. Against(change, actor), .. Input.Text("/answer", request.Answer, Input.LongestText)],
        (change, actor, now) => change.Submit(request.Answer, actor, now),
        ct);

    internal static IEnumerable<Reason> Against(Change change, Actor actor)
    {
        if (change.Status is not (ChangeStatus.Draft or ChangeStatus.InformationRequested))
            yield return ChangeReasons.NotFrom(change.Status);
        if (actor.Account != change.Requester)
            yield return Reason.Forbidden("submit.not-requester", "Only its requester submits a change.");
        foreach (var reason in AddChange.Against(actor))
            yield return reason;
    }
}
