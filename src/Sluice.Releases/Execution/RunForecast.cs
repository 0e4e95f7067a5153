using Sluice.Releases.Runbooks;
using Sluice.Scheduling;

namespace Sluice.Releases.Execution;

/// <summary>
/// Where a run stands against its plan: when each step was to run, when it did or is likely to, and how long going back would take.
/// </summary>
/// <remarks>
/// The plan begins where the run began, or would begin: a window says from when it may, not when it will. Steps keep to their planned
/// minutes unless they have already taken longer; what has not begun begins as soon as all it waits for has ended.
/// </remarks>
internal sealed class RunForecast
{
    private const int LeastReserve = 5;

    private readonly Release release;
    private readonly DateTimeOffset now;
    private readonly PrecedenceGraph graph;
    private readonly Dictionary<string, RunbookStep> steps;

    public RunForecast(Release release, DateTimeOffset now)
    {
        (this.release, this.now) = (release, now);
        steps = release.Runbook.ToDictionary(step => step.Key);
        graph = new Precedence(release).Forward();
        var begin = release.StartedAt ?? (release.From is { } from && from > now ? from : now);
        Plan = graph.Earliest(Minutes, _ => begin.UtcTicks);
        Likely = graph.Earliest(LikelyLength, NotBefore);
    }

    public IReadOnlyDictionary<string, Stretch> Plan { get; }

    /// <summary>What happened, for what has ended; the forecast for the rest.</summary>
    public IReadOnlyDictionary<string, Stretch> Likely { get; }

    public DateTimeOffset? PlannedFinish => End(Plan);

    public DateTimeOffset? LikelyFinish => End(Likely);

    /// <summary>Steps still to end that set the end of the run.</summary>
    public IReadOnlySet<string> Critical => graph.Critical(Likely).Where(key => steps[key].IsOpen).ToHashSet();

    /// <summary>
    /// What would have to be done, in this order, if everything were backed out now: what has been called up already, then the
    /// partners of what was done in the reverse of its order, and then what reverses no single step.
    /// </summary>
    public IReadOnlyList<RunbookStep> WayBack =>
    [
        // One that failed is still in the way, and to be done again.
        .. steps.Values.Where(step => step.Plan.IsBackOut && (step.IsOpen || release.IsInTheWay(step)) && step.Status is not StepStatus.Standby)
            .OrderBy(step => step.Turn),
        .. release.IsBackingOutAll ? [] : release.WouldCallUp([.. release.Runbook]),
    ];

    /// <summary>One step after the other, as the turns are.</summary>
    public TimeSpan BackOutTime => TimeSpan.FromMinutes(WayBack.Sum(step => (long)step.Plan.Minutes));

    /// <summary>
    /// To see afterwards that production is as it was: the same checks that would have shown it as it is to be, of every change
    /// on the way back or gone back already, and those that belong to no single change. Zero when nothing is to go back.
    /// </summary>
    /// <remarks>While a back-out runs, each step that ends takes its own minutes away, and nothing of what is to be seen afterwards.</remarks>
    public TimeSpan VerificationTime
    {
        get
        {
            var goneBack = steps.Values.Where(step => step.Plan.IsBackOut && step.Status is not StepStatus.Standby);
            var changes = WayBack.Concat(goneBack).Select(step => step.Plan.Change).ToHashSet();
            return WayBack.Count == 0 ? TimeSpan.Zero : TimeSpan.FromMinutes(steps.Values
                .Where(step => step.Plan.Phase is StepPhase.Verify
                    && (step.Plan.Change is null || changes.Contains(null) || changes.Contains(step.Plan.Change)))
                .Sum(step => (long)step.Plan.Minutes));
        }
    }

    /// <summary>For what nobody has planned: a tenth of going back and verifying it, in whole minutes, and never less than five.</summary>
    public TimeSpan Reserve => WayBack.Count == 0 ? TimeSpan.Zero
        : TimeSpan.FromMinutes(Math.Max(LeastReserve, Math.Ceiling((BackOutTime + VerificationTime).TotalMinutes / 10)));

    /// <summary>
    /// The last moment at which turning back, with its verification and a reserve, ends within the interval; null without one.
    /// </summary>
    public DateTimeOffset? LastSafeBackOut => release.Until - BackOutTime - VerificationTime - Reserve;

    /// <summary>How far a running step is past its planned end.</summary>
    public TimeSpan Late(RunbookStep step) =>
        step.Status is StepStatus.InProgress && Plan.TryGetValue(step.Key, out var plan) && now.UtcTicks > plan.End
            ? TimeSpan.FromTicks(now.UtcTicks - plan.End)
            : TimeSpan.Zero;

    private long Minutes(string key) => TimeSpan.FromMinutes(steps[key].Plan.Minutes).Ticks;

    private long NotBefore(string key) => steps[key] switch
    {
        { StartedAt: { } began } => began.UtcTicks,
        { EndedAt: { } leftOut } => leftOut.UtcTicks,
        _ when release.StartedAt is null && release.From is { } from && from > now => from.UtcTicks,
        _ => now.UtcTicks,
    };

    private long LikelyLength(string key) => steps[key] switch
    {
        // Nobody has decided to turn back: it is as if it were done once more from now on.
        { Status: StepStatus.Failed, StartedAt: { } began } when release.IsInTheWay(steps[key]) => (now - began).Ticks + Minutes(key),
        { StartedAt: { } began, EndedAt: { } ended } => (ended - began).Ticks,
        { EndedAt: not null } => 0,
        { StartedAt: { } began } => Math.Max(Minutes(key), (now - began).Ticks),
        _ => Minutes(key),
    };

    private static DateTimeOffset? End(IReadOnlyDictionary<string, Stretch> stretches) =>
        stretches.Count == 0 ? null : new(stretches.Values.Max(stretch => stretch.End), TimeSpan.Zero);
}
