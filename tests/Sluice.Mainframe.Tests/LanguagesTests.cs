using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Tests;

public sealed class LanguagesTests
{
    [Theory]
    [InlineData(Language.Cobol, "       IDENTIFICATION DIVISION.\n       PROGRAM-ID. PAYROLL.")]
    [InlineData(Language.Cobol, "       01  PAY-RECORD.\n           05  PAY-ID PIC X(8).")]
    [InlineData(Language.Jcl, "//PAYROLL  JOB (ACCT),'PAY',CLASS=A")]
    [InlineData(Language.Jcl, "//PAYPROC  PROC HLQ=PROD")]
    [InlineData(Language.ControlCards, " SORT FIELDS=(1,8,CH,A)")]
    [InlineData(Language.ControlCards, " ENTRY PAYROLL\n NAME PAYROLL(R)")]
    [InlineData(Language.ControlCards, "DSN SYSTEM(DB2P)\n BIND PACKAGE(PAY) MEMBER(PAYROLL)")]
    [InlineData(Language.Bms, "PAYSET   DFHMSD TYPE=&SYSPARM,MODE=INOUT,LANG=COBOL")]
    [InlineData(Language.Csd, " DEFINE PROGRAM(PAYROLL) GROUP(PAY)")]
    [InlineData(Language.Csd, "DEF TRAN(PAY1) G(PAY)\n PROG(PAYROLL)")]
    [InlineData(Language.Csd, "DEFINE MQMONITOR(PAYM) GROUP(PAY) QNAME(PAY.Q)")]
    [InlineData(Language.Ddl, "CREATE TABLE PAY.RUN (ID INTEGER NOT NULL);")]
    [InlineData(Language.Scheduler, "1LJOB,JOB=PAYROLL,LIST=ALL")]
    [InlineData(Language.Dbd, "         PRINT NOGEN\n         DBD   NAME=PAYDB,ACCESS=(HIDAM,VSAM)\n         DBDGEN")]
    [InlineData(Language.Psb, "PAYPCB   PCB   TYPE=DB,DBDNAME=PAYDB,PROCOPT=A\n         SENSEG NAME=PAYROOT\n         PSBGEN LANG=COBOL")]
    [InlineData(Language.Mqsc, "* queues\n DEFINE QLOCAL('PAY.IN') REPLACE +\n DESCR('Payroll')")]
    [InlineData(Language.Mqsc, "alter qmgr deadq('PAY.DEAD')")]
    [InlineData(Language.Mqsc, "SET CHLAUTH('PAY.*') TYPE(BLOCKUSER) USERLIST('*MQADMIN')")]
    [InlineData(Language.Racf, " ADDSD 'PROD.PAY.**' UACC(NONE)\n PERMIT 'PROD.PAY.**' ID(PAYGRP) ACCESS(READ)")]
    [InlineData(Language.Racf, "RDEFINE FACILITY PAY.ADMIN UACC(NONE)")]
    [InlineData(Language.Racf, "/* who */\nCONNECT PAYUSR GROUP(PAYGRP)")]
    [InlineData(Language.Pli, "PAYROLL: PROC OPTIONS(MAIN);\n  DCL 1 REC,\n        2 ID CHAR(8);")]
    [InlineData(Language.Pli, "*PROCESS MAR(2,72);\n /* pays */\n PAYROLL : PROCEDURE (PARM) OPTIONS(MAIN);")]
    [InlineData(Language.Pli, " payroll: package exports(*);")]
    [InlineData(Language.Pli, "   5 PAY_ID CHAR(8),\n   5 AMOUNT FIXED DEC(9,2);")]
    [InlineData(Language.Pli, " %INCLUDE PAYREC;")]
    [InlineData(Language.Pli, " DCL PAYSUB ENTRY EXTERNAL;")]
    [InlineData(Language.Assembler, "PAYROLL  CSECT\n         USING *,15\n         BR    14")]
    [InlineData(Language.Assembler, "* WAITS\n         MACRO\n&NAME    PAYWAIT &T\n         STIMER WAIT\n         MEND")]
    [InlineData(Language.Assembler, "PAYREC   DSECT\nPAYID    DS    CL8")]
    [InlineData(Language.Assembler, "PAYID    DS    CL8\nPAYSUM   DS    PL5\nPAYLEN   EQU   *-PAYID")]
    [InlineData(Language.Rexx, "/* REXX */\nSAY 'HELLO'")]
    [InlineData(Language.Rexx, "/* pays: a Rexx exec */\n\"ALLOC F(SYSIN) DA(PROD.PAY)\"")]
    [InlineData(Language.None, "Dear all,\nplease run the job on Friday.\nNote: PROC is a word, too.")]
    [InlineData(Language.None, "00000000123 0000045 A\n00000000124 0000046 B")]
    [InlineData(Language.None, "select b from the list: nothing")]
    [InlineData(Language.None, "")]
    public void Content_tells_the_language_of_a_member_without_extension(Language language, string content) =>
        Assert.Equal(language, Languages.Of("PAYROLL", SourceText.Of(content)));

    [Theory]
    [InlineData(Language.Assembler, "PAYROLL.asm", "         PAYINIT")]
    [InlineData(Language.Assembler, "PROD.MACLIB/PAYWAIT", "* nothing yet")]
    [InlineData(Language.Assembler, "PAYGEN.imsgen", "         APPLCTN PSB=PAYPSB,PGMTYPE=TP\n         TRANSACT CODE=PAYT")]
    [InlineData(Language.Assembler, "ENTRIES.ASM", " ENTRY PAYROLL\n")]
    [InlineData(Language.Pli, "PAYREC.inc", "  /* nothing yet */")]
    [InlineData(Language.Cobol, "PAYREC.inc", "       01  PAY-RECORD.\n           05  PAY-ID PIC X(8).")]
    [InlineData(Language.Cobol, "PAYREC.cpy", "")]
    [InlineData(Language.Pli, "PAYREC.dcl", " DCL 1 DCLPAY,\n     5 ID CHAR(8);")]
    [InlineData(Language.Assembler, "PAYREC.copy", "PAYREC   DSECT\nPAYID    DS    CL8")]
    [InlineData(Language.Rexx, "PROD.EXEC/PAYROLL", "say 'hello'")]
    [InlineData(Language.Clist, "payroll.clist", "PROC 1 NAME\nWRITE &NAME")]
    [InlineData(Language.Rexx, "payroll.clist", "/* REXX */\nSAY NAME")]
    [InlineData(Language.Dbd, "PROD.DBDSRC/PAYDB", "")]
    [InlineData(Language.Psb, "PAYPSB.psb", "")]
    [InlineData(Language.Mqsc, "queues.mqsc", "* none yet")]
    [InlineData(Language.Racf, "payroll.racf", "LU PAYUSR")]
    [InlineData(Language.Jcl, "payroll.jcl", "")]
    [InlineData(Language.Mqsc, "queues.ctl", "DEFINE QL(PAY.IN)")]
    [InlineData(Language.None, "README.md", "//PAYROLL  JOB (ACCT)")]
    public void Extension_and_library_decide_what_the_content_leaves_open(Language language, string path, string content) =>
        Assert.Equal(language, Languages.Of(path, SourceText.Of(content)));

    [Theory]
    [InlineData("asm", Language.Assembler, 2)]
    [InlineData("maclib", Language.Assembler, 2)]
    [InlineData("cbl", Language.Cobol, 40)]
    [InlineData("cpy", Language.Cobol, 40)]
    [InlineData("jcl", Language.Jcl, 40)]
    [InlineData("proc", Language.Jcl, 2)]
    [InlineData("bms", Language.Bms, 15)]
    [InlineData("csd", Language.Csd, 3)]
    [InlineData("ddl", Language.Ddl, 6)]
    [InlineData("ctl", Language.ControlCards, 6)]
    [InlineData("scheduler", Language.Scheduler, 2)]
    public void Real_members_are_written_in_what_their_folders_say(string folder, Language language, int fewest)
    {
        Truth.IsNeeded();
        AllAre(language, fewest, path => Path.GetFileName(Path.GetDirectoryName(path)) == folder, path => path);
        // By itself SQL is a definition; where it is kept makes it the input of a utility.
        if (language != Language.ControlCards)
            AllAre(language, fewest, path => Path.GetFileName(Path.GetDirectoryName(path)) == folder, _ => "PAYROLL");
    }

    [Theory]
    [InlineData(".dbd", Language.Dbd)]
    [InlineData(".psb", Language.Psb)]
    public void Real_databases_are_told_by_their_content_alone(string extension, Language language)
    {
        Truth.IsNeeded();
        AllAre(language, 4, path => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase), _ => "PAYROLL");
    }

    private static void AllAre(Language language, int fewest, Func<string, bool> chosen, Func<string, string> named)
    {
        var paths = Truth.Members().Select(member => member.Path).Where(chosen).ToList();
        Assert.True(paths.Count >= fewest, $"There are only {paths.Count}.");
        var others = paths
            .Select(path => (path, Told: Languages.Of(named(path), SourceText.Read(File.ReadAllBytes(path))!)))
            .Where(member => member.Told != language).ToList();
        Assert.True(others.Count == 0, string.Join('\n', others));
    }
}
