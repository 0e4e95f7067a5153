using Sluice.Changes;
using Sluice.Changes.Approvals;
using Sluice.Kernel.Http;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Parts;

/// <summary>A seat with the approval that fills it, or a decision that fills none.</summary>
/// <param name="Decision">Null while the seat waits.</param>
public sealed record ApprovalRow(string Seat, Mark Mark, ShowChange.DecisionShown? Decision, bool IsVoid)
{
    private static Mark Waiting => new("check-pending", "plain", PartWords.Waiting);

    public static IReadOnlyList<ApprovalRow> Seats(ShowChange.Response change)
    {
        var filled = change.Decisions.Where(decision => decision.Seat is not null).ToList();
        return [.. change.Seats.Select(seat =>
        {
            var decision = filled.Find(filling => filling.Seat == seat);
            if (decision is not null)
                filled.Remove(decision);
            return new ApprovalRow(Capital(Standing.SeatName(seat)), decision is null ? Waiting : MarkOf(decision), decision, false);
        })];
    }

    public static IReadOnlyList<ApprovalRow> Others(ShowChange.Response change) =>
        [.. change.Decisions.Where(decision => decision.Seat is null).Reverse().Select(decision => new ApprovalRow(
            decision.By.Name, MarkOf(decision), decision, !decision.Stands))];

    private static Mark MarkOf(ShowChange.DecisionShown decision) => decision switch
    {
        { Decision: Ruling.Approve, Stands: false } => new("gate-cancelled", "plain", PartWords.Voided),
        { Decision: Ruling.Approve } => new("gate-approved", "ok", PartWords.Approved),
        { Decision: Ruling.Reject } => new("gate-rejected", "bad", PartWords.Rejected),
        { Decision: Ruling.Defer } => new("gate-deferred", "warn", PartWords.Deferred),
        _ => new("gate-info", "warn", Wire.Words(decision.Decision)),
    };

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
