using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Jcl;

/// <summary>
/// Sorts statements into jobs, procedures and INCLUDE groups: a JOB statement begins a job, PROC to PEND is an in-stream
/// procedure, a PROC statement that comes first makes the member a catalogued procedure.
/// Source: z/OS MVS JCL Reference, chapters "JOB statement", "PROC statement", "PEND statement" and "Null statement".
/// </summary>
internal sealed class Outline(string member, SourceText source, Findings findings)
{
    private readonly List<Proc> procs = [];
    private List<Proc> ofJob = [];
    private Job? current;
    private Proc? proc;
    private bool isEnded;
    private bool isIgnoring;

    /// <summary>Procedures that are in no job.</summary>
    public IReadOnlyList<Proc> Procs => procs;

    /// <summary>Statements that belong to no job and no PROC statement.</summary>
    public Body Group { get; } = new();

    /// <returns>The job that this statement ends by beginning another; null when it ends none.</returns>
    public Job? Add(Statement statement)
    {
        var ended = statement.Operation == Operation.Job ? current : null;
        switch (statement.Operation)
        {
            case Operation.Job:
                ExpectPend(statement.At);
                if (statement.Name.Length == 0)
                    findings.Complain(statement.At, "jcl.job-without-name", $"The job has no name; it is called {member} here.");
                current = new(
                    statement.Name.Length > 0 ? statement.Name : member, statement, new(), ofJob = [], source);
                isEnded = isIgnoring = false;
                break;
            case Operation.Null:
                isEnded = current is not null;
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
                Inmost.Add(statement);
                break;
        }
        return ended;
    }

    /// <returns>The job that ends with the member; null when it has none.</returns>
    public Job? End()
    {
        if (proc is not null && current is not null)
            ExpectPend(new(Math.Max(1, source.Count), 1));
        return current;
    }

    private Body Inmost => proc?.Body ?? current?.Body ?? Group;

    private void Begin(Statement statement)
    {
        ExpectPend(statement.At);
        var isCatalogued = current is null && procs.Count == 0 && Group.Statements.Count == 0;
        if (isCatalogued && statement.Name.Length > 0 && statement.Name != member)
            findings.Complain(statement.At, "jcl.proc-name",
                $"The PROC statement says {statement.Name}; EXEC finds a catalogued procedure by its member's name, {member}.");
        else if (!isCatalogued && statement.Name.Length == 0)
            findings.Complain(statement.At, "jcl.proc-without-name", "An in-stream procedure without name cannot be called.");
        proc = new(isCatalogued ? member : statement.Name, statement, new(), source);
        if (current is null)
            procs.Add(proc);
        else
        {
            current.Body.Add(statement);
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
        if (Inmost.Steps.Count == 0)
        {
            findings.Complain(data.At, "jcl.not-a-statement", "The line is no statement and the data of none.");
            return;
        }
        findings.Complain(data.At, "jcl.data-without-dd",
            "Data that no DD statement announces goes to a SYSIN that the system makes.");
        Inmost.Add(data with { Operation = Operation.Dd, Name = "SYSIN", Field = "*", Operands = OperandField.Split("*") });
    }
}
