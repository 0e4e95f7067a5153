using Sluice.Bench.Estates.Cobol;
using Sluice.Bench.Estates.Writing;

namespace Sluice.Bench.Estates.Jobs;

/// <summary>Steps of a job or of a procedure.</summary>
/// <param name="owner">The first qualifiers of what its steps write.</param>
/// <param name="from">The data sets that come from elsewhere.</param>
internal sealed class Steps(Deck deck, Dice dice, Catalogue catalogue, int application, string owner, IReadOnlyList<string> from)
{
    private readonly string code = Application.All[application].Code;
    private int written;

    public string Prefix { get; init; } = "STEP";

    public int Count { get; private set; }

    public string Last => $"{Prefix}{10 * Count:D3}";

    /// <returns>The name of one more, with the blanks that follow a short one.</returns>
    public string Next()
    {
        Count++;
        return Last.PadRight(8);
    }

    public void Any()
    {
        switch (dice.Below(100))
        {
            case < 55: Program(catalogue.AnyProgram(dice, Role.Batch, application)); break;
            case < 75: Sort(); break;
            case < 83: Idcams(); break;
            case < 93: Db2(); break;
            default: Copy(); break;
        }
    }

    public void Program(int program)
    {
        var name = Catalogue.Name(SourceKind.Cobol, program);
        var step = Next();
        if (Catalogue.UsesIms(program))
            deck.Add($"//{step} EXEC PGM=DFSRRC00,PARM='DLI,{name},{catalogue.Psb(program)}'");
        else if (Catalogue.UsesSql(program))
            deck.Add($"//{step} EXEC PGM=IKJEFT01,DYNAMNBR=20{(dice.Percent(50) ? ",COND=(4,LT)" : "")}");
        else
            deck.Add($"//{step} EXEC PGM={name}{(dice.Percent(50) ? ",COND=(4,LT)" : "")}");
        deck.Add($"""
            //STEPLIB  DD DISP=SHR,DSN=PROD.{code}.LOADLIB
            //SYSOUT   DD SYSOUT=*
            //SYSUDUMP DD SYSOUT=*
            """);
        foreach (var file in BatchFile.Of(program))
            File(file);
        if (Catalogue.UsesSql(program))
            Run(name);
    }

    /// <summary>The first one's output is what the next jobs begin with.</summary>
    public void Sort()
    {
        deck.Add($"""
            //{Next()} EXEC PGM=SORT
            //SYSOUT   DD SYSOUT=*
            """);
        for (var at = 0; at < from.Count; at++)
            deck.Add($"//{(at == 0 ? "SORTIN" : ""),-8} DD DISP=SHR,DSN={from[at]}(0)");
        Write("SORTOUT");
        if (dice.Percent(30))
            deck.Add($"//SYSIN    DD DISP=SHR,DSN={CardsOf(catalogue.Any(dice, SourceKind.ControlCards))}");
        else
            deck.Add($"""
                //SYSIN    DD *
                  SORT FIELDS=({1 + dice.Below(60)},{1 + dice.Below(16)},CH,A)
                  INCLUDE COND=({1 + dice.Below(60)},1,CH,EQ,C'{(char)('A' + dice.Below(26))}')
                /*
                """);
    }

    private static string CardsOf(int cards) =>
        $"{Library.Of(SourceKind.ControlCards, cards)}({Catalogue.Name(SourceKind.ControlCards, cards)})";

    private void File(BatchFile file)
    {
        if (file.IsMaster)
            deck.Add($"//{file.Dd,-8} DD DISP=SHR,DSN=PROD.{Catalogue.Master(code, file.Dd[^1] - '0')}");
        else if (file.Mode is not "INPUT")
            Write(file.Dd);
        else if (written > 0 && dice.Percent(60))
            deck.Add($"//{file.Dd,-8} DD DISP=SHR,DSN={owner}.O{1 + dice.Below(written)}(+1)");
        else
            deck.Add($"//{file.Dd,-8} DD DISP=SHR,DSN={dice.Of(from)}(0)");
    }

    private void Write(string dd) =>
        deck.Add($"""
            //{dd,-8} DD DSN={owner}.O{++written}(+1),
            //            DISP=(NEW,CATLG,DELETE),
            //            UNIT=SYSDA,SPACE=(CYL,({1 + dice.Below(90)},{1 + dice.Below(9)}),RLSE),
            //            DCB=(LRECL={80 + (20 * dice.Below(20))},RECFM=FB,BLKSIZE=0)
            """);

    private void Run(string program) =>
        deck.Add($"""
            //SYSTSPRT DD SYSOUT=*
            //SYSTSIN  DD *
              DSN SYSTEM(DB2P)
              RUN PROGRAM({program}) PLAN({code}PLAN01) -
                  LIB('PROD.{code}.LOADLIB')
              END
            /*
            """);

    private void Idcams()
    {
        var master = Catalogue.Master(code, dice.Below(Catalogue.Masters));
        deck.Add($"""
            //{Next()} EXEC PGM=IDCAMS
            //SYSPRINT DD SYSOUT=*
            """);
        if (dice.Percent(50))
            deck.Add($"""
                //SYSIN    DD *
                  REPRO INDATASET(PROD.{master}) -
                        OUTDATASET(PROD.{master}.SAVE)
                  IF LASTCC > 4 THEN SET MAXCC = 12
                /*
                """);
        else
            deck.Add($"""
                //SYSIN    DD *
                  DELETE PROD.{master}.WORK CLUSTER PURGE
                  SET MAXCC = 0
                  DEFINE CLUSTER (NAME(PROD.{master}.WORK) -
                         CYLINDERS({1 + dice.Below(90)} 5) -
                         KEYS(16 0) RECORDSIZE(500 500) INDEXED)
                /*
                """);
    }

    private void Db2()
    {
        var table = catalogue.AnyTable(dice);
        deck.Add($"""
            //{Next()} EXEC PGM=DSNUTILB,PARM='DB2P,{code}UTIL'
            //SYSPRINT DD SYSOUT=*
            """);
        Write("SYSREC");
        deck.Add($"""
            //SYSIN    DD *
              UNLOAD DATA FROM TABLE {table}
              SHRLEVEL CHANGE ISOLATION UR
            /*
            """);
    }

    private void Copy()
    {
        deck.Add($"""
            //{Next()} EXEC PGM=IEBGENER
            //SYSPRINT DD SYSOUT=*
            //SYSUT1   DD DISP=SHR,DSN={dice.Of(from)}(0)
            """);
        Write("SYSUT2");
        deck.Add($"//SYSIN    DD DUMMY");
    }
}
