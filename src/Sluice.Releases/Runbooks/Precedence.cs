using Sluice.Scheduling;

namespace Sluice.Releases.Runbooks;

/// <summary>
/// What waits for what in a runbook: a step for those it names, and for every forward step of the items that its own item waits for.
/// </summary>
internal sealed class Precedence(Release release)
{
    private readonly Dictionary<string, RunbookStep> steps = release.Runbook.ToDictionary(step => step.Key);

    private readonly ILookup<string?, RunbookStep> forward =
        release.Runbook.Where(step => !step.Plan.IsBackOut).ToLookup(step => step.Plan.Change);

    public IEnumerable<RunbookStep> Before(RunbookStep step)
    {
        var named = step.Plan.DependsOn.Select(key => steps.GetValueOrDefault(key)).OfType<RunbookStep>();
        if (step.Plan.IsBackOut || release.Item(step.Plan.Change) is not { } item)
            return named;
        return named.Concat(release.Before(item).SelectMany(before => forward[before.Change]));
    }

    /// <summary>Minutes from the first forward step to the last, when all that may run side by side does.</summary>
    public long Minutes() => Forward().LeastTime(key => steps[key].Plan.Minutes);

    /// <summary>Steps that wait for each other round in a circle, by key; empty when there is a way through.</summary>
    public IReadOnlyList<string> Cycle() => Graph(steps.Values).Cycle;

    /// <summary>Of the forward steps alone.</summary>
    public PrecedenceGraph Forward() => Graph(steps.Values.Where(step => !step.Plan.IsBackOut));

    private PrecedenceGraph Graph(IEnumerable<RunbookStep> of) => new(of.ToDictionary(
        step => step.Key, step => (IReadOnlyList<string>)[.. Before(step).Select(before => before.Key)]));
}
