using Sluice.Changes.Approvals;
using Sluice.Changes.Assessment;
using Sluice.Changes.Evidence;
using Sluice.Changes.Reviewing;
using Sluice.Kernel.History;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Production.Systems;

namespace Sluice.Changes;

public sealed partial class ShowChange
{
    internal static Response As(Actor viewer, Change change, OwnerTeams owners, DateTimeOffset now)
    {
        var rule = new ApprovalRule(change, owners);
        var seating = rule.Seating();
        var content = change.Content;
        var actions = ActionsOf(change, rule, viewer, now);

        return new(
            change.Ref, change.Status, change.DeliveryStatus, change.ReturnsTo, change.Revision, change.Digest.Text,
            content.Kind, content.Title, content.Reason, content.SecurityImpact, content.Systems, content.Customers,
            content.DependsOn, content.Artefacts, content.ImplementationPlan, content.TestPlan, content.BackoutPlan,
            new(content.WindowFrom, content.WindowUntil), change.Requester,
            change.Risk, ToShown(change.Assessment), [.. change.Decisions.Select(d => ToShown(d, change, seating))], rule.Seats,
            [.. seating.Open], Authorization(change), change.DeferredUntil,
            change.Release, change.Delays, change.DelayReason, change.LastResult,
            change.ExecutedWithoutAuthorization ? [ExecutedWithoutAuthorization] : [],
            change.CloseCode, [.. change.Evidence.Select(EvidenceShown.To)], change.Staff,
            change.CreatedAt, change.UpdatedAt, actions.Allowed, actions.Refused, change.Version);
    }

    private static Actions ActionsOf(Change change, ApprovalRule rule, Actor viewer, DateTimeOffset now) => Actions.Of(
    [
        ("edit", EditChange.Against(change, viewer)),
        ("submit", SubmitChange.Against(change, viewer)),
        ("assessment", AssessChange.Against(change, viewer)),
        .. Enum.GetValues<Ruling>().Select(ruling =>
            (Wire.Name(ruling), DecisionRules.Against(change, ruling, rule, viewer, now))),
        ("hold", HoldChange.Against(change, viewer)),
        ("resume", ResumeChange.Against(change, viewer)),
        ("revise", ReviseChange.Against(change, viewer)),
        ("cancel", CancelChange.Against(change, viewer)),
        ("review", ReviewChange.Against(change, viewer)),
        ("evidence", AttachEvidence.Against(change, viewer)),
        ("comments", AddComment.Against(viewer)),
    ]);

    private static AssessmentShown? ToShown(RiskAssessment? assessment) => assessment is null ? null : new(
        assessment.Likelihood, assessment.Impact, assessment.Score, assessment.Risk, assessment.Reasons,
        assessment.Dependencies, assessment.Recovery, assessment.By, assessment.At);

    private static DecisionShown ToShown(Decision decision, Change change, Seating seating) => new(
        decision.Ruling,
        decision.Ruling is Ruling.Approve && change.Stands(decision) ? seating.SeatOf(decision.By) : null,
        decision.By, decision.At, decision.Comment, decision.Conditions, decision.Until, decision.Revision,
        decision.Digest.Text, change.Stands(decision));

    private static AuthorizationShown? Authorization(Change change) => change.AuthorizationId is { } id
        ? new(id, change.Digest.Text, change.Content.WindowFrom, change.Content.WindowUntil, change.AuthorizedUntil!.Value,
            change.Conditions, change.Quorum)
        : null;
}
