using Sluice.Handover;

namespace Sluice.Changes.Gate;

/// <summary>The answer to the gate question. <c>would-allow</c> is said of another moment than now, and opens nothing.</summary>
public enum Verdict { Deny, WouldAllow, Allow }

internal static class Verdicts
{
    /// <summary>Deny beats would-allow beats allow.</summary>
    public static Verdict Fold(IReadOnlyCollection<GateReason> against, bool isForAnotherMoment) =>
        against.Count > 0 ? Verdict.Deny : isForAnotherMoment ? Verdict.WouldAllow : Verdict.Allow;
}
