using System.Text;

namespace Sluice.Mainframe.Tests.Estate;

/// <summary>The smallest estate with everything that is followed: two jobs joined by a data set, a procedure, cards, a screen, a bind.</summary>
internal static class SmallBank
{
    public static (string Path, string Text)[] Members { get; } =
    [
        ("COBOL/PAYPOST.cbl", """
                   PROGRAM-ID. PAYPOST.
                   ENVIRONMENT DIVISION.
                   INPUT-OUTPUT SECTION.
                   FILE-CONTROL.
                       SELECT PAY-IN ASSIGN TO PAYIN.
                       SELECT PAY-OUT ASSIGN TO PAYOUT.
                   DATA DIVISION.
                   WORKING-STORAGE SECTION.
                   COPY PAYREC.
                   PROCEDURE DIVISION.
                       OPEN INPUT PAY-IN OUTPUT PAY-OUT.
                       CALL 'PAYCALC' USING PAY-REC.
                       EXEC SQL UPDATE BANK.ACCOUNT SET BALANCE = 0 END-EXEC.

            """),
        ("COBOL/PAYCALC.cbl", """
                   PROGRAM-ID. PAYCALC.
                   DATA DIVISION.
                   LINKAGE SECTION.
                   COPY PAYREC.
                   PROCEDURE DIVISION USING PAY-REC.
                       GOBACK.

            """),
        ("COBOL/PAYLIST.cbl", """
                   PROGRAM-ID. PAYLIST.
                   ENVIRONMENT DIVISION.
                   INPUT-OUTPUT SECTION.
                   FILE-CONTROL.
                       SELECT PAY-LIST ASSIGN TO LISTIN.
                   PROCEDURE DIVISION.
                       OPEN INPUT PAY-LIST.

            """),
        ("COBOL/PAYMENU.cbl", """
                   PROGRAM-ID. PAYMENU.
                   PROCEDURE DIVISION.
                       EXEC CICS SEND MAP('PAYMAP') MAPSET('PAYSET') END-EXEC.
                       EXEC SQL SELECT BALANCE FROM ACCOUNT END-EXEC.

            """),
        ("COPYLIB/PAYREC.cpy", "       01 PAY-REC.\n           COPY PAYID.\n           05 PAY-SUM PIC S9(9) COMP-3.\n"),
        ("COPYLIB/PAYID.cpy", "           05 PAY-ID PIC 9(9).\n"),
        ("CNTL/BINDPAY.ctl", " DSN SYSTEM(DB2P)\n BIND PACKAGE(PAYCOLL) MEMBER(PAYPOST) ACTION(REPLACE)\n END\n"),
        ("CNTL/RUNPAY.ctl", " DSN SYSTEM(DB2P)\n RUN PROGRAM(PAYPOST) PLAN(PAYPLAN)\n END\n"),
        ("JCL/PAYJOB.jcl", """
            //PAYJOB   JOB CLASS=A
            //POST     EXEC PAYPROC,HLQ=PROD
            //POST.PAYIN DD DSN=PROD.PAY.INPUT,DISP=SHR

            """),
        ("JCL/LISTJOB.jcl", """
            //LISTJOB  JOB CLASS=A
            //LIST     EXEC PGM=PAYLIST
            //LISTIN   DD DSN=PROD.PAY.RESULT,DISP=OLD

            """),
        ("PROCLIB/PAYPROC.prc", """
            //PAYPROC  PROC HLQ=TEST
            //POST     EXEC PGM=IKJEFT01
            //PAYIN    DD DSN=&HLQ..PAY.EMPTY,DISP=SHR
            //PAYOUT   DD DSN=&HLQ..PAY.RESULT,DISP=(MOD,CATLG)
            //SYSTSIN  DD DSN=&HLQ..CNTL(RUNPAY),DISP=SHR

            """),
        ("BMS/PAYSET.bms", "PAYSET   DFHMSD TYPE=MAP,LANG=COBOL\nPAYMAP   DFHMDI SIZE=(24,80)\n         DFHMSD TYPE=FINAL\n"),
        ("DDL/ACCOUNT.ddl", "CREATE TABLE BANK.ACCOUNT (BALANCE DECIMAL(9,2));\n"),
    ];

    public static IEnumerable<(string Path, byte[] Content)> Bytes => Members.Select(member => (member.Path, Encoding.UTF8.GetBytes(member.Text)));

    /// <summary>The same with one member more, or another in its place.</summary>
    public static IEnumerable<(string Path, byte[] Content)> With(string path, string text) =>
        [.. Without(path), (path, Encoding.UTF8.GetBytes(text))];

    public static IEnumerable<(string Path, byte[] Content)> Without(string path) => Bytes.Where(member => member.Path != path);
}
