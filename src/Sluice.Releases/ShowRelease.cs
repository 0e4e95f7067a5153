using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Handover;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Releases.Execution;
using Sluice.Releases.Readiness;
using Sluice.Releases.Runbooks;

namespace Sluice.Releases;

/// <summary>GET /api/v1/releases/{reference}</summary>
public sealed partial class ShowRelease(AppDb db, Actor actor, AskSteps ask, GatherReadiness gather, TimeProvider clock)
{
    /// <summary>The release as one person sees it; every act answers with it too.</summary>
    /// <param name="Window">The production window; null for an interval of its own.</param>
    /// <param name="From">While planning, a wish; committed by scheduling.</param>
    /// <param name="RunbookDigest">What "go" signs: SHA-256 over interval, items and steps.</param>
    /// <param name="GoBy">Who gave "go" for exactly this; null when nobody has or it is void.</param>
    /// <param name="Steps">In the runbook's order.</param>
    /// <param name="AllowedActions">What this person may do now.</param>
    /// <param name="RefusedActions">The rest, with everything that speaks against it.</param>
    public sealed record Response(
        string Ref, string Title, string Goal, ReleaseStatus Status, string? Window, DateTimeOffset? From, DateTimeOffset? Until,
        string? Zone, IReadOnlyList<string> Systems, IReadOnlyList<ItemShown> Items, IReadOnlyList<StepShown> Steps,
        string RunbookDigest, Account? GoBy, IReadOnlyList<Account> Implementers, long PlannedMinutes, Account CreatedBy,
        DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt,
        IReadOnlyList<string> AllowedActions, IReadOnlyList<RefusedAction> RefusedActions, long Version) : IVersioned;

    /// <param name="Status">The gate's: an approved change is not a ready one.</param>
    /// <param name="DeliveryStatus">The channel's.</param>
    /// <param name="Authorized">For exactly what it says now, at this moment.</param>
    /// <param name="Conditions">What its approvers asked for with their approval: it binds whoever carries the change out.</param>
    /// <param name="Needs">Changes that it depends on by its own word.</param>
    /// <param name="Result">How it ended, once it has.</param>
    public sealed record ItemShown(
        string Change, string Title, ChangeStatus Status, DeliveryStatus DeliveryStatus, bool Authorized, int Revision, string Digest,
        IReadOnlyList<string> Conditions, Risk? Risk, IReadOnlyList<string> Systems, Account Requester, int Order, IReadOnlyList<string> DependsOn,
        IReadOnlyList<string> Needs, bool BackingOut, ExecutionResult? Result, Account? ValidatedBy,
        IReadOnlyList<string> AllowedActions, IReadOnlyList<RefusedAction> RefusedActions);

    /// <param name="Turn">In a back-out: its place in the reverse order.</param>
    /// <param name="Deviation">Added or changed after the start.</param>
    /// <param name="Yours">Its owner is asking, or one of its team who may do steps.</param>
    public sealed record StepShown(
        string Key, string Title, StepPhase Phase, string? Change, string? Team, Account? Owner, int Minutes,
        IReadOnlyList<string> DependsOn, string? BacksOut, StepStatus Status, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt,
        IReadOnlyList<Account> Doers, IReadOnlyList<string> Evidence, int? Turn, bool Deviation, bool Yours,
        IReadOnlyList<string> AllowedActions, IReadOnlyList<RefusedAction> RefusedActions, long Version);

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet(
        "/releases/{reference}",
        async (string reference, ShowRelease slice, CancellationToken ct) => (await slice.Handle(reference, ct)).ToHttp());

    public async Task<Outcome<Response>> Handle(string reference, CancellationToken ct) =>
        await db.ReleaseWithRef(reference).AsNoTracking().SingleOrDefaultAsync(ct) is { } release
            ? await As(release, ct)
            : ReleaseReasons.Unknown;

    internal async Task<Response> As(Release release, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var asker = await ask.For(release, actor, now, ct);
        // Before the start the readiness is what go and start are refused for; afterwards nobody asks.
        IReadOnlyList<ReadinessCheck> checks = ReleaseLifecycle.IsOpen(release.Status) && !ReleaseLifecycle.IsRunning(release.Status)
            ? ReadinessRules.Checks(release, await gather.Handle(release, ct), now)
            : [];
        return As(release, asker, checks, now);
    }
}
