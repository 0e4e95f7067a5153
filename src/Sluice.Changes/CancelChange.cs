using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;

namespace Sluice.Changes;

/// <summary>POST /api/v1/changes/{reference}/cancel: calls it off for good.</summary>
public sealed class CancelChange(ActOnChange act)
{
    public sealed record Request(string? Reason = null);

    internal static void Map(IEndpointRouteBuilder api) => api.MapPost(
        "/changes/{reference}/cancel",
        async (string reference, Request request, CancelChange slice, CancellationToken ct) =>
            (await slice.Handle(reference, request, ct)).ToHttp());

    public Task<Outcome<ShowChange.Response>> Handle(string reference, Request request, CancellationToken ct) => act.Handle(
        reference,
        (change, actor, _) =>
            [.. Against(change, actor), .. Input.Text("/reason", request.Reason, Input.LongestComment, required: true)],
        (change, actor, now) => change.CallOff(request.Reason!, actor, now),
        ct);

    internal static IEnumerable<Reason> Against(Change change, Actor actor)
    {
        if (ChangeLifecycle.After(change.Status, ChangeFact.CalledOff) is null)
            yield return ChangeReasons.NotFrom(change.Status);
        if (change.IsExecuting)
            yield return ChangeReasons.Executing;
        if (actor.Account != change.Requester && !actor.Is(ChangeRoles.ChangeManager))
            yield return Reason.Forbidden("cancel.not-allowed", "Its requester or a change manager calls a change off.");
        foreach (var reason in AddChange.Against(actor))
            yield return reason; // A change manager is one of them.
    }
}
