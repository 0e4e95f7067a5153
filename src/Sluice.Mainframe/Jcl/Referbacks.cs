namespace Sluice.Mainframe.Jcl;

/// <summary>
/// <c>*.DD</c> is a DD statement of the same step, <c>*.STEP.DD</c> of an earlier one, <c>*.STEP.PROCSTEP.DD</c> of a step of the
/// procedure that STEP called. Source: z/OS MVS JCL Reference, section "Backward references".
/// </summary>
internal static class Referbacks
{
    private const string None = "The DD statement that it refers back to is not in this job.";

    public static void Resolve(IReadOnlyList<ExpandedStep> steps)
    {
        var earlier = new Dictionary<string, ExpandedStep>();
        foreach (var step in steps)
        {
            if (step.Program is { } program && program.StartsWith("*.", StringComparison.Ordinal))
            {
                var made = Find(program, step, earlier)?.DataSet?.Detail;
                var isKnown = made is not null && Name.IsValid(made);
                step.Program = isKnown ? made : null;
                step.Why = isKnown ? null : None;
            }
            foreach (var dd in step.Dds)
                if (dd.DataSet is { IsReferback: true } name)
                {
                    var found = Find(name.Name, step, earlier);
                    // Itself, or one that could not be found either, is no answer.
                    if (found?.DataSet is { IsReferback: false } target)
                        (dd.DataSet, dd.RefersTo, dd.Why) = (target, found.Origin, found.Why);
                    else
                        dd.Why = None;
                }
            earlier[step.FullName] = step;
        }
    }

    private static ExpandedDd? Find(string written, ExpandedStep step, Dictionary<string, ExpandedStep> earlier)
    {
        var last = written.LastIndexOf('.');
        if (last <= 1)
            return step.Find(written[2..]) is [var own, ..] ? own : null;
        var name = written[2..last];
        // Within a procedure first: of its own steps, then of the job's.
        var from = step.Calls.Count > 0 ? earlier.GetValueOrDefault($"{string.Join('.', step.Calls)}.{name}") : null;
        from ??= earlier.GetValueOrDefault(name);
        return from?.Find(written[(last + 1)..]) is [var found, ..] ? found : null;
    }
}
