namespace Sluice.Mainframe.ControlCards;

/// <summary>
/// DFSRRC00, the IMS region controller: its positional parameters begin with the region type, the program and the PSB. Source:
/// IMS System Definition, chapter "Procedures used in IMS environments": DLIBATCH, DBBBATCH, IMSBATCH, IMSFP, DFSJBP, and "Parameter
/// descriptions for IMS procedures" (MBR=, PSB=, DBD=).
/// </summary>
internal static class ImsRegion
{
    /// <summary>
    /// <c>BMP,PROGRAM,PSB</c>. Utilities (ULU, UDR) have a database in place of the PSB; message regions (MSG, JMP) are given
    /// their programs by the transactions.
    /// </summary>
    public static void Read(CardStatement parameter)
    {
        var operands = new Operands(parameter.Span, 0, parameter.Length);
        var (type, program, third) = (operands.Field(), operands.Field(), operands.Field());
        var region = parameter.Upper(type.Start, type.End);
        if (region is "MSG" or "JMP" or "CTL" or "DBC" or "DCC" or "DLS" or "DRA" or "")
            return;
        parameter.Refer(Verb.Runs, ThingKind.Program, program.Start, program.End);
        if (region is "ULU" or "UDR")
            parameter.Refer(Verb.Uses, ThingKind.Dbd, third.Start, third.End);
        // Without a PSB, it has the program's name.
        else if (third.End > third.Start)
            parameter.Refer(Verb.Uses, ThingKind.Psb, third.Start, third.End);
        else
            parameter.Refer(Verb.Uses, ThingKind.Psb, program.Start, program.End);
    }
}
