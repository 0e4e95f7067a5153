using Sluice.Mainframe.Rexx;

namespace Sluice.Mainframe.Tests.Rexx;

public sealed class RexxReaderTests
{
    [Theory]
    [InlineData("CALL PAY02 A, B", "Calls Program PAY02 1:6")]
    [InlineData("call 'PAY02' a", "Calls Program PAY02 1:7")]
    [InlineData("IF A = 1 THEN CALL PAY02; ELSE CALL PAY03", "Calls Program PAY02 1:20", "Calls Program PAY03 1:37")]
    [InlineData("X = PAY02(A, PAY03(B))", "Calls Program PAY02 1:5", "Calls Program PAY03 1:14")]
    [InlineData("X = SUBSTR(A,1,'LENGTH'(A)) TIME() OUTTRAP('X.')")]
    [InlineData("CALL SUB\nX = SUB(1)\nEXIT\nSUB: PROCEDURE\nRETURN 1")]
    [InlineData("CALL 'SUB'\nSUB:\nRETURN", "Calls Program SUB 1:7")]
    [InlineData("CALL (NEXT)", "?Calls Program NEXT 1:7")]
    [InlineData("CALL ON ERROR\nCALL TIME 'R'")]
    [InlineData("X = A (B)")]
    [InlineData("X = 'C1'X(B)")]
    [InlineData("/* CALL A /* nested */ CALL B */ CALL C", "Calls Program C 1:39")]
    [InlineData("SAY 'A', /* goes on */\n  PAY02(1)", "Calls Program PAY02 2:3")]
    [InlineData("SAY 'CALL PAY02'; SAY \"IT'S\"")]
    [InlineData("SELECT\nWHEN A = 1 THEN CALL PAY02\nOTHERWISE CALL PAY03\nEND", "Calls Program PAY02 2:22", "Calls Program PAY03 3:16")]
    public void Execs_and_functions_outside_of_the_member_are_called(string source, params string[] said) =>
        Assert.Equal(said, Said.References(Read(source)));

    [Theory]
    [InlineData("ADDRESS LINKMVS 'PAY02 PARM'", "Calls Program PAY02 1:18")]
    [InlineData("ADDRESS LINK\n'PAY02'", "Calls Program PAY02 2:2")]
    [InlineData("ADDRESS ATTCHPGM NEXT\nNEXT = 'PAY02'", "?Calls Program NEXT 1:18")]
    [InlineData("ADDRESS TSO \"CALL 'PAY.LOAD(PAY02)' 'PARM'\"", "Calls Program PAY02 1:29", "Reads DataSet PAY.LOAD(PAY02) 1:20")]
    [InlineData("\"CALL *(PAY02)\"", "Calls Program PAY02 1:9")]
    [InlineData("\"CALL PAY(PAY02)\"", "Calls Program PAY02 1:11", "?Reads DataSet PAY(PAY02) 1:7")]
    [InlineData("\"EXEC 'PAY.REXX(NIGHTLY)' 'A' EXEC\"", "Calls Program NIGHTLY 1:17", "Reads DataSet PAY.REXX(NIGHTLY) 1:8")]
    [InlineData("'%NIGHTLY A B'", "Calls Program NIGHTLY 1:3")]
    [InlineData("'NIGHTLY A B'", "~Calls Program NIGHTLY 1:2")]
    [InlineData("'FREE FI(A)'; 'LISTDS X'; 'DROPBUF'")]
    [InlineData("\"LISTCAT LEVEL('PAY.DATA') ALL\"; \"LISTC ENT('\"DSN\"')\"")]
    [InlineData("\"SUBMIT 'PAY.JCL(PAYJOB)'\"", "Reads DataSet PAY.JCL(PAYJOB) 1:10", "~Runs Job PAYJOB 1:18")]
    [InlineData("ADDRESS ISREDIT '(L) = LINE .ZCSR'")]
    [InlineData("ADDRESS VALUE ENV\n'%NIGHTLY'", "Calls Program NIGHTLY 2:3")]
    public void Commands_run_programs(string source, params string[] said) => Assert.Equal(said, Said.References(Read(source)));

    [Theory]
    [InlineData("\"ALLOC FI(PAYIN) DA('PAY.DATA') SHR REUSE\"", "Uses DataSet PAY.DATA through PAYIN 1:22")]
    [InlineData("\"ALLOCATE F(L) DSN('A.B(M)' 'C.D') SHR\"", "Uses DataSet A.B(M) through L 1:21", "Uses DataSet C.D through L 1:30")]
    [InlineData("\"ALLOC DD(OUT) DA('PAY.NEW') NEW SPACE(1,1)\"", "Creates DataSet PAY.NEW through OUT 1:20")]
    [InlineData("\"ALLOC FI(X) DA(PAY.DATA) MOD\"", "?Writes DataSet PAY.DATA through X 1:17")]
    [InlineData("DSN = 'A.B'\n\"ALLOC FI(X) DA('\"DSN\"') SHR\"", "?Uses DataSet DSN through X 2:19")]
    [InlineData("HLQ = 'PROD'\n\"ALLOC FI(X) DA('\"HLQ\".PAY') SHR\"", "?Uses DataSet &HLQ..PAY through X 2:19")]
    [InlineData("\"ALLOC FI(X) DA('PAY.\"ENV\".DATA') SHR\"", "?Uses DataSet PAY.&ENV..DATA through X 1:18")]
    [InlineData("\"ALLOC FI(X) DA(*)\"")]
    [InlineData("\"EXECIO * DISKR PAYIN (STEM A. FINIS\"", "Reads DdName PAYIN 1:17")]
    [InlineData("EXECIO 1 DISKW PAYOUT", "Writes DdName PAYOUT 1:16")]
    [InlineData("\"DELETE 'PAY.OLD'\"", "Deletes DataSet PAY.OLD 1:10")]
    [InlineData("IF SYSDSN(\"'PAY.DATA'\") = 'OK' THEN NOP", "Uses DataSet PAY.DATA 1:13")]
    [InlineData("CALL BPXWDYN 'ALLOC DD(X) DA(PAY.DATA) SHR'", "Uses DataSet PAY.DATA through X 1:30")]
    [InlineData("RC = BPXWDYN('ALLOC DD(X) DSN(PAY.DATA) SHR')", "Uses DataSet PAY.DATA through X 1:31")]
    public void Commands_name_data_sets(string source, params string[] said) => Assert.Equal(said, Said.References(Read(source)));

    [Theory]
    [InlineData("ADDRESS ISPEXEC 'SELECT PGM(PAY02) PARM(A)'", "Calls Program PAY02 1:29")]
    [InlineData("ADDRESS ISPEXEC\n'SELECT CMD(%NIGHTLY A)'", "Calls Program NIGHTLY 2:14")]
    [InlineData("'ISPEXEC SELECT PANEL(PAYMENU)'", "Sends Resource PANEL PAYMENU 1:23")]
    [InlineData("ISPEXEC 'DISPLAY PANEL('P')'\nP = 'A'", "?Sends Resource P 1:25")]
    [InlineData("'ISPSTART CMD(NIGHTLY)'", "~Calls Program NIGHTLY 1:15")]
    [InlineData("'ISPEXEC FTINCL PAYSKEL'", "Copies Copybook PAYSKEL 1:17")]
    [InlineData("\"ISPEXEC EDIT DATASET('PAY.JCL') MACRO(CHG)\"", "Updates DataSet PAY.JCL 1:24", "Calls Program CHG 1:40")]
    [InlineData("\"ISPEXEC LIBDEF ISPLLIB DATASET ID('PAY.LOAD')\"", "Uses DataSet PAY.LOAD through ISPLLIB 1:37")]
    public void Services_of_ispf_are_read(string source, params string[] said) => Assert.Equal(said, Said.References(Read(source)));

    [Theory]
    [InlineData("QUEUE 'RUN PROGRAM(PAY02) PLAN(PAYPLAN)'\n'DSN SYSTEM(DB2P)'", "Runs Program PAY02 through PAYPLAN 1:20", "Uses Plan PAYPLAN 1:32")]
    [InlineData("ADDRESS DSNREXX 'EXECSQL DELETE FROM PAY.RUN WHERE A = 1'", "Deletes Table PAY.RUN 1:38")]
    [InlineData("QUEUE 'RUN AWAY'")]
    public void Db2_is_reached(string source, params string[] said) => Assert.Equal(said, Said.References(Read(source)));

    [Fact]
    public void Exec_is_a_program() => Assert.Equal(["Program MEMBER 1:1"], Said.Definitions(Read("/* REXX */")));

    [Fact]
    public void Variable_that_names_a_program_is_told_with_what_it_may_hold() =>
        Assert.Equal(["NEXT OTHER", "OTHER PAY02"], Read("OTHER = 'pay02'\nNEXT = OTHER\nIGNORED = 'A'\nADDRESS LINK NEXT").Assignments
            .Select(assignment => $"{assignment.Item} {assignment.Literal ?? assignment.Other}"));

    [Theory]
    [InlineData("CMD = 'NIGHTLY A B'\nCMD", "NIGHTLY")]
    [InlineData("CMD = '%NIGHTLY'\nCMD", "NIGHTLY")]
    [InlineData("CMD = \"LISTCAT LEVEL('PAY.DATA')\"\nCMD", "")]
    [InlineData("CMD = \"SUBMIT 'PAY.JCL(A)'\"\nX = CMD\nX", "CMD")]
    [InlineData("DSN = 'LISTCAT'\n\"ALLOC FI(A) DA(\"DSN\")\"", "LISTCAT")]
    public void Command_of_TSO_in_a_variable_is_no_program(string source, string held) => Assert.Equal(held,
        string.Join(' ', Read(source).Assignments.Select(assignment => assignment.Literal ?? assignment.Other)));

    [Theory]
    [InlineData("SAY 'A", "rexx.string-not-closed 1:5")]
    [InlineData("SAY A /* B /* C */", "rexx.comment-not-closed 1:7")]
    [InlineData("CALL", "rexx.call-without-name 1:1")]
    public void What_is_wrong_is_said(string source, string complaint) => Assert.Equal([complaint], Said.Complaints(Read(source)));

    private const string Good = """
        /* REXX  /* nested */ */
        PARSE ARG A, B .
        X = PAY02(A, 'LIT'(B)) || 'C1'X
        IF SYSDSN("'PAY.DATA'") = 'OK' THEN "ALLOC FI(IN) DA('PAY."A"') SHR"
        ELSE ADDRESS ISPEXEC "SELECT CMD(%NIGHTLY) PANEL(P)",
          B
        ADDRESS TSO "CALL 'PAY.LOAD(PAY02)' 'P'"; QUEUE "RUN PROGRAM(X) PLAN(Y)"
        ADDRESS DSNREXX "EXECSQL SELECT A FROM B.C WHERE D = 'E'"
        "EXECIO * DISKR IN (STEM L. FINIS"
        SUB: PROCEDURE EXPOSE A
        CALL BPXWDYN "ALLOC DD(X) DA(PAY.DATA) SHR"
        """;

    [Fact]
    public void Broken_source_is_read_to_its_end() => Assert.Equal(20_000, Hostile.Feed(RexxReader.Read, Good, 20_000));

    [Theory]
    [InlineData("A, \n")]
    [InlineData("/* ")]
    [InlineData("'")]
    [InlineData("A(")]
    [InlineData("BPXWDYN(")]
    [InlineData("IF A THEN ")]
    [InlineData("IF ")]
    [InlineData("ADDRESS TSO 'ALLOC DA(((((';")]
    [InlineData("'ISPEXEC SELECT CMD(ISPEXEC SELECT CMD('")]
    [InlineData("ELSE ")]
    [InlineData("DO;")]
    public void Long_sources_take_time_in_proportion(string unit) =>
        Hostile.IsLinear(RexxReader.Read, size => string.Concat(Enumerable.Repeat(unit, size / 4)));

    private static Findings Read(string source) => Said.Of(RexxReader.Read, source);
}
