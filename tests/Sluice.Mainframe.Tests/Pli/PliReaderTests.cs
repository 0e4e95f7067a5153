using Sluice.Mainframe.Pli;
using Sluice.Mainframe.Tests.Cobol;

namespace Sluice.Mainframe.Tests.Pli;

public sealed class PliReaderTests
{
    [Theory]
    [InlineData(" PAY01: PROC OPTIONS(MAIN);", "Program PAY01 1:9")]
    [InlineData("pay01: procedure (parm) options(main) reorder;", "Program PAY01 1:8")]
    [InlineData(" PAY01: PROC; IN: PROC; END IN; SIDE: ENTRY; END;", "Program PAY01 1:9", "Program SIDE 1:39")]
    [InlineData(" PAY01: PROC EXT('PAYX01') OPTIONS(FETCHABLE);", "Program PAYX01 1:9")]
    [InlineData(" A: PROC; DO; END; B: PROC; END B; END A; C: PROC; END;", "Program A 1:5", "Program C 1:46")]
    [InlineData(" A: PROC; DO; DO; BEGIN; END A; C: PROC; END;", "Program A 1:5", "Program C 1:36")]
    [InlineData(" A: PROC; SELECT(X); WHEN(1) DO; END; OTHER; END; B: PROC; END; END A;", "Program A 1:5")]
    [InlineData(" P: PACKAGE EXPORTS(A); A: PROC; END; B: PROC; END; END P;", "Program A 1:28")]
    [InlineData(" P: PACKAGE EXPORTS(*); A: PROC; C: PROC; END; END; B: PROC; END; END P;", "Program A 1:28", "Program B 1:56")]
    [InlineData(" /* A: PROC; */ B: PROC; X = 'C: PROC;'; END;", "Program B 1:20")]
    [InlineData(" DCL PROC FIXED; PROC = 1;")]
    public void External_procedures_are_programs(string source, params string[] defined) =>
        Assert.Equal(defined, Said.Definitions(Read(source)));

    [Theory]
    [InlineData(" %INCLUDE PAYREC;", "Copies Copybook PAYREC 1:11")]
    [InlineData(" %include syslib(payrec);", "Copies Copybook PAYREC through SYSLIB 1:18")]
    [InlineData(" %INCLUDE A, LIB(B);", "Copies Copybook A 1:11", "Copies Copybook B through LIB 1:18")]
    [InlineData(" %XINCLUDE PAYREC;", "Copies Copybook PAYREC 1:12")]
    [InlineData(" %INCLUDE '/pay/inc/payrec.inc';", "Copies Copybook PAYREC 1:12")]
    [InlineData(" %IF X %THEN %INCLUDE PAYREC;", "Copies Copybook PAYREC 1:23")]
    [InlineData(" ++INCLUDE PAYREC", "Copies Copybook PAYREC 1:12")]
    [InlineData("-INC PAYREC", "Copies Copybook PAYREC 1:6")]
    [InlineData(" EXEC SQL INCLUDE PAYTAB;", "Copies Copybook PAYTAB through SQL 1:19")]
    [InlineData(" /* %INCLUDE PAYREC; */")]
    public void Members_are_included(string source, params string[] said) => Assert.Equal(said, Said.References(Read(source)));

    [Theory]
    [InlineData(" CALL PAY02;", "Calls Program PAY02 1:7")]
    [InlineData(" IF A = B THEN CALL PAY02(A,B); ELSE CALL PAY03;", "Calls Program PAY02 1:21", "Calls Program PAY03 1:43")]
    [InlineData(" ON ENDFILE(F) CALL PAY02;", "Calls Program PAY02 1:21")]
    [InlineData(" CALL PLITDLI(FOUR,GU,PCB);", "Calls Program PLITDLI 1:7")]
    [InlineData(" DCL GN CHAR(4) INIT('GN'); CALL PLITDLI(FIVE,GN,PCB,AREA,SSA);", "Calls Program PLITDLI 1:34", "?Reads Segment SSA 1:59")]
    [InlineData(" DCL F CHAR(4) INIT('ISRT'); CALL AIBTDLI(N,F,AIB,AREA,S.A(1),B);", "Calls Program AIBTDLI 1:35", "?Uses Segment A 1:58", "?Writes Segment B 1:63")]
    [InlineData(" CALL CEETDLI('DLET',PCB,AREA,SSA); CALL CEETDLI(4,'REPL',PCB,AREA,SSA);", "Calls Program CEETDLI 1:7", "?Deletes Segment SSA 1:31", "Calls Program CEETDLI 1:42", "?Updates Segment SSA 1:68")]
    [InlineData(" CALL PLITDLI(FIVE,ANY,PCB,AREA,SSA", "Calls Program PLITDLI 1:7")]
    [InlineData(" CALL OTHER(FIVE,GU,PCB,AREA,SSA);", "Calls Program OTHER 1:7")]
    [InlineData(" CALL SUB; SUB: PROC; END;")]
    [InlineData(" CALL PLIRETC(8); CALL PLIDUMP('X');")]
    [InlineData(" DCL SUB ENTRY VARIABLE; CALL SUB;", "?Calls Program SUB 1:31")]
    [InlineData(" P: PROC(SUB); DCL SUB ENTRY; CALL SUB; END;", "?Calls Program SUB 1:36")]
    [InlineData(" CALL TABLE.SUB(I);", "?Calls Program TABLE 1:7")]
    [InlineData(" DCL SUB ENTRY(FIXED, CHAR(8)) EXTERNAL('PAY02'); CALL SUB(1,X);", "Calls Program PAY02 through SUB 1:56")]
    [InlineData(" DCL (A, B) ENTRY EXTERNAL OPTIONS(ASM INTER);", "Uses Program A 1:7", "Uses Program B 1:10")]
    [InlineData(" DCL X FIXED, SUB EXT ENTRY; Y = SUB(1);", "Calls Program SUB 1:34")]
    [InlineData(" DCL TIME BUILTIN, CALL FIXED; CALL = 1;")]
    [InlineData(" FETCH PAY02; CALL PAY02; RELEASE PAY02;", "Uses Program PAY02 1:8", "Calls Program PAY02 1:20", "Uses Program PAY02 1:35")]
    [InlineData(" FETCH SUB TITLE('PAY02'); CALL SUB;", "Uses Program PAY02 through SUB 1:8", "Calls Program PAY02 through SUB 1:33")]
    [InlineData(" FETCH SUB TITLE(NEXT); CALL SUB;", "?Uses Program SUB 1:8", "?Calls Program SUB 1:30")]
    [InlineData(" X = 'CALL PAY02;'; Y = \"CALL PAY03\";")]
    public void Programs_are_called(string source, params string[] said) => Assert.Equal(said, Said.References(Read(source)));

    [Theory]
    [InlineData(" OPEN FILE(IN) INPUT, FILE(OUT) OUTPUT TITLE('PAYOUT');", "Reads DdName IN through IN 1:12", "Writes DdName PAYOUT through OUT 1:28")]
    [InlineData(" DCL IN FILE RECORD INPUT ENV(FB RECSIZE(80)); OPEN FILE(IN);", "Reads DdName IN through IN 1:58")]
    [InlineData(" DCL UP FILE UPDATE; READ FILE(UP) INTO(R); REWRITE FILE(UP) FROM(R);", "Reads DdName UP through UP 1:32", "Updates DdName UP through UP 1:58")]
    [InlineData(" DCL UP FILE UPDATE;", "Updates DdName UP through UP 1:6")]
    [InlineData(" OPEN FILE(IN) TITLE(DDN) INPUT;", "?Reads DdName DDN through IN 1:12")]
    [InlineData(" OPEN FILE(IN) TITLE('/pay/in.dat') INPUT;", "?Reads DdName /PAY/IN.DAT through IN 1:12")]
    [InlineData(" DCL F FILE VARIABLE; READ FILE(F) INTO(R);", "?Reads DdName F 1:33")]
    [InlineData(" OPEN FILE(PAYMASTERFILE) OUTPUT;", "Writes DdName PAYMASTE through PAYMASTERFILE 1:12")]
    [InlineData(" PUT SKIP LIST('A'); PUT EDIT(X)(A);", "Writes DdName SYSPRINT through SYSPRINT 1:2")]
    [InlineData(" GET FILE(IN) LIST(A); GET STRING(S) EDIT(A)(A);", "Reads DdName IN through IN 1:11")]
    public void Files_are_known_by_their_dd_name(string source, params string[] said) => Assert.Equal(said, Said.References(Read(source)));

    [Theory]
    [InlineData(" EXEC CICS LINK PROGRAM('PAY02') COMMAREA(CA);", "Links Program PAY02 1:26")]
    [InlineData(" EXEC CICS XCTL PROGRAM(NEXT);", "?Transfers Program NEXT 1:25")]
    [InlineData(" EXEC CICS SEND MAP('PAYMAP') MAPSET('PAYSET') ERASE;", "Sends Mapset PAYSET through PAYMAP 1:39", "Sends Map PAYSET.PAYMAP 1:22")]
    [InlineData(" EXEC CICS SEND MAP(NEXT) MAPSET('PAYSET');", "Sends Mapset PAYSET 1:35", "?Sends Map NEXT through PAYSET 1:21")]
    [InlineData(" EXEC CICS SEND MAP(NEXT) MAPSET(SET);", "?Sends Mapset SET 1:34", "?Sends Map NEXT 1:21")]
    [InlineData(" EXEC CICS RECEIVE MAP(NEXT);", "?Receives Mapset NEXT 1:24")]
    [InlineData(" EXEC SQL SELECT A INTO :B\n   FROM PAY.RUN WHERE C = ';';", "Reads Table PAY.RUN 2:9")]
    [InlineData(" EXEC DLI SCHD PSB(PAYPSB); EXEC DLI DLET SEGMENT((NAME)) FROM(X);", "Uses Psb PAYPSB 1:20", "?Deletes Segment NAME 1:52")]
    [InlineData(" EXEC DLI GU SEGMENT(PAYSEG) INTO(X);", "Reads Segment PAYSEG 1:22")]
    public void Commands_of_cics_db2_and_ims_are_read(string source, params string[] said) =>
        Assert.Equal(said.Order(), Said.References(Read(source)).Order());

    [Theory]
    [InlineData(" CALL PAY02;                                                            CALL X;", "Calls Program PAY02 1:7")]
    [InlineData("1CALL PAY02;", "Calls Program PAY02 1:7")]
    [InlineData("*PROCESS MARGINS(1,40);\nCALL PAY02;                             CALL PAY03;", "Calls Program PAY02 2:6")]
    [InlineData("%PROCESS MAR(7,72);\nCALL  CALL PAY02;", "Calls Program PAY02 2:12")]
    public void Only_text_between_the_margins_is_read(string source, params string[] said) =>
        Assert.Equal(said, Said.References(Read(source)));

    [Fact]
    public void Literal_goes_on_in_the_next_line() =>
        Assert.Equal(["Calls Program PAY03 3:10"], Said.References(Read(" X = 'CALL\n CALL PAY02; ''\n '; CALL PAY03;")));

    [Fact]
    public void Each_process_statement_begins_another_compilation()
    {
        var findings = Read("*PROCESS;\n A: PROC; CALL B; END;\n*PROCESS;\n %INCLUDE R;\n B: PROC; END;");

        Assert.Equal([new(ThingKind.Program, "A"), new(ThingKind.Program, "B")], findings.References.Select(reference => reference.From));
    }

    [Fact]
    public void Variable_that_names_a_program_is_told_with_what_it_may_hold()
    {
        var findings = Read(" P: PROC; DCL NEXT CHAR(8) INIT('PAY02'); OTHER = 'PAY03'; NEXT = OTHER; IGNORED = 'X';\n"
            + " EXEC CICS XCTL PROGRAM(NEXT); END;");

        Assert.Equal(["NEXT PAY02 ", "NEXT  OTHER", "OTHER PAY03 "],
            findings.Assignments.Select(assignment => $"{assignment.Item} {assignment.Literal} {assignment.Other}"));
    }

    [Theory]
    [InlineData("DCL 1 SSA, 2 NAME CHAR(8) INIT('PAYSEG'), 2 END CHAR(1);")]
    [InlineData("DCL 1 SSA, 2 ALL, 3 NAME CHAR(8) INIT('PAYSEG');")]
    [InlineData("DCL 1 SSA, 2 (NAME, X) CHAR(8); NAME = 'PAYSEG';")]
    [InlineData("DCL SSA CHAR(20) INIT('PAYSEG  (KEY = ');")]
    public void Search_argument_begins_with_its_segment(string declared)
    {
        var linked = Linking.Of(("PAY.pli", $" PAY: PROC;\n {declared}\n CALL PLITDLI(FIVE,GU,PCB,AREA,SSA);\n END;\n"));

        var segment = Assert.Single(linked, reference => reference.To.Kind is ThingKind.Segment);
        Assert.Equal(("PAYSEG", Certainty.Candidate), (segment.To.Name, segment.Certainty));
    }

    [Fact]
    public void Member_that_is_included_tells_what_its_structures_begin_with() => Assert.Equal(["SSA  NAME", "NAME PAYSEG "],
        Read(" DCL 1 OTHER, 2 X CHAR(1);\n DCL 1 SSA, 2 NAME CHAR(8) INIT('PAYSEG');").Assignments
            .Select(assignment => $"{assignment.Item} {assignment.Literal} {assignment.Other}"));

    [Theory]
    [InlineData(" X = 1; /* CALL", "pli.comment-not-closed 1:9")]
    [InlineData(" X = 'CALL", "pli.literal-not-closed 1:6")]
    [InlineData(" %INCLUDE ' ';", "pli.include-without-name 1:2")]
    [InlineData(" %INCLUDE ;", "pli.include-without-name 1:2")]
    public void What_is_wrong_is_said(string source, string complaint) => Assert.Equal([complaint], Said.Complaints(Read(source)));

    [Fact]
    public void Missing_quote_hides_one_line_and_not_the_rest() =>
        Assert.Equal(["Calls Program PAY02 2:7"], Said.References(Read(" X = 'A;\n CALL PAY02;\n")));

    private const string Good = """
        *PROCESS MARGINS(2,72);
         PAY01: PROC(PARM) OPTIONS(MAIN);
         DCL SUB ENTRY(CHAR(8)) EXTERNAL('PAY02'), (F, G) FILE RECORD INPUT ENV(FB);
         %INCLUDE SYSLIB(PAYREC), OTHER;
         DO I = 1 TO 3; SELECT(I); WHEN(1) CALL SUB('A''B'); OTHERWISE; END; END;
         /* comment */ FETCH X TITLE('PAY03'); CALL X;
         OPEN FILE(F) INPUT TITLE('IN'), FILE(G);
         EXEC CICS LINK PROGRAM(NEXT) COMMAREA(CA);
         EXEC SQL SELECT A INTO :B FROM PAY.RUN WHERE C = 'D';
         NEXT = 'PAY04'; PUT SKIP EDIT(A)(A); P: PROC; END P;
         END PAY01;
        """;

    [Fact]
    public void Broken_source_is_read_to_its_end() => Assert.Equal(20_000, Hostile.Feed(PliReader.Read, Good, 20_000));

    [Theory]
    [InlineData(" DO;")]
    [InlineData(" DO; END X;\n")]
    [InlineData(" /*")]
    [InlineData(" '")]
    [InlineData(" CALL A;")]
    [InlineData(" EXEC CICS LINK PROGRAM((\n")]
    [InlineData(" DCL (((\n")]
    [InlineData(" DCL A ENTRY;\n")]
    [InlineData(" A: A: A:\n")]
    [InlineData(" OPEN FILE(A), \n")]
    [InlineData(" %INCLUDE A,")]
    [InlineData(" A: PROC; ")]
    [InlineData("DCL 1 A, 2 B, 3 C INIT('X');")]
    [InlineData("CALL PLITDLI(N,GU,P,A,S);")]
    [InlineData("CALL PLITDLI((")]
    public void Long_sources_take_time_in_proportion(string unit) =>
        Hostile.IsLinear(PliReader.Read, size => " X: PROC;" + string.Concat(Enumerable.Repeat(unit, size / 4)));

    private static Findings Read(string source) => Said.Of(PliReader.Read, source);
}
