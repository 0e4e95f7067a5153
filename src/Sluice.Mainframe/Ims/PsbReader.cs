using Sluice.Mainframe.Assembler;
using Sluice.Mainframe.Commands;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Ims;

/// <summary>Program specification blocks: which databases and segments a program sees, and what it may do with them.</summary>
/// <remarks>
/// IMS System Utilities, chapter "Program Specification Block (PSB) Generation utility": PCB statements, each with its SENSEG
/// statements, then one PSBGEN, which is the first to say the block's name. <see cref="Reference.Through"/> of a segment is its
/// database, and of an I/O or alternate PCB what is at its other end.
/// </remarks>
internal static class PsbReader
{
    public static void Read(string name, SourceText source, Findings findings)
    {
        var statements = new AssemblerStatements(source, findings);
        // What it is that refers is not known before PSBGEN.
        var waiting = new List<Reference>();
        var pcb = default(Pcb);
        while (statements.Next())
        {
            if (statements.Is("PCB"))
                pcb = Pcb.Begin(statements, waiting);
            else if (statements.Is("SENSEG"))
            {
                if (pcb.Database is null)
                    findings.Complain(statements.OperationAt, "ims.no-pcb", "This segment belongs to no database PCB.");
                pcb.Sensitive(statements, waiting);
            }
            else if (statements.Is("PSBGEN"))
            {
                Settle(Named(name, statements, findings), waiting, findings);
                pcb = default;
            }
        }
        if (waiting.Count == 0)
            return;
        findings.Complain(new(Math.Max(source.Count, 1), 1), "ims.no-psbgen",
            "There is no PSBGEN at the end: the block is taken to be named like its member.");
        Settle(new(ThingKind.Psb, name), waiting, findings);
    }

    private static Thing Named(string member, AssemblerStatements statements, Findings findings)
    {
        var named = Operands.Find(statements.Operands, "PSBNAME", out var operand);
        if (named && SettledName.Why(operand.Value) is null)
        {
            findings.Define(ThingKind.Psb, operand.Value.Upper(), statements.At(operand.ValueStart));
            return new(ThingKind.Psb, operand.Value.Upper());
        }
        findings.Complain(statements.OperationAt, "ims.no-name",
            "PSBNAME= says no name: the block is taken to be named like its member.");
        return new(ThingKind.Psb, member);
    }

    private static void Settle(Thing psb, List<Reference> waiting, Findings findings)
    {
        foreach (var reference in waiting)
            findings.Refer(reference with { From = psb });
        waiting.Clear();
    }
}
