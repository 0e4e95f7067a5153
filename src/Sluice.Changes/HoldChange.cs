using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;

namespace Sluice.Changes;

/// <summary>POST /api/v1/changes/{reference}/hold: puts it aside; its authorization is not live meanwhile.</summary>
public sealed class HoldChange(ActOnChange act)
{
    public sealed record Request(string? Reason = null);

    internal static void Map(IEndpointRouteBuilder api) => api.MapPost(
        "/changes/{reference}/hold",
        async (string reference, Request request, HoldChange slice, CancellationToken ct) =>
            (await slice.Handle(reference, request, ct)).ToHttp());

    public Task<Outcome<ShowChange.Response>> Handle(string reference, Request request, CancellationToken ct) => act.Handle(
        reference,
        (change, actor, _) =>
            [.. Against(change, actor), .. Input.Text("/reason", request.Reason, Input.LongestComment, required: true)],
        (change, actor, now) => change.Hold(request.Reason!, actor, now),
        ct);

    internal static IEnumerable<Reason> Against(Change change, Actor actor)
    {
        if (ChangeLifecycle.After(change.Status, ChangeFact.HoldPlaced) is null)
            yield return ChangeReasons.NotFrom(change.Status);
        if (change.IsExecuting)
            yield return ChangeReasons.Executing;
        if (!actor.Is(ChangeRoles.ChangeManager))
            yield return Reason.Forbidden("hold.not-change-manager", "Only a change manager puts a change on hold.");
    }
}
