using Sluice.Mainframe.ControlCards;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Jcl;

/// <summary>Goes through the statements of one job, procedure or INCLUDE group and writes down what they refer to.</summary>
/// <param name="owner">Whose statements they are.</param>
/// <param name="symbols">What is known before the first of them.</param>
internal sealed class BodyReader(Thing owner, Body body, Symbols symbols, SourceText source, Findings findings)
{
    private readonly DataSetReader dataSets = new(body, symbols, findings);
    private readonly ExecReader execs = new(body, symbols, findings);
    private readonly InStreamSymbols inStream = new(symbols);
    private int procs;
    private int steps;
    private int dds;
    private int ifs;

    /// <summary>In-stream procedures of a job, read where they stand: with the symbols that have a value there.</summary>
    public IReadOnlyList<Proc> Procs { get; init; } = [];

    public void Read()
    {
        var running = new Running(owner, null, null, false);
        foreach (var statement in body.Statements)
            switch (statement.Operation)
            {
                case Operation.Exec:
                    Submit(running);
                    running = Begin(body.Steps[steps++]);
                    dds = 0;
                    break;
                case Operation.Dd:
                    Read((steps == 0 ? body.Leading : body.Steps[steps - 1].Dds)[dds++], running);
                    break;
                case Operation.Set:
                    symbols.Set(statement);
                    break;
                case Operation.Export:
                    inStream.Export(statement);
                    break;
                case Operation.Proc:
                    JclReader.Read(Procs[procs++], symbols, findings);
                    break;
                case Operation.Include:
                    Include(statement);
                    break;
                case Operation.JclLib:
                    ReadLibraries(statement);
                    break;
                case Operation.If:
                    ifs++;
                    break;
                case Operation.Else or Operation.EndIf when ifs == 0:
                    findings.Complain(statement.At, "jcl.no-if", $"There is no IF for this {statement.Operation.ToWord()}.");
                    break;
                case Operation.EndIf:
                    ifs--;
                    break;
            }
        Submit(running);
        if (ifs > 0)
            findings.Complain(body.Statements[^1].At, "jcl.if-without-endif", "An IF is not ended by ENDIF.");
    }

    private Running Begin(Step step)
    {
        var thing = new Thing(ThingKind.Step, $"{owner.Name}.{step.Name}");
        findings.Define(thing.Kind, thing.Name, step.Exec.At);
        var text = step.Exec.Text;
        findings.Refer(new(owner, Verb.Contains, thing, step.Exec.At, text));
        var running = execs.Read(step, thing, text, dataSets);
        // No cards, only the PARM: the last line is before the first, which is the statement's own.
        if (running.Program is not null)
            UtilityCards.Read(
                running.Program, running.Parm, thing, "", source, step.Exec.At.Line, step.Exec.At.Line - 1, findings);
        return running;
    }

    private void Read(Dd dd, Running running)
    {
        if (dd.Name.Length == 0)
            findings.Complain(dd.Statement.At, "jcl.dd-without-name",
                "A DD statement without name needs one before it to be concatenated to.");
        dataSets.Read(dd, steps == 0 ? null : body.Steps[steps - 1], running);
        // Without a name nothing reads its data: to UtilityCards that would be the step's PARM.
        if (dd.Name.Length > 0 && dd.Statement.Data is { } data && data.FirstLine <= data.LastLine)
            inStream.Read(dd.Statement, data, source, findings,
                (lines, first, last, told) => Cards(dd.Name, running, lines, first, last, told));
    }

    private static void Cards(string ddName, Running running, SourceText lines, int first, int last, Findings told)
    {
        if (running.Program is { } program)
            UtilityCards.Read(program, running.Parm, running.Step, ddName, lines, first, last, told);
        else if (running.IsProc)
            UtilityCards.ReadForProcedure(running.Step, ddName, lines, first, last, told);
    }

    private void Submit(Running running)
    {
        if (steps > 0 && running.Program is { } program)
            InternalReader.Read(body.Steps[steps - 1], program, running.Step, symbols, source, findings);
    }

    // Source: z/OS MVS JCL Reference, chapter "INCLUDE statement".
    private void Include(Statement statement)
    {
        if (statement.Find("MEMBER") is not { ValueLength: > 0 } member)
        {
            findings.Complain(statement.At, "jcl.include-without-member", "INCLUDE does not say which MEMBER.");
            return;
        }
        var name = Named.Of(member.Value.ToString(), symbols);
        findings.Refer(name.Refer(
            owner, Verb.Uses, ThingKind.JclInclude, statement.PlaceOf(member.ValueStart), statement.Text));
    }

    private void ReadLibraries(Statement statement)
    {
        if (statement.Find("ORDER") is not { ValueLength: > 0 } order)
        {
            findings.Complain(statement.At, "jcl.jcllib-without-order",
                "JCLLIB does not say in which ORDER to search which libraries.");
            return;
        }
        var text = statement.Text;
        foreach (var (target, at) in JclLib.Libraries(statement, order, symbols))
            findings.Refer(target.Refer(owner, Verb.Uses, at, text, "JCLLIB"));
    }
}

/// <summary>What the statements after an EXEC belong to.</summary>
/// <param name="Step">The job itself before its first step.</param>
/// <param name="Program">As written while it is not known; null of a step that runs a procedure.</param>
internal sealed record Running(Thing Step, string? Program, string? Parm, bool IsProc);
