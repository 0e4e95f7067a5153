using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Sluice.Handover;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Releases.Runbooks;

namespace Sluice.Releases.Validation;

/// <summary>POST /api/v1/releases/{reference}/close: says how it ended, once every change in it has a result.</summary>
public sealed class CloseRelease(ActOnRelease act)
{
    public sealed record Request(CloseOutcome Outcome, string? Notes = null);

    internal static void Map(IEndpointRouteBuilder api) => api.MapPost(
        "/releases/{reference}/close",
        async (string reference, Request request, CloseRelease slice, CancellationToken ct) =>
            (await slice.Handle(reference, request, ct)).ToHttp());

    public Task<Outcome<ShowRelease.Response>> Handle(string reference, Request request, CancellationToken ct) => act.Handle(
        reference,
        (release, actor, _) =>
        [
            .. Against(release, actor), .. Against(release, request.Outcome),
            .. Input.Text("/notes", request.Notes, Input.LongestText, required: true),
        ],
        (release, actor, now) => release.Close(request.Outcome, request.Notes!, actor, now),
        ct);

    /// <summary>Whatever the outcome would be.</summary>
    internal static IEnumerable<Reason> Against(Release release, Actor actor)
    {
        if (ReleaseLifecycle.After(release.Status, ReleaseFact.ClosedFailed) is null)
            yield return ReleaseReasons.NotFrom(release.Status);
        if (!actor.Is(ReleaseRoles.ReleaseManager))
            yield return ReleaseReasons.NotManager;
        foreach (var item in release.Items.Where(item => item.Result is null))
            yield return Reason.Conflict("item.no-result", $"{item.Change} is {Wire.Words(item.Status)}; it has no result yet.");
        foreach (var step in release.Runbook.Where(step => step.Status is StepStatus.InProgress))
            yield return Reason.Conflict("step.in-progress", $"Somebody is at step {step.Key}.");
    }

    private static IEnumerable<Reason> Against(Release release, CloseOutcome outcome)
    {
        if (release.Status is not ReleaseStatus.Validating && outcome is not CloseOutcome.Failed)
            yield return ReleaseReasons.NotFrom(release.Status);
        var validated = release.Items.Where(item => item.Status is DeliveryStatus.Validated).Select(item => item.Change).ToList();
        var others = release.Items.Where(item => item.Status is not DeliveryStatus.Validated).Select(item => item.Change).ToList();
        if (outcome is CloseOutcome.Successful && others.Count > 0)
            yield return Reason.Conflict("close.not-successful", $"Not validated: {string.Join(", ", others)}.", "/outcome");
        if (outcome is CloseOutcome.SuccessfulWithIssues && validated.Count == 0)
            yield return Reason.Conflict("close.nothing-validated", "Nothing in it has been validated.", "/outcome");
        if (outcome is CloseOutcome.BackedOut && validated.Count > 0)
            yield return Reason.Conflict("close.not-backed-out", $"In production: {string.Join(", ", validated)}.", "/outcome");
        else if (outcome is CloseOutcome.BackedOut && !release.Items.Any(item => item.Status is DeliveryStatus.BackedOut))
            yield return Reason.Conflict("close.nothing-backed-out", "Nothing in it has been backed out.", "/outcome");
    }
}
