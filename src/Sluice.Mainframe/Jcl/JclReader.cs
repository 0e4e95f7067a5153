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
        var member = JclMember.Parse(name, source, findings);
        ReadGroup(member, findings);
        foreach (var proc in member.Procs)
            Read(proc, null, findings);
        foreach (var job in member.Jobs)
        {
            var owner = new Thing(ThingKind.Job, job.Name);
            findings.Define(owner.Kind, owner.Name, job.Begin.At);
            new BodyReader(owner, job.Body, new(), source, findings) { Procs = job.Procs }.Read();
        }
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

    // Without a PROC statement, steps can be a catalogued procedure as well as an INCLUDE group; which, only those who name it
    // know.
    private static void ReadGroup(JclMember member, Findings findings)
    {
        if (member.Group.Statements is not [var first, ..])
            return;
        var hasSteps = member.Group.Steps.Count > 0;
        if (hasSteps)
            findings.Define(ThingKind.Proc, member.Name, first.At);
        if (member.Jobs.Count == 0)
            findings.Define(ThingKind.JclInclude, member.Name, first.At);
        var owner = new Thing(hasSteps ? ThingKind.Proc : ThingKind.JclInclude, member.Name);
        new BodyReader(owner, member.Group, new(), member.Source, findings).Read();
    }
}
