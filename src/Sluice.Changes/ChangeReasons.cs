using Sluice.Handover;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;

namespace Sluice.Changes;

internal static class ChangeReasons
{
    /// <summary>The same words for a reference that never was and for another tenant's: neither may be told apart.</summary>
    public static Reason Unknown { get; } = new(ReasonKind.Unknown, "change.unknown", "There is no such change.");

    public static Reason NotFrom(ChangeStatus status) => Reason.Conflict(
        "change.not-in-status", $"Not possible while the change is in status {Wire.Words(status)}.");

    public static Reason Executing { get; } =
        Reason.Conflict("change.executing", "The change is being carried out right now.");
}
