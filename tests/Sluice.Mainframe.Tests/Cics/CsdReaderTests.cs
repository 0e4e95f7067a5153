using Sluice.Mainframe.Cics;
using Sluice.Mainframe.Commands;
using Sluice.Mainframe.Tests.Commands;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Tests.Cics;

public sealed class CsdReaderTests
{
    [Theory]
    [InlineData("DEFINE TRANSACTION(PAY1) GROUP(PAY) PROGRAM(PAYROLL)", "Transaction PAY1 runs Program PAYROLL 1:45 through PAY")]
    [InlineData("DEFINE TRANSACTION(PAY1) GROUP(PAY) PROGRAM(PAYROLL) PROFILE(PAYPROF)",
        "Transaction PAY1 runs Program PAYROLL 1:45 through PAY\n"
        + "Transaction PAY1 uses Resource PROFILE PAYPROF 1:62 through PAY")]
    [InlineData("DEF TRAN(PAY1) G(PAY) PROG(PAYROLL)", "Transaction PAY1 runs Program PAYROLL 1:28 through PAY")]
    [InlineData("define transaction (pay1) group (pay) program ( payroll )",
        "Transaction PAY1 runs Program PAYROLL 1:49 through PAY")]
    [InlineData("DEFINE FILE(PAYFILE) GROUP(PAY)\n       DSNAME(PROD.PAY.KSDS)\n       ADD(YES) DELETE(YES)",
        "CicsFile PAYFILE uses DataSet PROD.PAY.KSDS 2:15 through PAY")]
    [InlineData("DEFINE FILE(PAYFILE) GROUP(PAY) DSNSHARING(ALLREQS)", "")]
    [InlineData("DEFINE DB2ENTRY(PAYENT) GROUP(PAY) PLAN(PAYPLAN)",
        "Resource DB2ENTRY PAYENT uses Plan PAYPLAN 1:41 through PAY")]
    [InlineData("DEFINE DB2TRAN(PAYTRAN) GROUP(PAY) ENTRY(PAYENT) TRANSID(PAY1)",
        "Resource DB2TRAN PAYTRAN uses Resource DB2ENTRY PAYENT 1:42 through PAY\n"
        + "Resource DB2TRAN PAYTRAN uses Transaction PAY1 1:58 through PAY")]
    [InlineData("DEFINE DB2TRAN(PAYTRAN) GROUP(PAY) TRANSID(PAY*)",
        "Resource DB2TRAN PAYTRAN uses Transaction PAY* 1:44 through PAY ?")]
    [InlineData("DEFINE TDQUEUE(PAYQ) GROUP(PAY) TYPE(EXTRA) DDNAME(PAYDD)", "Queue PAYQ uses DdName PAYDD 1:52 through PAY")]
    [InlineData("DEFINE TDQUEUE(PAYQ) GROUP(PAY) TYPE(INTRA) TRANSID(PAY1)",
        "Queue PAYQ starts Transaction PAY1 1:53 through PAY")]
    [InlineData("DEFINE LIBRARY(PAYLIB) GROUP(PAY) DSNAME01(PROD.LOAD) DSNAME02(OLD.LOAD)",
        "Resource LIBRARY PAYLIB uses DataSet PROD.LOAD 1:44 through PAY\n"
        + "Resource LIBRARY PAYLIB uses DataSet OLD.LOAD 1:64 through PAY")]
    [InlineData("DEFINE LIBRARY(PAYLIB) GROUP(PAY) DSNAME01(&HLQ..LOAD)",
        "Resource LIBRARY PAYLIB uses DataSet &HLQ..LOAD 1:44 through PAY ?")]
    [InlineData("DEFINE URIMAP(PAYURI) GROUP(PAY) PROGRAM(PAYWEB) TRANSACTION(CWBA)",
        "Resource URIMAP PAYURI runs Program PAYWEB 1:42 through PAY\n"
        + "Resource URIMAP PAYURI runs Transaction CWBA 1:62 through PAY")]
    [InlineData("DEFINE TCPIPSERVICE(PAYTCP) GROUP(PAY) TRANSACTION(CWXN) URM(DFHWBAAX)",
        "Resource TCPIPSERVICE PAYTCP runs Transaction CWXN 1:52 through PAY\n"
        + "Resource TCPIPSERVICE PAYTCP calls Program DFHWBAAX 1:62 through PAY")]
    [InlineData("DEFINE MQCONN(PAYMQ) GROUP(PAY) INITQNAME(PAY.INITQ)",
        "Resource MQCONN PAYMQ reads Queue PAY.INITQ 1:43 through PAY")]
    [InlineData("ALTER TRANSACTION(PAY1) GROUP(PAY) PROGRAM(PAYNEW)", "Transaction PAY1 runs Program PAYNEW 1:44 through PAY")]
    public void Attributes_that_name_other_resources_are_references(string command, string expected) =>
        Assert.Equal(expected, WithoutGroup(Told.By(CsdReader.Read, command)));

    [Theory]
    [InlineData("DEFINE PROGRAM(PAYROLL) GROUP(PAY)", "Program PAYROLL 1:16", "Resource GROUP PAY contains Program PAYROLL 1:16")]
    [InlineData("USERDEFINE PROGRAM(PAYROLL) GROUP(PAY)", "Program PAYROLL 1:20", "Resource GROUP PAY contains Program PAYROLL 1:20")]
    [InlineData("DEFINE MAPSET(PAYSET) GROUP(PAY)", "Mapset PAYSET 1:15", "Resource GROUP PAY contains Mapset PAYSET 1:15")]
    [InlineData("DEFINE JOURNALMODEL(PAYJ) GROUP(PAY)", "Resource JOURNALMODEL PAYJ 1:21",
        "Resource GROUP PAY contains Resource JOURNALMODEL PAYJ 1:21")]
    [InlineData("DEFINE PROGRAM(&PGM) GROUP(PAY)", "", "Resource GROUP PAY contains Program &PGM 1:16 ?")]
    public void Definitions_belong_to_their_group(string command, string defined, string sentence)
    {
        var findings = Told.By(CsdReader.Read, command);

        Assert.Equal(defined, findings.Defined());
        Assert.Equal(sentence, findings.Sentences());
    }

    [Theory]
    [InlineData("DELETE TRANSACTION(PAY1) GROUP(PAY)", "ControlMember MEMBER deletes Transaction PAY1 1:20 through PAY")]
    [InlineData("DELETE GROUP(PAY)", "ControlMember MEMBER deletes Resource GROUP PAY 1:14")]
    [InlineData("ADD GROUP(PAY) LIST(PRODLIST)", "Resource LIST PRODLIST contains Resource GROUP PAY 1:11")]
    [InlineData("REMOVE GROUP(PAY) LIST(PRODLIST)", "Resource LIST PRODLIST deletes Resource GROUP PAY 1:14")]
    [InlineData("COPY GROUP(PAY) TO(PAYNEW) REPLACE", "Resource GROUP PAYNEW uses Resource GROUP PAY 1:12")]
    [InlineData("COPY PROGRAM(PAYROLL) GROUP(PAY) TO(PAYNEW) AS(PAYOTHER)",
        "Resource GROUP PAYNEW contains Program PAYOTHER 1:14 through PAY")]
    [InlineData("APPEND LIST(OLD) TO(NEW)", "Resource LIST NEW uses Resource LIST OLD 1:13")]
    [InlineData("LIST ALL OBJECTS\nUPGRADE\nVERIFY", "")]
    public void Groups_and_lists_are_kept_by_commands(string command, string expected) =>
        Assert.Equal(expected, Told.By(CsdReader.Read, command).Sentences());

    [Fact]
    public void Value_goes_on_in_column_1_after_an_asterisk_in_column_72()
    {
        var member = (" DEFINE FILE(PAYFILE) GROUP(PAY)".PadRight(55) + "DSNAME(PROD.PAY.").PadRight(71) + "*\nKSDS)";

        Assert.Equal("CicsFile PAYFILE uses DataSet PROD.PAY.KSDS 1:63 through PAY", WithoutGroup(Told.By(CsdReader.Read,
            member)));
    }

    [Fact]
    public void Extracted_definition_fills_column_72() => Assert.Equal("CicsFile PAYFILE uses DataSet PROD.PAY 1:63 through PAY",
        WithoutGroup(Told.By(CsdReader.Read, " DEFINE FILE(PAYFILE) GROUP(PAY)".PadRight(55)
            + "DSNAME(PROD.PAY )\n LSRPOOLNUM(1)")));

    [Fact]
    public void Comments_and_what_is_behind_column_72_are_passed_over()
    {
        var member = "* DEFINE PROGRAM(OLD) GROUP(PAY)\n" + "DEFINE PROGRAM(PAYROLL)".PadRight(72)
            + "00000010\n\n*\n  GROUP(PAY)";

        Assert.Equal("Resource GROUP PAY contains Program PAYROLL 2:16", Told.By(CsdReader.Read, member).Sentences());
    }

    [Fact]
    public void Value_that_is_not_closed_ends_with_the_next_command()
    {
        var findings = Told.By(CsdReader.Read,
            "DEFINE PROGRAM(A) GROUP(PAY) DESCRIPTION(NOT CLOSED\nDEFINE PROGRAM(B) GROUP(PAY)");

        Assert.Equal("Program A 1:16\nProgram B 2:16", findings.Defined());
        Assert.Equal("csd.unclosed-value 1:1", findings.Codes());
    }

    [Theory]
    [InlineData("DEFINE", "csd.no-name 1:1")]
    [InlineData("DEFINE PROGRAM", "csd.no-name 1:8")]
    [InlineData("HELLO WORLD", "csd.unknown-command 1:1")]
    public void What_is_no_command_is_complained_of(string member, string codes) =>
        Assert.Equal(codes, Told.By(CsdReader.Read, member).Codes());

    [Fact]
    public void Lines_of_a_job_are_said_by_its_step()
    {
        var findings = new Findings();
        var source = SourceText.Of("//STEP1 EXEC PGM=DFHCSDUP\n//SYSIN DD *\n DELETE GROUP(PAY)\n/*");

        CsdReader.Read(new CommandSource(new(ThingKind.Step, "PAYJOB.STEP1"), source, 3, 3), findings);

        Assert.Equal("Step PAYJOB.STEP1 deletes Resource GROUP PAY 3:15", findings.Sentences());
    }

    private static string WithoutGroup(Findings findings) =>
        string.Join('\n', findings.Sentences().Split('\n').Where(sentence => !sentence.StartsWith("Resource GROUP",
            StringComparison.Ordinal)));
}
