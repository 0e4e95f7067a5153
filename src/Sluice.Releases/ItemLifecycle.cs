using System.Collections.Frozen;
using Sluice.Handover;
using static Sluice.Handover.DeliveryStatus;
using static Sluice.Releases.ItemFact;

namespace Sluice.Releases;

/// <summary>What can become true of one change within its release.</summary>
internal enum ItemFact
{
    Planned, Committed, GoGiven, GoVoided, WindowLost, Left, Started, StepFailed, StepRetried, StepsEnded, StepsReopened,
    ValidationPassed, ValidationFailed, BackedOut,
}

/// <summary>How a change moves through the channel: the delivery status that the gate shows beside its own.</summary>
internal static class ItemLifecycle
{
    private static readonly FrozenDictionary<(DeliveryStatus From, ItemFact Fact), DeliveryStatus> Moves =
        new Dictionary<(DeliveryStatus, ItemFact), DeliveryStatus>
        {
            [(Unplanned, ItemFact.Planned)] = DeliveryStatus.Planned,
            // A change stays delayed until it has a window again. One that was carried out before is planned anew.
            [(Delayed, ItemFact.Planned)] = Delayed,
            [(Failed, ItemFact.Planned)] = DeliveryStatus.Planned,
            [(DeliveryStatus.BackedOut, ItemFact.Planned)] = DeliveryStatus.Planned,
            [(Validated, ItemFact.Planned)] = DeliveryStatus.Planned,

            [(DeliveryStatus.Planned, Committed)] = Scheduled,
            [(DeliveryStatus.Planned, Left)] = Unplanned,
            [(Delayed, Committed)] = Scheduled,
            [(Delayed, Left)] = Delayed,

            [(Scheduled, Committed)] = Scheduled,
            [(Scheduled, ItemFact.GoGiven)] = Ready,
            [(Scheduled, ItemFact.WindowLost)] = Delayed,

            [(Ready, Committed)] = Scheduled,
            [(Ready, GoVoided)] = Scheduled,
            [(Ready, ItemFact.WindowLost)] = Delayed,
            [(Ready, ItemFact.Started)] = InProgress,

            [(InProgress, StepFailed)] = Failed,
            [(InProgress, StepsEnded)] = Implemented,
            [(InProgress, ItemFact.BackedOut)] = DeliveryStatus.BackedOut,

            // Of backing out, as of what was done before.
            [(Implemented, StepFailed)] = Failed,
            [(Validated, StepFailed)] = Failed,

            [(Implemented, StepsReopened)] = InProgress,
            [(Implemented, ValidationPassed)] = Validated,
            [(Implemented, ValidationFailed)] = Failed,
            [(Implemented, ItemFact.BackedOut)] = DeliveryStatus.BackedOut,

            [(Validated, ItemFact.BackedOut)] = DeliveryStatus.BackedOut,

            [(Failed, StepRetried)] = InProgress,
            [(Failed, ItemFact.BackedOut)] = DeliveryStatus.BackedOut,
        }.ToFrozenDictionary();

    public static DeliveryStatus? After(DeliveryStatus from, ItemFact fact) =>
        Moves.TryGetValue((from, fact), out var to) ? to : null;
}
