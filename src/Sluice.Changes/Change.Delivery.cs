using Sluice.Changes.Reviewing;
using Sluice.Handover;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Ledger;

namespace Sluice.Changes;

/// <summary>What the channel reports, and the review of what it did.</summary>
internal partial class Change
{
    public DeliveryStatus DeliveryStatus { get; private set; }

    /// <summary>The release that holds the change; null when none does.</summary>
    public string? Release { get; private set; }

    /// <summary>How often it has lost a committed window.</summary>
    public int Delays { get; private set; }

    /// <summary>Why it lost the last one, in a word.</summary>
    public string? DelayReason { get; private set; }

    /// <summary>When the channel last touched production for it.</summary>
    public DateTimeOffset? ChangedProductionAt { get; private set; }

    /// <summary>Who is to do, or has done, steps that alter production.</summary>
    public IReadOnlyList<Account> Staff { get; private set; } = [];

    /// <summary>It ran although the gate was shut. Stays for good.</summary>
    public bool ExecutedWithoutAuthorization { get; private set; }

    /// <summary>The release whose report came last.</summary>
    public string? ReportedBy { get; private set; }

    public ExecutionResult? LastResult { get; private set; }

    public CloseCode? CloseCode { get; private set; }

    /// <summary>Being carried out, from the start of its release until that release has reported how it ended.</summary>
    public bool IsExecuting => DeliveryStatus is DeliveryStatus.InProgress
        || (Release is not null && Release != ReportedBy && DeliveryStatus is DeliveryStatus.Implemented or DeliveryStatus.Failed);

    public void Delivered(DeliveryMoved moved)
    {
        var before = DeliveryStatus;
        (DeliveryStatus, Release) = (moved.Status, moved.Release);
        // Without a reason it only says that a change which is late already has been planned again.
        if (moved is { Status: DeliveryStatus.Delayed, Reason: not null })
            (Delays, DelayReason) = (Delays + 1, moved.Reason);
        if (moved.Status is DeliveryStatus.InProgress or DeliveryStatus.Implemented or DeliveryStatus.Validated
            or DeliveryStatus.Failed or DeliveryStatus.BackedOut)
            ChangedProductionAt = moved.At;
        UpdatedAt = moved.At;
        Acted(By(moved.By), "change.delivery-moved", moved.At, new
        {
            delivery = new { before, after = moved.Status }, moved.Release, moved.Reason,
        });
    }

    public void StaffedWith(StaffingDeclared staffing)
    {
        Staff = staffing.People;
        Acted(Actor.Clockwork(TenantId), "change.staffing-declared", staffing.At, new { staffing.People });
    }

    /// <summary>Never refused: what has happened has happened.</summary>
    public void Executed(ExecutionReport report)
    {
        // The same release may report twice: failed, and then backed out. What people have made of the first report meanwhile
        // (closed it, returned it) does not turn the second into another execution.
        var isFollowUp = ReportedBy == report.Release;
        var isUnauthorized = Status is not ChangeStatus.Approved && !isFollowUp;
        ExecutedWithoutAuthorization |= isUnauthorized;
        (ReportedBy, LastResult, CloseCode) = (report.Release, report.Result, null);
        Become(ChangeFact.ExecutionReported, "change.executed", By(report.By), report.At, new
        {
            report.Release, report.Result, report.StartedAt, report.EndedAt, report.Evidence,
            flags = isUnauthorized ? (string[])[ShowChange.ExecutedWithoutAuthorization] : [],
        }, withdrawn: "executed");
    }

    public Refusal? Close(CloseCode code, string notes, Actor manager, DateTimeOffset now)
    {
        var refusal = Become(
            ChangeFact.ReviewClosed, "change.closed", manager, now, new { closeCode = code, notes = new FreeText(notes) });
        if (refusal is null)
            CloseCode = code;
        return refusal;
    }

    public Refusal? Return(string notes, Actor manager, DateTimeOffset now) =>
        Become(ChangeFact.ReviewReturned, "change.returned", manager, now, new { notes = new FreeText(notes) });

    private Actor By(Account account) => new(TenantId, account, []);
}
