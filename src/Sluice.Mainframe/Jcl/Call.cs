namespace Sluice.Mainframe.Jcl;

/// <summary>
/// The steps that one EXEC of a procedure brought in, while the DD statements after it override theirs or add to them:
/// <c>//STEP.DD DD …</c>. Source: z/OS MVS JCL Reference, chapter "DD statement", name field, and z/OS MVS JCL User's Guide, on
/// modifying procedures.
/// </summary>
/// <param name="level">How many calls lead to the procedure's own steps; the steps of those that it calls itself are
/// deeper.</param>
internal sealed class Call(IReadOnlyList<ExpandedStep> steps, int level)
{
    private readonly Dictionary<string, ExpandedStep> byName = ByName(steps, level);
    private ExpandedStep? step = steps is [var first, ..] ? first : null;
    private string ddName = "";
    private int sequence;

    public IReadOnlyList<ExpandedStep> Steps => steps;

    public ExpandedStep? Find(string name) => byName.GetValueOrDefault(name);

    /// <returns>False when there is no such step.</returns>
    public bool Take(Statement statement, ExpandedDd dd)
    {
        if (statement.Name.Length == 0)
            sequence++;
        else
        {
            var dot = statement.Name.IndexOf('.', StringComparison.Ordinal);
            // Not qualified it is of the same step as the one before, at first of the procedure's first.
            step = dot < 0 ? step : Find(statement.Name[..dot]);
            (ddName, sequence) = (statement.Name[(dot + 1)..], 0);
        }
        if (step is null || ddName.Length == 0)
            return false;
        var concatenation = step.Find(ddName);
        if (sequence < concatenation.Count)
            DdOverrides.Apply(concatenation[sequence], dd);
        else
            step.Add(dd with { Name = ddName });
        return true;
    }

    private static Dictionary<string, ExpandedStep> ByName(IReadOnlyList<ExpandedStep> steps, int level)
    {
        var names = new Dictionary<string, ExpandedStep>();
        foreach (var step in steps)
            if (step.Calls.Count == level)
                names.TryAdd(step.Name, step);
        foreach (var step in steps)
            names.TryAdd(step.Name, step);
        return names;
    }
}
