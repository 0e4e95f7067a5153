namespace Sluice.Handover;

/// <summary>
/// How far a change has come within its release. The channel decides it; the gate keeps the last report and shows it beside its
/// own status, because an approved change is not a ready one.
/// </summary>
public enum DeliveryStatus
{
    Unplanned, Planned, Scheduled, Ready, InProgress, Implemented, Validated, Delayed, Failed, BackedOut,
}
