using Sluice.Mainframe.Cics;
using Sluice.Mainframe.Commands;
using Sluice.Mainframe.Mq;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.ControlCards;

/// <summary>What a step's utility is told in its PARM and in its in-stream data sets.</summary>
internal static class UtilityCards
{
    // EXEC and its continuations: PARM is at most 100 characters, or the 32,760 of PARMDD, which is a data set.
    private const int MostExecLines = 50;

    /// <param name="parm">As the program receives it: without the enclosing quotes, symbols as they are written.</param>
    /// <param name="ddName">Of the in-stream data set; empty for the step's PARM, once for every step.</param>
    /// <param name="firstLine">Of the data set; for the PARM, the line of the EXEC statement.</param>
    /// <param name="lastLine">Before <paramref name="firstLine"/> where there are no cards.</param>
    public static void Read(string program, string? parm, Thing step, string ddName, SourceText source, int firstLine,
        int lastLine, Findings findings)
    {
        var cards = new Cards(source, firstLine, lastLine, step, findings);
        if (ddName.Length == 0)
            Parameter(program, parm, cards);
        else if (firstLine <= lastLine)
            DataSet(program, ddName, cards);
    }

    /// <summary>Utilities that are told by their statements alone.</summary>
    public static void Read(UtilityProgram utility, Cards cards)
    {
        switch (utility)
        {
            case UtilityProgram.Idcams:
                Idcams.Read(cards);
                break;
            case UtilityProgram.Dfsort:
                Dfsort.Read(cards, hasMain: true);
                break;
            case UtilityProgram.Icetool:
                Icetool.Read(cards);
                break;
            case UtilityProgram.Iebcopy:
                Iebcopy.Read(cards);
                break;
            case UtilityProgram.Iebgener:
                Iebgener.Read(cards);
                break;
            case UtilityProgram.Iebupdte:
                Iebupdte.Read(cards);
                break;
            case UtilityProgram.Iehprogm:
                Iehprogm.Read(cards);
                break;
            case UtilityProgram.Binder:
                Binder.Read(cards);
                break;
            case UtilityProgram.TsoBatch:
                TsoBatch.Read(cards);
                break;
            case UtilityProgram.Sql:
                SqlInput.Read(cards);
                break;
            case UtilityProgram.Db2UtilityProgram:
                Db2UtilityProgram.Read(cards);
                break;
            case UtilityProgram.Dfsmsdss:
                Dfsmsdss.Read(cards);
                break;
        }
    }

    /// <summary>
    /// In-stream data for a step of a procedure, whose program the procedure alone tells. Some DD names are one program's; for
    /// others the first statement must show whose it is, or it is data.
    /// </summary>
    /// <param name="ddName">Qualified by the step: <c>DSNUPROC.SYSIN</c>.</param>
    public static void ReadForProcedure(
        Thing step, string ddName, SourceText source, int firstLine, int lastLine, Findings findings)
    {
        var cards = new Cards(source, firstLine, lastLine, step, findings);
        switch (ddName[(ddName.LastIndexOf('.') + 1)..])
        {
            case "SYSTSIN":
                TsoBatch.Read(cards);
                break;
            case "TOOLIN":
                Icetool.Read(cards);
                break;
            case "DDITV02":
                Db2Attachment.Read(cards);
                break;
            case "SYSIN" or "SYSLIN":
                Read(UtilitySigns.OfFirst(cards), cards);
                break;
        }
    }

    /// <summary>In-stream data sets of other names are data, which REPRO or a sort reads.</summary>
    private static void DataSet(string program, string ddName, Cards cards)
    {
        switch (program)
        {
            case "SORT" or "DFSORT" or "ICEMAN" or "SYNCSORT" or "IERRCO00" or "IGHRCO00"
                when ddName is "SYSIN" or "DFSPARM" or "SORTCNTL" or "$ORTPARM":
                Dfsort.Read(cards, hasMain: true);
                break;
            case "ICETOOL" or "SYNCTOOL" when ddName is "TOOLIN":
                Icetool.Read(cards);
                break;
            case "ICETOOL" or "SYNCTOOL" or "SORT" or "DFSORT" or "ICEMAN" or "SYNCSORT" or "IERRCO00" or "IGHRCO00"
                when ddName.EndsWith("CNTL", StringComparison.Ordinal):
                Dfsort.Read(cards, hasMain: false);
                break;
            case "IKJEFT01" or "IKJEFT1A" or "IKJEFT1B" when ddName is "SYSTSIN":
                TsoBatch.Read(cards);
                break;
            // Which program reads it, SYSTSIN says elsewhere; but SQL is nothing else.
            case "IKJEFT01" or "IKJEFT1A" or "IKJEFT1B" when ddName is "SYSIN":
                if (UtilitySigns.Of(cards) == UtilityProgram.Sql)
                    SqlInput.Read(cards);
                break;
            case "DSNMTV01" or "DFSRRC00" when ddName is "DDITV02":
                Db2Attachment.Read(cards);
                break;
            case "DFHSIP" when ddName is "SYSIN":
                CicsStart.Read(cards);
                break;
            case "FTP" when ddName is "INPUT" or "SYSIN":
                Ftp.Read(cards);
                break;
            case "DFHCSDUP" when ddName is "SYSIN":
                CsdReader.Read(new CommandSource(cards.From, cards.Source, cards.First, cards.Last), cards.Findings);
                break;
            // Of SYSIN the function COMMAND names where its commands are, otherwise CSQUCMD. Source: IBM MQ Administration
            // Reference, "The CSQUTIL utility program", "COMMAND function".
            case "CSQUTIL" when ddName is not ("SYSIN" or "SYSPRINT"):
                MqscReader.Read(new CommandSource(cards.From, cards.Source, cards.First, cards.Last), cards.Findings);
                break;
            case "BPXBATCH" or "BPXBATSL" or "BPXBATA2" or "BPXBATA8" when ddName is "STDPARM":
                UnixBatch.Read(cards);
                break;
            case "IEWL" or "IEWBLINK" or "HEWL" or "HEWLH096" or "LINKEDIT" or "IEWBLODI" or "IEWLOAD" or "HEWLKED"
                when ddName is "SYSLIN" or "SYSIN":
                Binder.Read(cards);
                break;
            default:
                if (ddName is "SYSIN")
                    Read(ByProgram(program), cards);
                break;
        }
    }

    private static UtilityProgram ByProgram(string program) => program switch
    {
        "IDCAMS" => UtilityProgram.Idcams,
        "IEBCOPY" => UtilityProgram.Iebcopy,
        "IEBGENER" or "ICEGENER" or "SYNCGENR" => UtilityProgram.Iebgener,
        "IEBUPDTE" => UtilityProgram.Iebupdte,
        "IEHPROGM" => UtilityProgram.Iehprogm,
        "DSNUTILB" => UtilityProgram.Db2UtilityProgram,
        "ADRDSSU" => UtilityProgram.Dfsmsdss,
        "DSNTEP2" or "DSNTEP4" or "DSNTIAD" or "DSNTIAUL" => UtilityProgram.Sql,
        _ => UtilityProgram.None,
    };

    private static void Parameter(string program, string? parm, Cards cards)
    {
        if (DataSetPrograms.Has(program))
            DataSetPrograms.DdNames(program, Placed(program, program, cards));
        if (string.IsNullOrWhiteSpace(parm))
            return;
        switch (program)
        {
            case "DFSRRC00":
                ImsRegion.Read(Placed(parm, "PARM", cards));
                break;
            case "IKJEFT01" or "IKJEFT1A" or "IKJEFT1B":
                TsoBatch.Command(Placed(parm, "PARM", cards));
                break;
            // Source: TSO/E REXX Reference, chapter "TSO/E REXX Programming Services", section on IRXJCL and IRXEXEC.
            case "IRXJCL":
                TsoBatch.Exec(Placed(parm, "PARM", cards));
                break;
            case "DFHSIP":
                CicsStart.Overrides(Placed(parm, "PARM", cards));
                break;
            case "BPXBATCH" or "BPXBATSL" or "BPXBATA2" or "BPXBATA8":
                UnixBatch.Read(Placed(parm, "PARM", cards));
                break;
        }
    }

    /// <summary>
    /// The text with the place where the EXEC statement has it: after the keyword, or where the keyword or the statement is if
    /// continuations or doubled quotes make it look otherwise in the source.
    /// </summary>
    private static CardStatement Placed(string text, string keyword, Cards cards)
    {
        var beginning = text.AsSpan(0, text.IndexOfAny([',', '\'', '&']) is > 0 and var length ? length : text.Length);
        var at = new Place(Math.Max(1, cards.First), 1);
        var last = Math.Min(cards.Source.Count, at.Line + MostExecLines);
        var found = false;
        for (var line = at.Line; line <= last && !found; line++)
        {
            var whole = cards.Source[line];
            if (line > at.Line && (!whole.StartsWith("//", StringComparison.Ordinal) || whole is [_, _, not (' ' or '*'), ..]))
                break;
            var from = whole.IndexOf(keyword, StringComparison.OrdinalIgnoreCase);
            if (from < 0)
                continue;
            var after = whole[from..].IndexOf(beginning, StringComparison.OrdinalIgnoreCase);
            (at, found) = (new(line, from + Math.Max(0, after) + 1), true);
        }
        var statement = cards.Statement();
        statement.Continue(text, at.Line, at.Column);
        return statement;
    }
}
