using System.Collections.Frozen;
using static Sluice.Releases.Runbooks.StepFact;
using static Sluice.Releases.Runbooks.StepStatus;

namespace Sluice.Releases.Runbooks;

public enum StepStatus { Standby, Pending, InProgress, Done, Failed, Skipped, BackedOut }

/// <summary>What can become true of one step of a runbook.</summary>
internal enum StepFact { Started, Completed, NotCompleted, LeftOut, Interrupted, CalledUp, Reversed }

/// <summary>Back-out steps stand by until a back-out calls them up; everything else is pending from the beginning.</summary>
internal static class StepLifecycle
{
    private static readonly FrozenDictionary<(StepStatus From, StepFact Fact), StepStatus> Moves =
        new Dictionary<(StepStatus, StepFact), StepStatus>
        {
            [(Standby, CalledUp)] = Pending,

            [(Pending, Started)] = InProgress,
            [(Pending, LeftOut)] = Skipped,

            [(InProgress, Completed)] = Done,
            [(InProgress, NotCompleted)] = Failed,
            // Its item is being backed out while somebody is at it.
            [(InProgress, Interrupted)] = Failed,

            [(Failed, Started)] = InProgress,
            [(Failed, Reversed)] = BackedOut,
            [(Done, Reversed)] = BackedOut,
        }.ToFrozenDictionary();

    public static StepStatus? After(StepStatus from, StepFact fact) =>
        Moves.TryGetValue((from, fact), out var to) ? to : null;
}
