using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Sluice.Handover;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;

namespace Sluice.Releases.Validation;

/// <summary>POST /api/v1/releases/{reference}/validate: does what was implemented do what it should?</summary>
public sealed class ValidateItem(ActOnRelease act)
{
    public sealed record Request(string? Change = null, bool? Passed = null, string? Notes = null);

    internal static void Map(IEndpointRouteBuilder api) => api.MapPost(
        "/releases/{reference}/validate",
        async (string reference, Request request, ValidateItem slice, CancellationToken ct) =>
            (await slice.Handle(reference, request, ct)).ToHttp());

    public Task<Outcome<ShowRelease.Response>> Handle(string reference, Request request, CancellationToken ct) => act.Handle(
        reference,
        (release, actor, _) =>
        [
            .. release.Item(request.Change) is { } item
                ? Against(release, item, actor)
                : [Reason.Invalid("item.unknown", "The release does not hold this change.", "/change"), .. AgainstRole(actor)],
            .. request.Passed is null ? (Reason[])[Reason.Invalid("passed.missing", "Say whether it passed.", "/passed")] : [],
            .. Input.Text("/notes", request.Notes, Input.LongestText, required: request.Passed is false),
        ],
        (release, actor, now) =>
        {
            release.Validate(release.Item(request.Change)!, request.Passed!.Value, request.Notes ?? "", actor, now);
            return null;
        },
        ct);

    internal static IEnumerable<Reason> Against(Release release, ReleaseItem item, Actor actor)
    {
        if (release.Status is not (ReleaseStatus.Executing or ReleaseStatus.Validating))
            yield return ReleaseReasons.NotFrom(release.Status);
        if (item.Status is not DeliveryStatus.Implemented || item.IsBackingOut)
            yield return Reason.Conflict("item.not-implemented", $"{item.Change} is {Wire.Words(item.Status)}; what is implemented is validated.");
        foreach (var reason in AgainstRole(actor))
            yield return reason;
        if (Doers(release, item) is [var sole] && sole == actor.Account)
            yield return Reason.Forbidden("validate.sole-implementer", $"Nobody else had a hand in {item.Change}; somebody else validates it.");
    }

    private static IEnumerable<Reason> AgainstRole(Actor actor)
    {
        if (!actor.Roles.Any(ReleaseRoles.Validators.Contains))
            yield return Reason.Forbidden("validate.not-validator", "QA, operations and application owners validate.");
    }

    private static List<Account> Doers(Release release, ReleaseItem item) => [.. release.StepsOf(item.Change)
        .Where(step => step.Plan.IsImplementing).SelectMany(step => step.Doers).Distinct()];
}
