using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Ledger;

namespace Sluice.Changes.Approvals;

/// <summary>Which way a decision goes.</summary>
public enum Ruling { Approve, Reject, Defer, RequestInformation }

internal static class Rulings
{
    public static ChangeFact AsFact(this Ruling ruling) => ruling switch
    {
        Ruling.Approve => ChangeFact.ApprovalGiven,
        Ruling.Reject => ChangeFact.RejectionGiven,
        Ruling.Defer => ChangeFact.DeferralGiven,
        Ruling.RequestInformation => ChangeFact.InformationAsked,
        _ => throw new ArgumentOutOfRangeException(nameof(ruling), ruling, "No such ruling."),
    };
}

/// <summary>What a person wants to decide, before the rules have been asked.</summary>
internal sealed record DecisionDraft(
    Ruling Ruling, int Revision, string Comment, DateTimeOffset? Until, string? Conditions, IReadOnlyList<Reason>? Unread = null);

/// <summary>Made by a person, on a revision, about the content with this digest. Never edited, never deleted.</summary>
/// <param name="CouldFill">The seats its maker could fill at the time: who leaves a team later does not take approvals along.</param>
/// <param name="Sequence">Its entry in the change's history.</param>
/// <param name="Comment">Null once redacted.</param>
internal sealed record Decision(
    Ruling Ruling, int Revision, string? Comment, DateTimeOffset? Until, string? Conditions, IReadOnlyList<string> CouldFill,
    Digest Digest, int Round, Account By, DateTimeOffset At, long Sequence)
{
    public object Facts() => new
    {
        decision = Ruling, CouldFill, Revision, digest = Digest.Text, Round, Until,
        comment = new FreeText(Comment ?? ""),
        conditions = Conditions is null ? (FreeText?)null : new FreeText(Conditions),
    };
}
