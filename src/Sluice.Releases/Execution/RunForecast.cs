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
    /// What would have to be done, in this order, if everything were backed out now: the partners of what was done, one after the
    /// other as the turns are, and then what reverses no single step. While everything is being backed out, what is left of that.
    /// </summary>
    public IReadOnlyList<RunbookStep> WayBack => release.IsBackingOutAll
        ? [.. steps.Values.Where(step => step.Plan.IsBackOut && step.IsOpen).OrderBy(step => step.Turn)]
        : [.. steps.Values.Where(step => step.Plan.IsBackOut && (step.IsOpen || (step.Status is StepStatus.Standby && WouldBeCalled(step))))];

    public TimeSpan BackOutTime => TimeSpan.FromMinutes(WayBack.Sum(step => (long)step.Plan.Minutes));

    /// <summary>The last moment at which turning back ends within the interval; null without one.</summary>
    public DateTimeOffset? LastSafeBackOut => release.Until - BackOutTime;

    /// <summary>How far a running step is past its planned end.</summary>
    public TimeSpan Late(RunbookStep step) =>
        step.Status is StepStatus.InProgress && Plan.TryGetValue(step.Key, out var plan) && now.UtcTicks > plan.End
            ? TimeSpan.FromTicks(now.UtcTicks - plan.End)
            : TimeSpan.Zero;

    private bool WouldBeCalled(RunbookStep step) => step.Plan.BacksOut is { } key
        ? steps.TryGetValue(key, out var reversed) && HasAltered(reversed)
        : steps.Values.Any(other => !other.Plan.IsBackOut && HasAltered(other)
            && (step.Plan.Change is null || other.Plan.Change == step.Plan.Change));

    private static bool HasAltered(RunbookStep step) =>
        step.Status is StepStatus.Done or StepStatus.InProgress or StepStatus.Failed;

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
