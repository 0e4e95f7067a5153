namespace Sluice.Mainframe.Jcl;

/// <summary>Writes down which program or procedure a step runs. Source: z/OS MVS JCL Reference, chapter "EXEC statement".</summary>
internal sealed class ExecReader(Body body, Symbols symbols, Findings findings)
{
    public Running Read(Step step, Thing thing, DataSetReader dataSets)
    {
        var exec = step.Exec;
        if (Program(exec) is { ValueLength: > 0 } pgm)
        {
            var program = Called(pgm.Value.ToString(), step, dataSets);
            Refer(thing, new(ThingKind.Program, program.Name), exec, pgm, program);
            return new(thing, program.Name, Parm(exec), false);
        }
        if (Procedure(exec) is { ValueLength: > 0 } proc)
        {
            var called = Named.Of(proc.Value.ToString(), symbols);
            Refer(thing, new(ThingKind.Proc, called.Name), exec, proc, called);
            return new(thing, null, null, true);
        }
        findings.Complain(exec.At, "jcl.exec-of-nothing", "EXEC names no program and no procedure.");
        return new(thing, null, null, true);
    }

    public static Operand? Program(Statement exec) => exec.Find("PGM");

    /// <summary>PROC= may be left out.</summary>
    public static Operand? Procedure(Statement exec) =>
        exec.Find("PROC") ?? (exec.Operands is [var first, ..] && first.IsPositional ? first : null);

    private void Refer(Thing from, Thing to, Statement exec, Operand operand, Named name)
    {
        var quote = operand.Value[0] == '\'' ? 1 : 0;
        findings.Refer(name.By(new(from, Verb.Runs, to, exec.PlaceOf(operand.ValueStart + quote), exec.Text)));
    }

    // PGM=*.LKED.SYSLMOD runs the member that an earlier step has made.
    private Named Called(string written, Step step, DataSetReader dataSets)
    {
        if (!written.StartsWith("*.", StringComparison.Ordinal))
            return Named.Of(written, symbols);
        var made = dataSets.Earlier(written, body.Steps[step.Number - 1]);
        if (made.Certainty == Certainty.Unresolved)
            return new(Name.Upper(written), Certainty.Unresolved, made.Why, []);
        return made.Name.Detail is { } member && Name.IsValid(member)
            ? new(member, made.Certainty, null, made.Chain)
            : new(Name.Upper(written), Certainty.Unresolved, "The data set that it refers back to is not said with a member.", made.Chain);
    }

    private string? Parm(Statement exec) =>
        exec.Find("PARM") is { } parm ? Literal.Parameter(Substitution.In(parm.Value.ToString(), symbols).Text) : null;
}
