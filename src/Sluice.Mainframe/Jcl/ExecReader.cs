namespace Sluice.Mainframe.Jcl;

/// <summary>
/// Writes down which program or procedure a step runs. Source: z/OS MVS JCL Reference, chapter "EXEC statement".
/// </summary>
internal sealed class ExecReader(Body body, Symbols symbols, Findings findings)
{
    private const int LongestParm = 120;

    public Running Read(Step step, Thing thing, string text, DataSetReader dataSets)
    {
        var exec = step.Exec;
        if (Program(exec) is { ValueLength: > 0 } pgm)
        {
            var program = Called(pgm.Value.ToString(), step, dataSets);
            findings.Refer(program.Refer(thing, Verb.Runs, ThingKind.Program, At(exec, pgm), text));
            return new(thing, program.Name, Parm(exec), false);
        }
        if (Procedure(exec) is { ValueLength: > 0 } proc)
        {
            var called = Named.Of(proc.Value.ToString(), symbols);
            findings.Refer(called.Refer(thing, Verb.Runs, ThingKind.Proc, At(exec, proc), text));
            ImsProcedures.Read(called, exec, thing, symbols, findings);
            return new(thing, null, null, true);
        }
        findings.Complain(exec.At, "jcl.exec-of-nothing", "EXEC names no program and no procedure.");
        return new(thing, null, null, true);
    }

    public static Operand? Program(Statement exec) => exec.Find("PGM");

    /// <summary>PROC= may be left out.</summary>
    public static Operand? Procedure(Statement exec) =>
        exec.Find("PROC") ?? (exec.Operands is [var first, ..] && first.IsPositional ? first : null);

    private static Place At(Statement exec, Operand operand) =>
        exec.PlaceOf(operand.ValueStart + (operand.Value[0] == '\'' ? 1 : 0));

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
            : new(
                Name.Upper(written), Certainty.Unresolved, "What it refers back to is not a member of a data set.", made.Chain);
    }

    // A default that a caller may override would be taken for what the program surely gets: the symbol itself is passed on.
    private string? Parm(Statement exec)
    {
        if (exec.Find("PARM") is not { } parm)
            return null;
        var written = parm.Value.ToString();
        var replaced = Substitution.In(written, symbols);
        // Values that make it longer than it may be are none that it will have: 100 characters, chapter "EXEC statement", PARM.
        var isKnown = replaced.Defaults.Count == 0 && replaced.Text.Length <= Math.Max(written.Length, LongestParm);
        return Literal.Parameter(isKnown ? replaced.Text : written);
    }
}
