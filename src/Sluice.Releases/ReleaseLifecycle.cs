using System.Collections.Frozen;
using Sluice.Kernel.Http;
using static Sluice.Releases.ReleaseFact;
using static Sluice.Releases.ReleaseStatus;

namespace Sluice.Releases;

/// <summary>Where a release stands. Whether its changes may go to production is another question, which the gate answers.</summary>
public enum ReleaseStatus
{
    Planning, Scheduled, Ready, Executing, Suspended, Validating, BackingOut,
    Completed, CompletedWithExceptions, BackedOut, Failed, Cancelled,
}

/// <summary>What can become true of a release. Facts, not clicks: the last step's completion may be two of them.</summary>
internal enum ReleaseFact
{
    PlanChanged, IntervalCommitted, GoGiven, NoGoGiven, CheckFailed, WindowLost, Started, DeviationRecorded,
    SuspensionPlaced, Resumed, WorkEnded, WorkReopened, BackOutOrdered,
    ClosedSuccessful, ClosedWithIssues, ClosedBackedOut, ClosedFailed, CalledOff,
}

/// <summary>
/// Every move a release can make; what is not listed is refused. The aggregate, the allowed actions, the diagram in the documents
/// and the exhaustive test read this table and nothing else.
/// </summary>
internal static class ReleaseLifecycle
{
    private static readonly FrozenDictionary<(ReleaseStatus From, ReleaseFact Fact), ReleaseStatus> Moves =
        new Dictionary<(ReleaseStatus, ReleaseFact), ReleaseStatus>
        {
            [(Planning, PlanChanged)] = Planning,
            [(Planning, IntervalCommitted)] = Scheduled,
            [(Planning, CalledOff)] = Cancelled,

            [(Scheduled, PlanChanged)] = Scheduled,
            [(Scheduled, IntervalCommitted)] = Scheduled,
            [(Scheduled, GoGiven)] = Ready,
            [(Scheduled, NoGoGiven)] = Planning,
            [(Scheduled, WindowLost)] = Planning,
            [(Scheduled, CalledOff)] = Cancelled,

            // "Go" signs the plan as it was and stands while every check passes; otherwise it is void.
            [(Ready, PlanChanged)] = Scheduled,
            [(Ready, IntervalCommitted)] = Scheduled,
            [(Ready, CheckFailed)] = Scheduled,
            [(Ready, NoGoGiven)] = Planning,
            [(Ready, WindowLost)] = Planning,
            [(Ready, Started)] = Executing,
            [(Ready, CalledOff)] = Cancelled,

            [(Executing, DeviationRecorded)] = Executing,
            [(Executing, SuspensionPlaced)] = Suspended,
            [(Executing, WorkEnded)] = Validating,
            [(Executing, WorkReopened)] = Executing,
            [(Executing, BackOutOrdered)] = BackingOut,
            // What failed and cannot be backed out either still has to end.
            [(Executing, ClosedFailed)] = Failed,

            [(Suspended, DeviationRecorded)] = Suspended,
            [(Suspended, Resumed)] = Executing,
            [(Suspended, WorkReopened)] = Suspended,
            [(Suspended, BackOutOrdered)] = BackingOut,

            [(Validating, WorkReopened)] = Executing,
            [(Validating, BackOutOrdered)] = BackingOut,
            [(Validating, ClosedSuccessful)] = Completed,
            [(Validating, ClosedWithIssues)] = CompletedWithExceptions,
            [(Validating, ClosedBackedOut)] = BackedOut,
            [(Validating, ClosedFailed)] = Failed,

            [(BackingOut, DeviationRecorded)] = BackingOut,
            [(BackingOut, WorkEnded)] = Validating,
            [(BackingOut, ClosedFailed)] = Failed,
        }.ToFrozenDictionary();

    /// <returns>Where the fact leads; <see langword="null"/> when it cannot become true there.</returns>
    public static ReleaseStatus? After(ReleaseStatus from, ReleaseFact fact) =>
        Moves.TryGetValue((from, fact), out var to) ? to : null;

    /// <summary>It holds its changes: nobody else may plan them.</summary>
    public static bool IsOpen(ReleaseStatus status) => Moves.Keys.Any(move => move.From == status);

    /// <summary>From the start to the close.</summary>
    public static bool IsRunning(ReleaseStatus status) => status is Executing or Suspended or Validating or BackingOut;

    public static string Mermaid() => string.Join('\n',
    [
        "stateDiagram-v2",
        "    [*] --> Planning",
        .. Moves.OrderBy(move => move.Key)
            .Select(move => $"    {move.Key.From} --> {move.Value}: {Wire.Words(move.Key.Fact).ToLowerInvariant()}"),
        .. Enum.GetValues<ReleaseStatus>().Where(status => !IsOpen(status)).Select(status => $"    {status} --> [*]"),
        "",
    ]);
}
