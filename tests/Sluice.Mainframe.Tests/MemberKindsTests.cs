using System.Text;
using Sluice.Mainframe.Tests.Text;

namespace Sluice.Mainframe.Tests;

public sealed class MemberKindsTests
{
    [Theory]
    [InlineData(MemberKind.Cobol, "       IDENTIFICATION DIVISION.\n       PROGRAM-ID. PAYROLL.")]
    [InlineData(MemberKind.Cobol, "000100 ID DIVISION.                                                     PAYROLL\n000200 PROGRAM-ID. PAYROLL.")]
    [InlineData(MemberKind.Cobol, "CR4711*CHANGED\nCR4711 IDENTIFICATION DIVISION.")]
    [InlineData(MemberKind.Cobol, "*> free format\nidentification division.\nprogram-id. payroll.")]
    [InlineData(MemberKind.Cobol, "       CBL RENT,APOST\n       PROGRAM-ID. PAYROLL.")]
    [InlineData(MemberKind.Copybook, "      * A RECORD\n       01  PAY-RECORD.\n           05  PAY-ID PIC X(8).")]
    [InlineData(MemberKind.Copybook, "           10 AMOUNT PIC S9(9)V99 COMP-3.")]
    [InlineData(MemberKind.Copybook, "01 pay-record.\n   05 pay-id pic x(8).")]
    [InlineData(MemberKind.Copybook, "       CHECK-DATE.\n           IF WS-DATE = SPACES\n              MOVE 'N' TO WS-OK\n           END-IF.")]
    [InlineData(MemberKind.Copybook, "           EXEC SQL DECLARE PAY.RUN TABLE\n           ( RUN_ID CHAR(8) NOT NULL\n           ) END-EXEC.\n       01  DCLRUN.\n           10 RUN-ID PIC X(8).")]
    [InlineData(MemberKind.Jcl, "//PAYROLL  JOB (ACCT),'PAY',CLASS=A\n//STEP1    EXEC PGM=PAYROLL")]
    [InlineData(MemberKind.Jcl, "//* NIGHTLY\n/*JOBPARM S=SYS1\n//PAYROLL  JOB (ACCT)\n//P        PROC\n//         PEND")]
    [InlineData(MemberKind.Jcl, "//&SYSUID.A JOB 1\n//COB EXEC IGYWCL\n//COBOL.SYSIN DD *\n       IDENTIFICATION DIVISION.\n/*")]
    [InlineData(MemberKind.Proc, "//PAYPROC  PROC HLQ=PROD\n//STEP1    EXEC PGM=PAYROLL")]
    [InlineData(MemberKind.Proc, "//         SET HLQ=PROD")]
    [InlineData(MemberKind.Bms, "PAYSET   DFHMSD TYPE=&SYSPARM,MODE=INOUT,LANG=COBOL")]
    [InlineData(MemberKind.Bms, "* MAP\n         PRINT NOGEN\nPAYMAP   DFHMDI SIZE=(24,80)")]
    [InlineData(MemberKind.Ddl, "-- run once\nCREATE TABLE PAY.RUN (ID INTEGER NOT NULL);")]
    [InlineData(MemberKind.Ddl, "  SET CURRENT SQLID = 'PAY';\n  create unique index PAY.X ON PAY.RUN (ID);")]
    [InlineData(MemberKind.Ddl, "GRANT SELECT ON PAY.RUN TO PUBLIC;")]
    [InlineData(MemberKind.ControlCard, " SORT FIELDS=(1,8,CH,A)")]
    [InlineData(MemberKind.ControlCard, "* keep two\n  OPTION COPY\n  INCLUDE COND=(1,1,CH,EQ,C'A')")]
    [InlineData(MemberKind.ControlCard, "  /* gone first */\n  DELETE PROD.PAY.KSDS CLUSTER PURGE\n  IF MAXCC = 8 THEN SET MAXCC = 0")]
    [InlineData(MemberKind.ControlCard, " DEFINE CLUSTER (NAME(PROD.PAY.KSDS) -")]
    [InlineData(MemberKind.ControlCard, "DSN SYSTEM(DB2P)\n BIND PACKAGE(PAY) MEMBER(PAYROLL)")]
    [InlineData(MemberKind.ControlCard, "  BIND PACKAGE(PAY) MEMBER(PAYROLL)")]
    [InlineData(MemberKind.ControlCard, " INCLUDE SYSLIB(PAYROLL)\n NAME PAYROLL(R)")]
    [InlineData(MemberKind.ControlCard, "LOAD DATA INDDN SYSREC RESUME YES INTO TABLE PAY.RUN")]
    [InlineData(MemberKind.ControlCard, " COPY OUTDD=OUT,INDD=((IN,R))")]
    [InlineData(MemberKind.ControlCard, "  SELECT COUNT(*) FROM PAY.RUN;")]
    [InlineData(MemberKind.Csd, "* CICS\n DEFINE PROGRAM(PAYROLL) GROUP(PAY)\n        LANGUAGE(COBOL)")]
    [InlineData(MemberKind.Csd, "ADD GROUP(PAY) LIST(PRODLIST)")]
    [InlineData(MemberKind.Scheduler, "<?xml version=\"1.0\"?>\n<DEFTABLE>\n<FOLDER FOLDER_NAME=\"PAY\">")]
    [InlineData(MemberKind.Scheduler, "insert_job: PAYROLL   job_type: CMD")]
    [InlineData(MemberKind.Scheduler, "ADSTART ACTION(ADD) ADID(PAYROLL)")]
    [InlineData(MemberKind.Scheduler, "1LJOB,JOB=PAYROLL,LIST=ALL")]
    [InlineData(MemberKind.Other, "/* REXX */\nSAY 'HELLO'")]
    [InlineData(MemberKind.Other, "PAYROLL: PROC OPTIONS(MAIN);\n  DCL 1 REC,\n        2 ID CHAR(8);")]
    [InlineData(MemberKind.Other, "PAYROLL  CSECT\n         USING *,15\n         BR    14")]
    [InlineData(MemberKind.Other, "Dear all,\nplease run the job on Friday.")]
    [InlineData(MemberKind.Other, "00000000123 0000045 A\n00000000124 0000046 B")]
    [InlineData(MemberKind.Other, "")]
    public void Content_tells_what_a_member_without_extension_is(MemberKind kind, string content)
    {
        Assert.Equal(kind, Of("PAYROLL", content));
        Assert.Equal(kind, Of("PAYROLL", content.Replace("\n", "\r\n", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(MemberKind.Copybook, "payroll.cpy", "       PROGRAM-ID. INNER.")]
    [InlineData(MemberKind.Copybook, "PAYREC.cbl", "       01  PAY-RECORD.\n           05  PAY-ID PIC X(8).")]
    [InlineData(MemberKind.Proc, "IGYWCL.jcl", "//IGYWCL PROC LNGPRFX='IGY'")]
    [InlineData(MemberKind.Jcl, "fragment.jcl", "//STEP1 EXEC PGM=PAYROLL")]
    [InlineData(MemberKind.Jcl, "payroll.txt", "//PAYROLL  JOB (ACCT)")]
    [InlineData(MemberKind.ControlCard, "create.ctl", "CREATE TABLE PAY.RUN (ID INTEGER);")]
    [InlineData(MemberKind.Ddl, "fill.sql", "INSERT INTO PAY.RUN VALUES (1);")]
    [InlineData(MemberKind.Copybook, "EMPTY.CPY", "")]
    [InlineData(MemberKind.Proc, "PROD.PROCLIB/PAYROLL", "")]
    [InlineData(MemberKind.Copybook, "PROD.COPYLIB/PAYROLL", "* nothing yet")]
    [InlineData(MemberKind.Other, "README.md", "//PAYROLL  JOB (ACCT)")]
    [InlineData(MemberKind.Other, "map.json", "{\"a\":1}")]
    public void Extension_and_library_decide_what_the_content_leaves_open(MemberKind kind, string path, string content) =>
        Assert.Equal(kind, Of(path, content));

    [Fact]
    public void Binary_and_ebcdic_content_is_other_whatever_it_is_called()
    {
        var ebcdic = Encoding.Latin1.GetString([0x61, 0x61, 0xD7, 0xC1, 0xE8, 0x40, 0xD1, 0xD6, 0xC2, 0x40, 0x4D, 0xC1, 0x5D]);

        Assert.Equal(MemberKind.Other, MemberKinds.Of("PAYROLL.jcl", Encoding.Latin1.GetBytes(ebcdic)));
        Assert.Equal(MemberKind.Other, MemberKinds.Of("PAYROLL.cbl", [0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1]));
    }

    [Fact]
    public void Accents_and_a_byte_order_mark_do_not_make_it_binary() =>
        Assert.Equal(MemberKind.Cobol, MemberKinds.Of("PAYROLL",
            [.. Encoding.UTF8.Preamble, .. "       ID DIVISION.\n      * Löhne und Gehälter"u8]));

    [Theory]
    [InlineData(MemberKind.Jcl, "//PAYROLL  JOB (ACCT),'PAY'")]
    [InlineData(MemberKind.Cobol, "       IDENTIFICATION DIVISION.")]
    [InlineData(MemberKind.Copybook, "           10 AMOUNT PIC S9(9)V99 COMP-3.")]
    [InlineData(MemberKind.ControlCard, " SORT FIELDS=(1,8,CH,A)")]
    public void Ebcdic_member_is_what_it_would_be_in_ascii(MemberKind kind, string line) =>
        Assert.Equal(kind, MemberKinds.Of("PAYROLL", Bytes.Fixed([line], 1047)));

    [Fact]
    public void Beginning_of_a_member_that_cuts_a_record_in_two_is_enough()
    {
        string[] program = [.. Enumerable.Repeat("      * COMMENT", 100), "       PROGRAM-ID. PAYROLL.", .. Enumerable.Repeat("", 4000)];
        var member = Bytes.Fixed(program, 37);

        Assert.Equal(MemberKind.Cobol, MemberKinds.Of("PAYROLL", member.AsSpan(0, 256 * 1024)));
    }

    [Theory]
    [InlineData("PAYROLL", true)]
    [InlineData("@PAY#1$", true)]
    [InlineData("P", true)]
    [InlineData("PAYROLL1", true)]
    [InlineData("PAYROLL12", false)]
    [InlineData("1PAY", false)]
    [InlineData("payroll", false)]
    [InlineData("PAY-ROLL", false)]
    [InlineData("PAY ROLL", false)]
    [InlineData("PÄY", false)]
    [InlineData("", false)]
    public void Library_has_rules_for_the_names_of_members(string name, bool valid) =>
        Assert.Equal(valid, MemberName.IsValid(name));

    [Theory]
    [InlineData("my payroll-program.cbl", "MY PAYROLL-PROGRAM")]
    [InlineData("payroll_final.cbl", "PAYROLL_FINAL")]
    [InlineData("payroll.cbl", "PAYROLL")]
    [InlineData("cbl/Pay.Roll.cbl", "PAY.ROLL")]
    [InlineData("PAYROLL", "PAYROLL")]
    [InlineData("PROD.JCL(payroll)", "PAYROLL")]
    [InlineData(".profile", ".PROFILE")]
    public void Member_is_named_as_in_its_library(string file, string name) => Assert.Equal(name, MemberName.Of(file));

    private static MemberKind Of(string path, string content) => MemberKinds.Of(path, Encoding.UTF8.GetBytes(content));
}
