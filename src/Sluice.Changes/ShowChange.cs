using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Changes.Approvals;
using Sluice.Changes.Evidence;
using Sluice.Changes.Reviewing;
using Sluice.Handover;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Production.Systems;

namespace Sluice.Changes;

/// <summary>GET /api/v1/changes/{reference}</summary>
public sealed partial class ShowChange(AppDb db, Actor actor, ListOwners listOwners, TimeProvider clock)
{
    internal const string ExecutedWithoutAuthorization = "executed-without-authorization";

    /// <summary>The change as one person sees it; every act answers with it too.</summary>
    /// <param name="Status">The gate's.</param>
    /// <param name="DeliveryStatus">The channel's.</param>
    /// <param name="ReturnsTo">While put aside: where it goes back to.</param>
    /// <param name="Digest">What is decided on: SHA-256 over the canonical content and assessment.</param>
    /// <param name="Decisions">Oldest first, with those that no longer stand.</param>
    /// <param name="Seats">Who has to approve: <c>owner:KEY</c>, <c>change-manager</c>, <c>cab-member</c>.</param>
    /// <param name="StillNeeded">The seats without a standing approval.</param>
    /// <param name="Flags">What an auditor should stop at: <c>executed-without-authorization</c>.</param>
    /// <param name="AllowedActions">What this person may do now.</param>
    /// <param name="RefusedActions">The rest, with everything that speaks against it.</param>
    public sealed record Response(
        string Ref, ChangeStatus Status, DeliveryStatus DeliveryStatus, ChangeStatus? ReturnsTo, int Revision, string Digest,
        ChangeKind Kind, string Title, string Reason, SecurityImpact SecurityImpact, IReadOnlyList<string> Systems,
        IReadOnlyList<string> Customers, IReadOnlyList<string> DependsOn, IReadOnlyList<Artefact> Artefacts,
        string ImplementationPlan, string TestPlan, string BackoutPlan, Interval RequestedWindow, Account Requester,
        Risk? Risk, AssessmentShown? Assessment, IReadOnlyList<DecisionShown> Decisions, IReadOnlyList<string> Seats,
        IReadOnlyList<string> StillNeeded, AuthorizationShown? Authorization, DateTimeOffset? DeferredUntil,
        string? Release, int Delays, string? DelayReason, ExecutionResult? LastResult, IReadOnlyList<string> Flags,
        CloseCode? CloseCode, IReadOnlyList<EvidenceShown> Evidence, IReadOnlyList<Account> Implementers,
        DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt,
        IReadOnlyList<string> AllowedActions, IReadOnlyList<RefusedAction> RefusedActions, long Version) : IVersioned;

    /// <param name="Score">Likelihood times impact.</param>
    public sealed record AssessmentShown(
        int Likelihood, int Impact, int Score, Risk Risk, string Reasons, string? Dependencies, string? Recovery, Account By,
        DateTimeOffset At);

    /// <param name="Seat">For a standing approval, the seat it fills.</param>
    /// <param name="Stands">False once the change has been edited or assessed anew since.</param>
    /// <param name="Digest">What was decided on.</param>
    public sealed record DecisionShown(
        Ruling Decision, string? Seat, Account By, DateTimeOffset At, string? Comment, string? Conditions, DateTimeOffset? Until,
        int Revision, string Digest, bool Stands);

    /// <summary>The live authorization.</summary>
    public sealed record AuthorizationShown(
        AuthorizationId Id, string Digest, DateTimeOffset From, DateTimeOffset Until, DateTimeOffset ExpiresAt,
        IReadOnlyList<string> Conditions, IReadOnlyList<Decider> Deciders);

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet(
        "/changes/{reference}",
        async (string reference, ShowChange slice, CancellationToken ct) =>
            (await slice.Handle(reference, ct)).ToHttp());

    public async Task<Outcome<Response>> Handle(string reference, CancellationToken ct)
    {
        // Without tracking: a page shows the change again after a refused save, as the database has it.
        if (await db.ChangeWithRef(reference).AsNoTracking().SingleOrDefaultAsync(ct) is not { } change)
            return ChangeReasons.Unknown;
        return As(actor, change, await listOwners.Handle(change.Content.Systems, ct), clock.GetUtcNow());
    }
}
