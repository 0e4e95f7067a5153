using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Jcl;

/// <summary>
/// Sorts statements into jobs, procedures and INCLUDE groups: a JOB statement begins a job, PROC to PEND is an in-stream
/// procedure, a PROC statement that comes first makes the member a catalogued procedure.
/// Source: z/OS MVS JCL Reference, chapters "JOB statement", "PROC statement", "PEND statement" and "Null statement".
/// </summary>
internal sealed class Outline(string member, SourceText source, Findings findings)
{
    private readonly List<Job> jobs = [];
    private readonly List<Proc> procs = [];
    private readonly Body group = new();
    private List<Proc> ofJob = [];
    private Body? job;
    private Proc? proc;
    private bool isEnded;
    private bool isIgnoring;

    public void Add(Statement statement)
    {
        switch (statement.Operation)
        {
            case Operation.Job:
                ExpectPend(statement.At);
                job = new();
                jobs.Add(new(statement.Name, statement, job, ofJob = [], source));
                isEnded = isIgnoring = false;
                break;
            case Operation.Null:
                isEnded = job is not null;
                break;
            case var _ when isEnded:
                if (!isIgnoring)
                    findings.Complain(statement.At, "jcl.after-null-statement",
                        "The null statement ended the job: what follows is ignored.");
                isIgnoring = true;
                break;
            case Operation.Proc:
                Begin(statement);
                break;
            case Operation.Pend:
                if (proc is null)
                    findings.Complain(statement.At, "jcl.pend-without-proc", "There is no procedure to end.");
                proc = null;
                break;
            case Operation.Data:
                Announce(statement);
                break;
            default:
                Current.Add(statement);
                break;
        }
    }

    public JclMember End()
    {
        if (proc is not null && job is not null)
            ExpectPend(new(Math.Max(1, source.Count), 1));
        return new(member, source, jobs, procs, group);
    }

    private Body Current => proc?.Body ?? job ?? group;

    private void Begin(Statement statement)
    {
        ExpectPend(statement.At);
        var isCatalogued = job is null && procs.Count == 0 && group.Statements.Count == 0;
        if (isCatalogued && statement.Name.Length > 0 && statement.Name != member)
            findings.Complain(statement.At, "jcl.proc-name",
                $"The PROC statement says {statement.Name}; EXEC finds a catalogued procedure by its member's name, {member}.");
        else if (!isCatalogued && statement.Name.Length == 0)
            findings.Complain(statement.At, "jcl.proc-without-name", "An in-stream procedure without name cannot be called.");
        proc = new(isCatalogued ? member : statement.Name, statement, new(), source);
        if (job is null)
            procs.Add(proc);
        else
        {
            job.Add(statement);
            ofJob.Add(proc);
        }
    }

    private void ExpectPend(Place at)
    {
        if (proc is not null)
            findings.Complain(at, "jcl.proc-without-pend", $"The procedure {proc.Name} is not ended by PEND.");
        proc = null;
    }

    // JES makes a SYSIN DD * for data that no DD statement announces. Source: z/OS MVS JCL Reference, chapter "DD statement", *
    // parameter.
    private void Announce(Statement data)
    {
        if (Current.Steps.Count == 0)
        {
            findings.Complain(data.At, "jcl.not-a-statement", "The line is no statement and the data of none.");
            return;
        }
        findings.Complain(data.At, "jcl.data-without-dd",
            "Data that no DD statement announces goes to a SYSIN that the system makes.");
        Current.Add(data with { Operation = Operation.Dd, Name = "SYSIN", Field = "*", Operands = OperandField.Split("*") });
    }
}
