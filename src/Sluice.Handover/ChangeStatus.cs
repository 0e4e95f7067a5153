namespace Sluice.Handover;

/// <summary>The gate's status of a change. Whether it is delivered is another question: <see cref="DeliveryStatus"/>.</summary>
public enum ChangeStatus
{
    Draft, Assess, Authorize, InformationRequested, Deferred, OnHold, Approved, Review, Closed, Rejected, Cancelled,
}
