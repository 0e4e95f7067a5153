using Sluice.Mainframe.Racf;
using Sluice.Mainframe.Tests.Commands;

namespace Sluice.Mainframe.Tests.Racf;

public sealed class RacfReaderTests
{
    private const string Member = "ControlMember MEMBER";

    [Theory]
    [InlineData("ADDSD 'PROD.PAY.KSDS' UACC(NONE)",
        $"{Member} creates SecurityProfile DATASET PROD.PAY.KSDS 1:8\n"
        + "SecurityProfile DATASET PROD.PAY.KSDS uses DataSet PROD.PAY.KSDS 1:8")]
    [InlineData("AD 'PROD.PAY.**'",
        $"{Member} creates SecurityProfile DATASET PROD.PAY.** 1:5\n"
        + "SecurityProfile DATASET PROD.PAY.** uses DataSet PROD.PAY.** 1:5 ?")]
    [InlineData("ADDSD PAY.KSDS",
        $"{Member} creates SecurityProfile DATASET PAY.KSDS 1:7 ?\nSecurityProfile DATASET PAY.KSDS uses DataSet PAY.KSDS 1:7 ?")]
    [InlineData("DELDSD 'PROD.PAY.KSDS'", $"{Member} deletes SecurityProfile DATASET PROD.PAY.KSDS 1:9")]
    [InlineData("RDEFINE TCICSTRN (PAY1,PAY2) UACC(NONE)",
        $"{Member} creates SecurityProfile TCICSTRN PAY1 1:19\nSecurityProfile TCICSTRN PAY1 uses Transaction PAY1 1:19\n"
        + $"{Member} creates SecurityProfile TCICSTRN PAY2 1:24\nSecurityProfile TCICSTRN PAY2 uses Transaction PAY2 1:24")]
    [InlineData("RALT GCICSTRN PAYTRANS ADDMEM(PAY1 PAY2)",
        $"{Member} updates SecurityProfile GCICSTRN PAYTRANS 1:15\n"
        + "SecurityProfile GCICSTRN PAYTRANS contains Transaction PAY1 1:31\n"
        + "SecurityProfile GCICSTRN PAYTRANS contains Transaction PAY2 1:36")]
    [InlineData("RDEF GCICSTRN PAYTRANS ADDMEM(CICSP.PAY1)",
        $"{Member} creates SecurityProfile GCICSTRN PAYTRANS 1:15\n"
        + "SecurityProfile GCICSTRN PAYTRANS contains Transaction CICSP.PAY1 1:31 ?")]
    [InlineData("RDEF MQQUEUE QM1.PAY.IN UACC(NONE)",
        $"{Member} creates SecurityProfile MQQUEUE QM1.PAY.IN 1:14\nSecurityProfile MQQUEUE QM1.PAY.IN uses Queue PAY.IN 1:14")]
    [InlineData("RDEF STARTED PAYPROC.* STDATA(USER(PAYUSER) GROUP(STC))",
        $"{Member} creates SecurityProfile STARTED PAYPROC.* 1:14\nSecurityProfile STARTED PAYPROC.* uses Proc PAYPROC 1:14\n"
        + "SecurityProfile STARTED PAYPROC.* uses SecurityProfile USER PAYUSER 1:36 through STDATA")]
    [InlineData("RDEF PROGRAM PAYROLL ADDMEM('PROD.LOAD'//NOPADCHK)",
        $"{Member} creates SecurityProfile PROGRAM PAYROLL 1:14\nSecurityProfile PROGRAM PAYROLL uses Program PAYROLL 1:14\n"
        + "SecurityProfile PROGRAM PAYROLL uses DataSet PROD.LOAD 1:30")]
    [InlineData("RDELETE FACILITY PAY.ADMIN", $"{Member} deletes SecurityProfile FACILITY PAY.ADMIN 1:18")]
    [InlineData("PERMIT 'PROD.PAY.**' ID(PAYOPER PAYDEV) ACCESS(READ)",
        $"{Member} permits SecurityProfile DATASET PROD.PAY.** 1:9 through READ TO PAYOPER PAYDEV")]
    [InlineData("PE PAY1 CLASS(TCICSTRN) ID(PAYGRP) ACC(READ) WHEN(PROGRAM(PAYROLL))",
        $"{Member} permits SecurityProfile TCICSTRN PAY1 1:4 through READ TO PAYGRP\n"
        + "SecurityProfile TCICSTRN PAY1 uses Program PAYROLL 1:59 through WHEN")]
    [InlineData("PERMIT PAY1 CLASS(TCICSTRN) ID(PAYGRP) DELETE",
        $"{Member} deletes SecurityProfile TCICSTRN PAY1 1:8 through PAYGRP")]
    [InlineData("PERMIT PAY1 CLASS(TCICSTRN) FROM(PAY0)",
        $"{Member} permits SecurityProfile TCICSTRN PAY1 1:8\n"
        + "SecurityProfile TCICSTRN PAY1 uses SecurityProfile TCICSTRN PAY0 1:34 through FROM")]
    [InlineData("CONNECT PAYOPER GROUP(PAYROLL)", "SecurityProfile GROUP PAYROLL contains SecurityProfile USER PAYOPER 1:9")]
    [InlineData("CO (A,B) GROUP(PAYROLL)",
        "SecurityProfile GROUP PAYROLL contains SecurityProfile USER A 1:5\n"
        + "SecurityProfile GROUP PAYROLL contains SecurityProfile USER B 1:7")]
    [InlineData("REMOVE PAYOPER", "SecurityProfile GROUP * deletes SecurityProfile USER PAYOPER 1:8 ?")]
    [InlineData("ADDUSER PAYOPER DFLTGRP(PAYROLL)",
        $"{Member} creates SecurityProfile USER PAYOPER 1:9\n"
        + "SecurityProfile USER PAYOPER uses SecurityProfile GROUP PAYROLL 1:25 through DFLTGRP")]
    [InlineData("ADDGROUP PAYROLL SUPGROUP(APPS)",
        $"{Member} creates SecurityProfile GROUP PAYROLL 1:10\n"
        + "SecurityProfile GROUP PAYROLL uses SecurityProfile GROUP APPS 1:27 through SUPGROUP")]
    [InlineData("SETROPTS RACLIST(TCICSTRN) REFRESH\nLISTUSER PAYOPER\nHELLO", "")]
    public void Commands_say_what_they_do(string command, string expected) =>
        Assert.Equal(expected, Told.By(RacfReader.Read, command).Sentences());

    [Theory]
    [InlineData("PERMIT 'PROD.PAY.**' -\n   ID(PAYOPER) -\n   ACCESS(READ)\nSETROPTS LIST", 1)]
    [InlineData("/* old:\nPERMIT 'A.B' ID(C) */ PERMIT 'PROD.PAY.**' +\n  ID(PAYOPER)", 1)]
    [InlineData("PERMIT 'PROD.PAY.**' /* all */ ID(PAYOPER)\nPERMIT 'PROD.PAY.X' ID(PAYOPER)", 2)]
    public void Hyphen_and_plus_go_on_and_comments_are_passed_over(string member, int count) =>
        Assert.Equal(count, Told.By(RacfReader.Read, member).References.Count(reference => reference.Through?.EndsWith("PAYOPER",
            StringComparison.Ordinal) == true));

    [Fact]
    public void Profiles_are_defined_by_the_commands_that_make_them() => Assert.Equal(
        "SecurityProfile FACILITY PAY.ADMIN 1:15\nSecurityProfile DATASET PROD.PAY.** 2:8",
        Told.By(RacfReader.Read, "RDEF FACILITY PAY.ADMIN\nADDSD 'PROD.PAY.**'\nADDSD PAY.X\nRALT FACILITY PAY.OTHER").Defined());

    [Theory]
    [InlineData("PERMIT", "racf.no-name 1:1")]
    [InlineData("RDEFINE FACILITY", "racf.no-name 1:1")]
    [InlineData("ADDSD 'PROD.PAY", "racf.unclosed-value 1:1")]
    public void What_is_broken_is_complained_of(string member, string codes) =>
        Assert.Equal(codes, Told.By(RacfReader.Read, member).Codes());

    [Fact]
    public void Thousands_of_profiles_with_thousands_of_operands_are_cut_short()
    {
        var names = string.Join(' ', Enumerable.Range(0, 5_000).Select(number => $"P{number}"));
        var findings = Told.By(RacfReader.Read,
            $"RDEFINE GCICSTRN ({names}) {string.Join(' ', Enumerable.Repeat("ADDMEM(A)", 5_000))}");

        Assert.Equal(5_000, findings.Defines.Count);
        Assert.Contains(findings.Diagnostics, diagnostic => diagnostic.Code == "racf.too-many-profiles");
    }
}
