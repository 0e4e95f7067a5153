namespace Sluice.Releases.Runbooks;

/// <summary>
/// What waits for what in a runbook: a step for those it names, and for every forward step of the items that its own item waits for.
/// </summary>
internal sealed class Precedence(Release release)
{
    private readonly Dictionary<string, RunbookStep> steps = release.Runbook.ToDictionary(step => step.Key);

    public IEnumerable<RunbookStep> Before(RunbookStep step)
    {
        var named = step.Plan.DependsOn.Select(key => steps.GetValueOrDefault(key)).OfType<RunbookStep>();
        if (step.Plan.IsBackOut || release.Item(step.Plan.Change) is not { } item)
            return named;
        return named.Concat(release.Before(item)
            .SelectMany(before => release.StepsOf(before.Change)).Where(before => !before.Plan.IsBackOut));
    }

    /// <summary>Minutes from the first forward step to the last, when all that may run side by side does.</summary>
    /// <remarks>The longest way through the precedence graph: each step ends at its minutes after the last of those before it.</remarks>
    public int Minutes()
    {
        var ends = new Dictionary<string, int>();
        return release.Runbook.Where(step => !step.Plan.IsBackOut).Select(step => End(step, ends)).DefaultIfEmpty(0).Max();
    }

    /// <summary>Steps that wait for each other round in a circle, by key; empty when there is a way through.</summary>
    public IReadOnlyList<string> Cycle() => Cycles.Find(steps.Values.ToDictionary(
        step => step.Key, step => (IReadOnlyList<string>)[.. Before(step).Select(before => before.Key)]));

    private int End(RunbookStep step, Dictionary<string, int> ends)
    {
        if (ends.TryGetValue(step.Key, out var known))
            return known;
        ends[step.Key] = 0; // in a circle there is no longest way; the circle itself is reported elsewhere
        return ends[step.Key] = Before(step).Select(before => End(before, ends)).DefaultIfEmpty(0).Max() + step.Plan.Minutes;
    }
}
