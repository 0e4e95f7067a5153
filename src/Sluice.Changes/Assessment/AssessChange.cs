using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;

namespace Sluice.Changes.Assessment;

/// <summary>POST /api/v1/changes/{reference}/assessment: risk and impact, which open the approvals.</summary>
public sealed class AssessChange(ActOnChange act)
{
    private const int Highest = 5;

    /// <param name="Likelihood">1 to 5.</param>
    /// <param name="Impact">1 to 5.</param>
    public sealed record Request(
        int? Likelihood = null, int? Impact = null, string? Reasons = null, string? Dependencies = null, string? Recovery = null);

    internal static void Map(IEndpointRouteBuilder api) => api.MapPost(
        "/changes/{reference}/assessment",
        async (string reference, Request request, AssessChange slice, CancellationToken ct) =>
            (await slice.Handle(reference, request, ct)).ToHttp());

    public Task<Outcome<ShowChange.Response>> Handle(string reference, Request request, CancellationToken ct) => act.Handle(
        reference,
        (change, actor, _) => [.. Against(change, actor), .. Against(request)],
        (change, actor, now) => change.Assess(
            new(request.Likelihood!.Value, request.Impact!.Value, request.Reasons!, request.Dependencies, request.Recovery,
                actor.Account, now, change.Round + 1),
            actor, now),
        ct);

    internal static IEnumerable<Reason> Against(Change change, Actor actor)
    {
        if (ChangeLifecycle.After(change.Status, ChangeFact.Assessed) is null)
            yield return ChangeReasons.NotFrom(change.Status);
        if (!actor.IsAny(ChangeRoles.RiskReviewer, ChangeRoles.ChangeManager))
            yield return Reason.Forbidden("assessment.not-reviewer", "A risk reviewer or a change manager assesses changes.");
        if (actor.Account == change.Requester)
            yield return Reason.Forbidden("assessment.own-change", "Nobody assesses a change they requested.");
    }

    private static IEnumerable<Reason> Against(Request request) =>
    [
        .. Rating("/likelihood", request.Likelihood),
        .. Rating("/impact", request.Impact),
        .. Input.Text("/reasons", request.Reasons, Input.LongestText, required: true),
        .. Input.Text("/dependencies", request.Dependencies, Input.LongestText),
        .. Input.Text("/recovery", request.Recovery, Input.LongestText),
    ];

    private static IEnumerable<Reason> Rating(string pointer, int? rating)
    {
        if (rating is null or < 1 or > Highest)
            yield return Reason.Invalid("rating.out-of-range", $"From 1 to {Highest}.", pointer);
    }
}
