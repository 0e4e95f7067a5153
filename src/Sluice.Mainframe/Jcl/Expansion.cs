namespace Sluice.Mainframe.Jcl;

/// <summary>
/// Puts procedures and INCLUDE groups into a job as the converter does. Sources: z/OS MVS JCL Reference, chapter "Procedures and
/// symbols"; z/OS MVS JCL User's Guide, chapters on procedures.
/// </summary>
internal static class Expansion
{
    /// <param name="procs">A catalogued procedure by name; the job's in-stream procedures come before it.</param>
    /// <param name="includes">The member with the statements of an INCLUDE group.</param>
    public static ExpandedJob Of(Job job, Func<string, Proc?> procs, Func<string, JclMember?> includes)
    {
        var findings = new Findings();
        var expander = new Expander(job, procs, includes, findings);
        expander.Expand(job.Body, new(new(), [], []) { Source = job.Source });
        Referbacks.Resolve(expander.Steps);
        return new(job.Name, expander.Steps, expander.Libraries, findings.Diagnostics);
    }
}

/// <summary>Where the expansion is: in the job itself, or in a procedure.</summary>
/// <param name="Calls">Names of the calling steps, outermost first.</param>
/// <param name="Conditions">Of the IF statements that are open.</param>
internal sealed record Level(Symbols Symbols, IReadOnlyList<string> Calls, List<string> Conditions)
{
    public required Text.SourceText Source { get; set; }

    /// <summary>That takes the DD statements; null before the first, and after an EXEC of a procedure.</summary>
    public ExpandedStep? Step { get; set; }

    /// <summary>The procedure whose steps the DD statements override or add to.</summary>
    public Call? Call { get; set; }

    public int StepCount { get; set; }

    /// <summary>IF statements beyond those whose conditions are kept.</summary>
    public int Deeper { get; set; }

    public string DdName { get; set; } = "";
}
