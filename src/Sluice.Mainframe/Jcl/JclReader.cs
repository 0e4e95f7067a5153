using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Jcl;

/// <summary>
/// What JCL says by itself, no procedure and no INCLUDE group expanded. Sources: z/OS MVS JCL Reference and z/OS MVS JCL User's
/// Guide.
/// </summary>
internal static class JclReader
{
    /// <param name="name">Of the member, in upper case: EXEC and INCLUDE find it by that.</param>
    public static void Read(string name, SourceText source, Findings findings)
    {
        var statements = new StatementReader(name, source, findings);
        var outline = new Outline(name, source, findings);
        var hasJob = false;
        // Of a member with many jobs no more than one is kept at a time.
        while (statements.Next() is { } statement)
            if (outline.Add(statement) is { } ended)
                Read(ended, findings);
            else if (statement.Operation == Operation.Job)
                ReadWithoutJob(name, outline, hasJob = true, source, findings);
        if (outline.End() is { } last)
            Read(last, findings);
        if (!hasJob)
            ReadWithoutJob(name, outline, hasJob, source, findings);
    }

    private static void Read(Job job, Findings findings)
    {
        var owner = new Thing(ThingKind.Job, job.Name);
        findings.Define(owner.Kind, owner.Name, job.Begin.At);
        new BodyReader(owner, job.Body, new(), job.Source, findings) { Procs = job.Procs }.Read();
    }

    internal static void Read(Proc proc, Symbols? outer, Findings findings)
    {
        var symbols = new Symbols(outer) { IsApart = true };
        foreach (var operand in proc.Begin!.Operands)
            if (!operand.IsPositional)
                symbols.Assign(operand.Key.ToString(), Substitution.Value(proc.Begin, operand, symbols));
        findings.Define(ThingKind.Proc, proc.Name, proc.Begin.At);
        new BodyReader(new(ThingKind.Proc, proc.Name), proc.Body, symbols, proc.Source, findings).Read();
    }

    /// <summary>What stands before all jobs, or in a member without any.</summary>
    private static void ReadWithoutJob(string name, Outline outline, bool hasJob, SourceText source, Findings findings)
    {
        if (outline.Group.Statements is [var first, ..])
            ReadGroup(name, outline.Group, first.At, hasJob, source, findings);
        foreach (var proc in outline.Procs)
            Read(proc, null, findings);
    }

    // Without a PROC statement, steps can be a catalogued procedure as well as an INCLUDE group; which, only those who name it
    // know.
    private static void ReadGroup(string name, Body group, Place at, bool hasJob, SourceText source, Findings findings)
    {
        var hasSteps = group.Steps.Count > 0;
        if (hasSteps)
            findings.Define(ThingKind.Proc, name, at);
        if (!hasJob)
            findings.Define(ThingKind.JclInclude, name, at);
        var owner = new Thing(hasSteps ? ThingKind.Proc : ThingKind.JclInclude, name);
        new BodyReader(owner, group, new(), source, findings).Read();
    }
}
