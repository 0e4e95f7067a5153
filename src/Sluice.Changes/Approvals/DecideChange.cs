using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;

namespace Sluice.Changes.Approvals;

/// <summary>POST /api/v1/changes/{reference}/decisions: one person's decision on one revision.</summary>
public sealed class DecideChange(ActOnChange act)
{
    /// <param name="Revision">The revision the decider has read; 409 when the change has a newer one.</param>
    /// <param name="Comment">At most 4,000 characters; required unless approving.</param>
    /// <param name="Until">For a deferral: when to take it up again.</param>
    /// <param name="Conditions">With an approval: what it asks for, in words.</param>
    public sealed record Request(
        Ruling Decision, int Revision, string? Comment = null, DateTimeOffset? Until = null, string? Conditions = null);

    internal static void Map(IEndpointRouteBuilder api) => api.MapPost(
        "/changes/{reference}/decisions",
        async (string reference, Request request, DecideChange slice, CancellationToken ct) =>
            (await slice.Handle(reference, request, ct)).ToHttp());

    public Task<Outcome<ShowChange.Response>> Handle(string reference, Request request, CancellationToken ct) =>
        Handle(reference, request, [], ct);

    /// <param name="unread">Why what a form says of its time is none: refused with all the rest.</param>
    public Task<Outcome<ShowChange.Response>> Handle(
        string reference, Request request, IReadOnlyList<Reason> unread, CancellationToken ct)
    {
        var draft = new DecisionDraft(
            request.Decision, request.Revision, request.Comment ?? "", request.Until, request.Conditions, unread);
        return act.Handle(reference, (change, owners, actor, now) => change.Decide(draft, owners, actor, now), ct);
    }
}
