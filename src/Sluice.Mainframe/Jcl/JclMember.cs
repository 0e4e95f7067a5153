using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Jcl;

/// <summary>
/// What one member holds: jobs with their in-stream procedures, or a catalogued procedure, or an INCLUDE group.
/// </summary>
/// <param name="Group">Statements that belong to no job and no PROC statement.</param>
internal sealed record JclMember(
    string Name, SourceText Source, IReadOnlyList<Job> Jobs, IReadOnlyList<Proc> Procs, Body Group)
{
    public static JclMember Parse(string name, SourceText source, Findings findings)
    {
        var reader = new StatementReader(name, source, findings);
        var outline = new Outline(name, source, findings);
        List<Job> jobs = [];
        while (reader.Next() is { } statement)
            if (outline.Add(statement) is { } ended)
                jobs.Add(ended);
        if (outline.End() is { } last)
            jobs.Add(last);
        return new(name, source, jobs, outline.Procs, outline.Group);
    }
}

/// <param name="Procs">Its in-stream procedures, in the order of their PROC statements.</param>
internal sealed record Job(string Name, Statement Begin, Body Body, IReadOnlyList<Proc> Procs, SourceText Source)
{
    /// <summary>Where its procedures and INCLUDE groups are looked for before the libraries of the installation.</summary>
    public IReadOnlyList<DataSetTarget> SearchOrder => JclLib.SearchOrder(Body);
}

/// <param name="Name">By which EXEC calls it: of a catalogued procedure the member's.</param>
/// <param name="Begin">A catalogued procedure may do without.</param>
internal sealed record Proc(string Name, Statement? Begin, Body Body, SourceText Source);
