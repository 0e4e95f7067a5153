namespace Sluice.Mainframe.Tests.ControlCards;

public sealed class TsoBatchTests
{
    [Theory]
    [InlineData(" DSN SYSTEM(DB2P)\n RUN PROGRAM(PAYROLL) PLAN(PAYPLAN) -\n   LIB('PAY.LOAD') PARMS('A,B')\n END",
        "Runs Program PAYROLL, Uses Plan PAYPLAN, Reads DataSet PAY.LOAD")]
    [InlineData(" RUN PROG(PAYROLL)", "Runs Program PAYROLL, Uses Plan PAYROLL")]
    [InlineData(" RUN PROGRAM (&PGM) PLAN (&PLAN)", "Runs Program &PGM?, Uses Plan &PLAN?")]
    [InlineData(" RUN PROGRAM(%%PGM) PLAN(<PLAN>)", "Runs Program %%PGM?, Uses Plan <PLAN>?")]
    [InlineData(" BIND PACKAGE(PAY) MEMBER(PAYROLL) -\n  LIBRARY('PAY.DBRM') ACTION(REPLACE)",
        "Binds Package PAY.PAYROLL, Package PAY.PAYROLL Contains Program PAYROLL, Reads DataSet PAY.DBRM")]
    [InlineData(" BIND PACKAGE (LOC.PAY) MEMBER(&MEMNAME)", "Binds Package PAY.&MEMNAME via LOC?, Package PAY.&MEMNAME Contains Program &MEMNAME?")]
    [InlineData(" BIND PACKAGE(PROD) COPY(TEST.PAYROLL) COPYVER(V1)", "Binds Package PROD.PAYROLL, Reads Package TEST.PAYROLL")]
    [InlineData(" BIND PLAN(PAYPLAN) PKLIST(PAY.*, LOC.PAY.RATES, *.GL.*) ACTION(REPLACE) RETAIN",
        "Binds Plan PAYPLAN, Plan PAYPLAN Contains Package PAY.*, Plan PAYPLAN Contains Package PAY.RATES via LOC, Plan PAYPLAN Contains Package GL.* via *")]
    [InlineData(" BIND PLAN(PAYPLAN) MEMBER(PAYROLL RATES)",
        "Binds Plan PAYPLAN, Plan PAYPLAN Contains Program PAYROLL, Plan PAYPLAN Contains Program RATES")]
    [InlineData(" REBIND PACKAGE(PAY.PAYROLL.(V1),LOC.GL.POST) EXPLAIN(YES)", "Binds Package PAY.PAYROLL, Binds Package GL.POST via LOC")]
    [InlineData(" REBIND TRIGGER PACKAGE(PAY.TRIG1)", "Binds Package PAY.TRIG1")]
    [InlineData(" REBIND PLAN(PAYPLAN)", "Binds Plan PAYPLAN")]
    [InlineData(" FREE PLAN(A,B)\n FREE PACKAGE(PAY.*)", "Deletes Plan A, Deletes Plan B, Deletes Package PAY.*")]
    [InlineData(" DCLGEN TABLE(PAY.RUN) LIBRARY('PAY.COPYLIB(RUN)')", "Reads Table PAY.RUN, Writes DataSet PAY.COPYLIB(RUN)")]
    [InlineData(" CALL 'PAY.LOAD(PAYROLL)' 'PARM'", "Runs Program PAYROLL via PAY.LOAD, Reads DataSet PAY.LOAD")]
    [InlineData(" CALL *(PAYROLL)", "Runs Program PAYROLL")]
    [InlineData(" CALL LOAD(PAYROLL)", "Runs Program PAYROLL, Reads DataSet LOAD?")]
    [InlineData(" EXEC 'PAY.EXEC(CLOSE)' 'A B'", "Runs Program CLOSE via PAY.EXEC, Reads DataSet PAY.EXEC")]
    [InlineData(" EX 'PAY.CLIST'", "Reads DataSet PAY.CLIST")]
    [InlineData(" %CLOSE DAY(1)", "Runs Program CLOSE via SYSPROC")]
    [InlineData(" %%PAYEXEC", "")]
    [InlineData(" ISPSTART CMD(%CLOSE) NEWAPPL(PAY)", "Runs Program CLOSE via SYSPROC")]
    [InlineData(" ISPSTART PGM(PAYROLL)", "Runs Program PAYROLL")]
    [InlineData(" SUBMIT 'PAY.JCL(NIGHTLY)'", "Reads ControlMember NIGHTLY via PAY.JCL, Reads DataSet PAY.JCL, Runs Job NIGHTLY?")]
    [InlineData(" NIGHTLY A B", "Runs Program NIGHTLY?")]
    [InlineData(" PERMIT 'PAY.**' ID(PAYUSER) ACCESS(READ)\n ADDGROUP PAY", "Permits SecurityProfile DATASET PAY.** via READ TO PAYUSER, Creates SecurityProfile GROUP PAY")]
    [InlineData(" ALLOC F(IN) DA('PAY.A' 'PAY.B(C)') SHR", "Uses DataSet PAY.A via IN, Uses DataSet PAY.B(C) via IN")]
    [InlineData(" ALLOC FI(OUT) DA('PAY.A') NEW CATALOG", "Creates DataSet PAY.A via OUT")]
    [InlineData(" DELETE 'PAY.A'", "Deletes DataSet PAY.A")]
    [InlineData(" PROFILE NOPREFIX\n -DISPLAY THREAD(*)", "")]
    public void Command_names_what_it_runs_and_binds(string cards, string expected) =>
        Assert.Equal(expected, Cards.Told("IKJEFT01", "SYSTSIN", cards));

    [Fact]
    public void Place_is_that_of_what_is_named()
    {
        var found = Cards.Findings("IKJEFT1B", "SYSTSIN", " DSN SYSTEM(DB2P)\n RUN PROGRAM(PAYROLL) -\n  PLAN(PAYPLAN)").References;

        Assert.Equal([new Place(2, 14), new Place(3, 8)], found.Select(reference => reference.At));
        Assert.All(found, reference => Assert.Equal("RUN PROGRAM(PAYROLL) PLAN(PAYPLAN)", reference.Text));
    }

    [Fact]
    public void Parm_is_the_first_command()
    {
        var found = Cards.Parm("IKJEFT01", "%CLOSE DAY1", "//STEP1  EXEC PGM=IKJEFT01,DYNAMNBR=20,\n//  PARM='%CLOSE DAY1'").References.Single();

        Assert.Equal(new Thing(ThingKind.Program, "CLOSE"), found.To);
        Assert.Equal(new Place(2, 12), found.At);
    }

    [Theory]
    [InlineData(" SELECT X FROM PAY.RUN;\n* COMMENT\n DELETE FROM PAY.OLD;", "Reads Table PAY.RUN, Deletes Table PAY.OLD")]
    [InlineData("--#SET TERMINATOR #\n INSERT INTO PAY.LOG VALUES (1)#\n DROP TABLE PAY.OLD#", "Writes Table PAY.LOG, Deletes Table PAY.OLD")]
    [InlineData("PAY.RUN  0001 DELETE", "")]
    public void Sysin_is_read_when_it_is_sql(string cards, string expected) =>
        Assert.Equal(expected, Cards.Told("IKJEFT01", "SYSIN", cards));
}
