using Sluice.Mainframe.ControlCards;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Tests.ControlCards;

public sealed class UtilityCardsTests
{
    [Theory]
    [InlineData("IEBCOPY", " COPY OUTDD=OUT,INDD=((IN1,R),IN2)\n SELECT MEMBER=(A,(B,C,R))",
        "Writes DdName OUT, Reads DdName IN1, Reads DdName IN2, Reads ControlMember A via IN1, Reads ControlMember B via IN1")]
    [InlineData("IEBCOPY", " C O=OUT,I=IN\n S M=A\n E M=B", "Writes DdName OUT, Reads DdName IN, Reads ControlMember A via IN")]
    [InlineData("IEBCOPY", " COPY OUTDD=OUT\n  INDD=IN1\n  INDD=((IN2,R))", "Writes DdName OUT, Reads DdName IN1, Reads DdName IN2")]
    [InlineData("IGHRCO00", " SORT FIELDS=COPY", "Reads DdName SORTIN, Writes DdName SORTOUT")]
    [InlineData("ADRDSSU", " DUMP DATASET(INCLUDE(PAY.** BILL.RUN) BY(DSCHA,EQ,1)) -\n  OUTDDNAME(TAPE) OPT(4)",
        "Reads DataSet PAY.**, Reads DataSet BILL.RUN, Writes DdName TAPE")]
    [InlineData("ADRDSSU", " RESTORE DS(INC(PAY.A)) INDD(TAPE) RENAMEU((PAY.A,TEST.A))",
        "Writes DataSet PAY.A, Reads DdName TAPE, Creates DataSet TEST.A")]
    [InlineData("FTP", "host.example\nuser\nsecret\nPUT 'PAY.OUT(RUN)' out.txt\nGET in.txt 'PAY.IN' (REPLACE\nPUT //DD:REPORT r.txt\nQUIT",
        "Reads DataSet PAY.OUT(RUN), Writes DataSet PAY.IN, Reads DdName REPORT")]
    [InlineData("FTP", "PUT OUT a\nLCD 'PAY.DAY'\nPUT OUT +\n a\nPUT /u/pay/x a", "Reads DataSet OUT?, Reads DataSet PAY.DAY.OUT?")]
    [InlineData("DFHCSDUP", "* TEST\n DELETE GROUP(PAY)", "Deletes Resource GROUP PAY")]
    [InlineData("IEBGENER", " GENERATE MAXNAME=1\n EXITS INHDR=PAYEXIT", "Calls Program PAYEXIT via INHDR")]
    [InlineData("IEBUPDTE", "./ ADD NAME=PAYCARD,LEVEL=01   NEW\n DELETE PAY.A\n./L1 REPL NAME=OLDCARD\n./ ENDUP",
        "Creates ControlMember PAYCARD via SYSUT2, Updates ControlMember OLDCARD via SYSUT2")]
    [InlineData("IEHPROGM", " SCRATCH DSNAME=PAY.A,VOL=3390=PAY001,PURGE\n RENAME DSNAME=PAY.LIB,MEMBER=A,NEWNAME=B,\n               VOL=3390=PAY001\n UNCATLG DSNAME=PAY.B",
        "Deletes DataSet PAY.A, Updates DataSet PAY.LIB(A), Uses DataSet PAY.B")]
    [InlineData("DSNUTILB", "LOAD DATA INDDN SYSREC RESUME YES\n INTO TABLE \"PAY\".\"RUN\" (TABLE POSITION(1) CHAR(8), X)\n  INTO TABLE PAY.ITEM",
        "Reads DdName SYSREC, Writes Table PAY.RUN, Writes Table PAY.ITEM")]
    [InlineData("DSNUTILB", "UNLOAD TABLESPACE PAYDB.PAYTS FROM TABLE PAY.RUN\n PUNCHDDN SYSPUNCH UNLDDN SYSREC",
        "Reads Tablespace PAYDB.PAYTS, Reads Table PAY.RUN, Writes DdName SYSPUNCH, Writes DdName SYSREC")]
    [InlineData("DSNUTILB", "-- ALL\nRUNSTATS TABLESPACE PAYDB.PAYTS TABLE(ALL) INDEX(PAY.X1, PAY.X2)\nREORG TABLESPACE LIST PAYLIST",
        "Reads Tablespace PAYDB.PAYTS, Reads Index PAY.X1, Reads Index PAY.X2")]
    [InlineData("DSNUTILB", "TEMPLATE T1 DSN 'PAY.&DB..&TS..D&DATE.' UNIT SYSDA\nLISTDEF L1 INCLUDE TABLESPACE PAYDB.PAY*\nCOPY LIST L1 COPYDDN(T1)",
        "Uses DataSet PAY.&DB..&TS..D&DATE.?, Uses Tablespace PAYDB.PAY*, Writes DdName T1")]
    [InlineData("DSNUTILB", "EXEC SQL\n DECLARE C1 CURSOR FOR SELECT * FROM PAY.RUN\nENDEXEC\nLOAD DATA INCURSOR C1 INTO TABLE PAY.COPY",
        "Reads Table PAY.RUN, Writes Table PAY.COPY")]
    [InlineData("DFHSIP", "* REGION\nGRPLIST=(DFHLIST,PAYLIST),\nPLTPI=P1,SIT=6$,TST=NO\n.END\nPLTSD=X",
        "Uses Resource DFHLIST via GRPLIST, Uses Resource PAYLIST via GRPLIST, Uses Program DFHPLTP1, Uses Program DFHSIT6$")]
    public void Statements_name_what_they_work_on(string program, string cards, string expected) =>
        Assert.Equal(expected, Cards.Told(program, "SYSIN", cards));

    [Theory]
    [InlineData(" INCLUDE SYSLIB(PAYMAIN,PAYSUB)\n INCLUDE OBJ\n ENTRY PAYMAIN\n ALIAS PAYALT\n NAME PAYROLL(R)",
        "Reads DdName OBJ, Creates Program PAYALT, Creates Program PAYROLL, Program PAYROLL Contains Program PAYMAIN via SYSLIB, Program PAYROLL Contains Program PAYSUB via SYSLIB")]
    [InlineData(" INCLUDE SYSLIB(PAYMAIN)\n MODE AMODE(31)", "Contains Program PAYMAIN via SYSLIB")]
    [InlineData(" LIBRARY SYSLIB(DATECALC,AMTCALC),(NOTNOW)", "Uses Program DATECALC via SYSLIB, Uses Program AMTCALC via SYSLIB")]
    [InlineData(" INCLUDE SYSLIB(&MEMBER)\n NAME &MEMBER(R)", "Creates Program &MEMBER?, Program &MEMBER Contains Program &MEMBER via SYSLIB?")]
    public void Binder_makes_programs_of_modules(string cards, string expected) =>
        Assert.Equal(expected, Cards.Told("IEWL", "SYSLIN", cards));

    [Theory]
    [InlineData("DSNUPROC.SYSIN", "LOAD DATA INTO TABLE PAY.RUN", "Writes Table PAY.RUN")]
    [InlineData("RUN.SYSTSIN", " RUN PROGRAM(PAYROLL) PLAN(PAYPLAN)", "Runs Program PAYROLL, Uses Plan PAYPLAN")]
    [InlineData("LKED.SYSIN", " INCLUDE SYSLIB(PAYMAIN)\n NAME PAYROLL(R)", "Creates Program PAYROLL, Program PAYROLL Contains Program PAYMAIN via SYSLIB")]
    [InlineData("SORT.TOOLIN", " COPY FROM(A) TO(B)", "Reads DdName A, Writes DdName B")]
    [InlineData("COBOL.SYSIN", "       IDENTIFICATION DIVISION.\n       COPY PAYREC.\n           CALL 'X'", "")]
    [InlineData("STEP.DATA", " DELETE PAY.A", "")]
    public void In_stream_data_for_a_procedure_is_read_where_it_shows_whose_it_is(string ddName, string cards, string expected)
    {
        var source = SourceText.Of(cards);
        var findings = new Findings();
        UtilityCards.ReadForProcedure(Cards.Step, ddName, source, 1, source.Count, findings);

        Assert.Equal(expected, Cards.Told(findings));
    }

    [Fact]
    public void Commands_of_MQ_are_in_the_data_set_that_CSQUTIL_is_told_of() =>
        Assert.Equal("Queue PAY.OUT Uses Queue PAY.XMIT",
            Cards.Told("CSQUTIL", "CMDINP", " DEFINE QREMOTE(PAY.OUT) +\n XMITQ(PAY.XMIT)"));

    [Fact]
    public void What_is_wrong_with_a_control_member_is_said_once() =>
        Assert.Equal("card.unclosed-comment", Assert.Single(Cards.Member(" LISTCAT /* ALL\n VERIFY FILE(A)").Diagnostics).Code);

    [Fact]
    public void Exec_is_the_first_word_of_what_IRXJCL_is_given() =>
        Assert.Equal("Runs Program NIGHTLY via SYSEXEC", Cards.Told(Cards.Parm("IRXJCL", "NIGHTLY 2026 A")));

    [Fact]
    public void Name_that_is_missing_is_told()
    {
        var findings = Cards.Findings("IEWL", "SYSLIN", " INCLUDE SYSLIB(PAYMAIN)\n NAME (R)");

        Assert.Equal("Contains Program PAYMAIN via SYSLIB", Cards.Told(findings));
        Assert.Equal(("card.missing-name", new Place(2, 7)), (findings.Diagnostics[0].Code, findings.Diagnostics[0].At));
    }

    [Theory]
    [InlineData("BMP,PAYROLL,PAYPSB", "Runs Program PAYROLL, Uses Psb PAYPSB")]
    [InlineData("(DLI,PAYROLL,PAYPSB,,,N)", "Runs Program PAYROLL, Uses Psb PAYPSB")]
    [InlineData("DBB,PAYROLL", "Runs Program PAYROLL, Uses Psb PAYROLL")]
    [InlineData("ULU,DFSURGU0,PAYDBD", "Runs Program DFSURGU0, Uses Dbd PAYDBD")]
    [InlineData("BMP,&MBR,&PSB", "Runs Program &MBR?, Uses Psb &PSB?")]
    [InlineData("MSG,001,002", "")]
    [InlineData("BMP", "")]
    public void Ims_region_parameters_name_program_and_psb(string parm, string expected) =>
        Assert.Equal(expected, Cards.Told(Cards.Parm("DFSRRC00", parm)));

    [Fact]
    public void Db2_under_ims_batch_has_program_and_plan_in_ddvit02() =>
        Assert.Equal("Uses Plan PAYPLAN, Runs Program PAYROLL",
            Cards.Told("DFSRRC00", "DDITV02", "DB2P,SYS1,DSNMIN10,,R,-,PAYCONN,PAYPLAN,PAYROLL"));

    [Theory]
    [InlineData("PGM /usr/lpp/pay/bin/Close -d 1", "Runs Program /usr/lpp/pay/bin/Close")]
    [InlineData("SH /u/pay/close.sh; echo done", "Runs Program /u/pay/close.sh?")]
    public void Unix_programs_keep_their_case(string parm, string expected) =>
        Assert.Equal(expected, Cards.Told(Cards.Parm("BPXBATCH", parm)));

    [Fact]
    public void Iebgener_copies_from_sysut1_to_sysut2()
    {
        var findings = Cards.Parm("IEBGENER", null, "//STEP1    EXEC PGM=IEBGENER");

        Assert.Equal("Reads DdName SYSUT1, Writes DdName SYSUT2", Cards.Told(findings));
        Assert.All(findings.References, found => Assert.Equal(new Place(1, 21), found.At));
    }

    [Theory]
    [InlineData("/* LICENCE\n   OF 2020 */\n REPRO INFILE(A) OUTFILE(B)", "Reads DdName A, Writes DdName B")]
    [InlineData("* SORT\n SORT FIELDS=COPY", "Reads DdName SORTIN, Writes DdName SORTOUT")]
    [InlineData(" INCLUDE SYSLMOD(PAYMAIN)\n NAME PAYROLL(R)", "Creates Program PAYROLL, Program PAYROLL Contains Program PAYMAIN via SYSLMOD")]
    [InlineData("  DSN SYSTEM(DB2P)\n  RUN PROGRAM(DSNTIAD) -\n  PLAN(DSNTIA)", "Runs Program DSNTIAD, Uses Plan DSNTIA")]
    [InlineData("  SET CURRENT SQLID = 'PAY';\n  CREATE TABLE PAY.RUN (X INTEGER);", "Creates Table PAY.RUN")]
    [InlineData(" DELETE FROM PAY.RUN;", "Deletes Table PAY.RUN")]
    [InlineData(" DELETE PAY.KSDS", "Deletes DataSet PAY.KSDS")]
    [InlineData(" COPY DATASET(INCLUDE(PAY.A)) RENAMEU((PAY.A,TEST.A))", "Reads DataSet PAY.A, Creates DataSet TEST.A")]
    [InlineData(" COPY OUTDD=A,INDD=B", "Writes DdName A, Reads DdName B")]
    [InlineData(" COPY FROM(A) TO(B)", "Reads DdName A, Writes DdName B")]
    [InlineData(" COPY TABLESPACE PAYDB.PAYTS", "Reads Tablespace PAYDB.PAYTS")]
    [InlineData("LOAD DATA INTO TABLE PAY.RUN", "Writes Table PAY.RUN")]
    [InlineData("./ ADD NAME=PAYCARD", "Creates ControlMember PAYCARD via SYSUT2")]
    [InlineData("TRAN-ID,1,16,CH", "")]
    [InlineData("", "")]
    public void Control_member_by_itself_tells_whose_it_is(string cards, string expected)
    {
        var findings = Cards.Member(cards);

        Assert.Equal(expected, Cards.Told(findings));
        Assert.Empty(findings.Diagnostics);
    }
}
