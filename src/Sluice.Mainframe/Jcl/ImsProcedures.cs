namespace Sluice.Mainframe.Jcl;

/// <summary>
/// The procedures that come with IMS to run a program: MBR= is the program, PSB= its PSB if that is not called like it. Source: IMS
/// System Definition, chapter "Procedures used in IMS environments".
/// </summary>
internal static class ImsProcedures
{
    private const string AsSupplied = "So the procedure has it as IMS brings it; an installation may have altered it.";

    public static void Read(Named procedure, Statement exec, Thing step, Symbols symbols, Findings findings)
    {
        if (procedure.Name is not ("DBBBATCH" or "DLIBATCH" or "IMSBATCH" or "IMSFP" or "DFSJBP")
            || exec.Find("MBR") is not { ValueLength: > 0 } member)
            return;
        var psb = exec.Find("PSB") is { ValueLength: > 0 } named ? named : member;
        findings.Refer(Candidate(exec, member, step, Verb.Runs, ThingKind.Program, symbols));
        findings.Refer(Candidate(exec, psb, step, Verb.Uses, ThingKind.Psb, symbols));
    }

    private static Reference Candidate(Statement exec, Operand operand, Thing step, Verb verb, ThingKind kind, Symbols symbols)
    {
        var reference = Named.Of(operand.Value.ToString(), symbols)
            .Refer(step, verb, kind, exec.PlaceOf(operand.ValueStart), exec.Text);
        return reference.Certainty == Certainty.Unresolved ? reference : reference with
        {
            Certainty = Certainty.Candidate,
            Chain = [.. reference.Chain, new(null, exec.At, exec.Text)],
            Why = AsSupplied,
        };
    }
}
