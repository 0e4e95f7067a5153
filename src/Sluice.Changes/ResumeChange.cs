using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Sluice.Handover;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;

namespace Sluice.Changes;

/// <summary>POST /api/v1/changes/{reference}/resume: takes it up again where it was; wakes a deferred one early.</summary>
public sealed class ResumeChange(ActOnChange act)
{
    public sealed record Request(string? Reason = null);

    internal static void Map(IEndpointRouteBuilder api) => api.MapPost(
        "/changes/{reference}/resume",
        async (string reference, Request request, ResumeChange slice, CancellationToken ct) =>
            (await slice.Handle(reference, request, ct)).ToHttp());

    public Task<Outcome<ShowChange.Response>> Handle(string reference, Request request, CancellationToken ct) => act.Handle(
        reference,
        (change, actor, _) =>
            [.. Against(change, actor), .. Input.Text("/reason", request.Reason, Input.LongestComment, required: true)],
        (change, actor, now) => change.Resume(request.Reason!, actor, now),
        ct);

    internal static IEnumerable<Reason> Against(Change change, Actor actor)
    {
        if (change.Status is not (ChangeStatus.OnHold or ChangeStatus.Deferred))
            yield return ChangeReasons.NotFrom(change.Status);
        if (!actor.Is(ChangeRoles.ChangeManager))
            yield return Reason.Forbidden("resume.not-change-manager", "Only a change manager takes a change up again.");
    }
}
