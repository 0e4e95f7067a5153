using System.Collections.Frozen;
using Sluice.Handover;
using Sluice.Kernel.Http;
using static Sluice.Changes.ChangeFact;
using static Sluice.Handover.ChangeStatus;

namespace Sluice.Changes;

/// <summary>What can become true of a change. Facts, not clicks: one click on "approve" is one of two facts.</summary>
internal enum ChangeFact
{
    Submitted, Assessed, ApprovalGiven, QuorumReached, RejectionGiven, DeferralGiven, DeferralEnded,
    InformationAsked, AnsweredToAssess, AnsweredToAuthorize, MaterialEdit, MaterialEditOfScope,
    HoldPlaced, ResumedToAssess, ResumedToAuthorize, ResumedToApproved,
    AuthorizationExpired, Revised, CalledOff, ExecutionReported, ReviewClosed, ReviewReturned,
}

/// <summary>
/// Every move a change can make; what is not listed is refused. The aggregate, the allowed actions, the diagram in the
/// documents and the exhaustive test read this table and nothing else.
/// </summary>
internal static class ChangeLifecycle
{
    private static readonly FrozenDictionary<(ChangeStatus From, ChangeFact Fact), ChangeStatus> Moves =
        new Dictionary<(ChangeStatus, ChangeFact), ChangeStatus>
        {
            [(Draft, MaterialEdit)] = Draft,
            [(Draft, MaterialEditOfScope)] = Draft,
            [(Draft, Submitted)] = Assess,
            [(Draft, CalledOff)] = Cancelled,

            [(Assess, MaterialEdit)] = Assess,
            [(Assess, MaterialEditOfScope)] = Assess,
            [(Assess, Assessed)] = Authorize,
            [(Assess, InformationAsked)] = InformationRequested,
            [(Assess, HoldPlaced)] = OnHold,
            [(Assess, CalledOff)] = Cancelled,

            // One person's approval leaves the change where it is; the one that fills the last seat makes the quorum.
            [(Authorize, ApprovalGiven)] = Authorize,
            [(Authorize, QuorumReached)] = Approved,
            [(Authorize, RejectionGiven)] = Rejected,
            [(Authorize, DeferralGiven)] = Deferred,
            [(Authorize, InformationAsked)] = InformationRequested,
            [(Authorize, MaterialEdit)] = Authorize,
            [(Authorize, MaterialEditOfScope)] = Assess,
            [(Authorize, HoldPlaced)] = OnHold,
            [(Authorize, CalledOff)] = Cancelled,

            [(Approved, MaterialEdit)] = Authorize,
            [(Approved, MaterialEditOfScope)] = Assess,
            [(Approved, AuthorizationExpired)] = Authorize,
            [(Approved, HoldPlaced)] = OnHold,
            [(Approved, CalledOff)] = Cancelled,

            // A change put aside stays aside, whatever happens to it; Change.ReturnsTo says where it goes back to.
            [(InformationRequested, MaterialEdit)] = InformationRequested,
            [(InformationRequested, MaterialEditOfScope)] = InformationRequested,
            [(InformationRequested, AnsweredToAssess)] = Assess,
            [(InformationRequested, AnsweredToAuthorize)] = Authorize,
            [(InformationRequested, CalledOff)] = Cancelled,

            [(OnHold, MaterialEdit)] = OnHold,
            [(OnHold, MaterialEditOfScope)] = OnHold,
            [(OnHold, AuthorizationExpired)] = OnHold,
            [(OnHold, ResumedToAssess)] = Assess,
            [(OnHold, ResumedToAuthorize)] = Authorize,
            [(OnHold, ResumedToApproved)] = Approved,
            [(OnHold, CalledOff)] = Cancelled,

            [(Deferred, DeferralEnded)] = Authorize,
            [(Deferred, CalledOff)] = Cancelled,

            [(Rejected, Revised)] = Draft,
            [(Rejected, CalledOff)] = Cancelled,

            [(Review, ReviewClosed)] = Closed,
            [(Review, ReviewReturned)] = Authorize,

            // Never refused: it has happened, wherever the change was.
            [(Draft, ExecutionReported)] = Review,
            [(Assess, ExecutionReported)] = Review,
            [(Authorize, ExecutionReported)] = Review,
            [(InformationRequested, ExecutionReported)] = Review,
            [(Deferred, ExecutionReported)] = Review,
            [(OnHold, ExecutionReported)] = Review,
            [(Approved, ExecutionReported)] = Review,
            [(Review, ExecutionReported)] = Review,
            [(Rejected, ExecutionReported)] = Review,
            [(Closed, ExecutionReported)] = Review,
            [(Cancelled, ExecutionReported)] = Review,
        }.ToFrozenDictionary();

    /// <returns>Where the fact leads; <see langword="null"/> when it cannot become true there.</returns>
    public static ChangeStatus? After(ChangeStatus from, ChangeFact fact) =>
        Moves.TryGetValue((from, fact), out var to) ? to : null;

    /// <summary>Out of the way until someone answers or resumes.</summary>
    public static bool IsAside(ChangeStatus status) => status is InformationRequested or OnHold;

    /// <summary>Nothing more is to be carried out, unless it is taken up again and approved anew.</summary>
    public static bool HasEnded(ChangeStatus status) => status is Closed or Rejected or Cancelled;

    public static string Mermaid() => string.Join('\n',
    [
        "stateDiagram-v2",
        "    [*] --> Draft",
        .. Moves.OrderBy(move => move.Key)
            .Select(move => $"    {move.Key.From} --> {move.Value}: {Wire.Words(move.Key.Fact).ToLowerInvariant()}"),
        .. Enum.GetValues<ChangeStatus>()
            .Where(status => Moves.Keys.All(move => move.From != status || move.Fact is ExecutionReported))
            .Select(status => $"    {status} --> [*]"),
        "",
    ]);
}
