using Sluice.Mainframe.Schedulers;
using Sluice.Mainframe.Tests.Commands;

namespace Sluice.Mainframe.Tests.Schedulers;

public sealed class ControlMReaderTests
{
    [Fact]
    public void Job_runs_its_member_and_follows_conditions()
    {
        var findings = Told.By(ControlMReader.Read, """
            <?xml version="1.0" encoding="utf-8"?>
            <DEFTABLE>
              <FOLDER FOLDER_NAME="PAY">
                <JOB JOBNAME="PAYROLL" MEMNAME="PAYJOB" MEMLIB="PROD.JCL" TASKTYPE="Job">
                  <INCOND NAME="PAY-READY" ODATE="ODAT" AND_OR="A" />
                  <OUTCOND NAME="PAY-READY" ODATE="ODAT" SIGN="-" />
                  <OUTCOND NAME="PAY-DONE" ODATE="ODAT" SIGN="+" />
                  <QUANTITATIVE NAME="TAPES" QUANT="2" />
                  <ON STMT="*" CODE="NOTOK"><DOCOND NAME="PAY-BAD" SIGN="ADD" /><DOFORCEJOB TABLE_NAME="FIX" NAME="PAYFIX" /></ON>
                </JOB>
              </FOLDER>
            </DEFTABLE>
            """);

        Assert.Equal("Resource FOLDER PAY 3:24\nScheduledJob PAY.PAYROLL 4:19", findings.Defined());
        Assert.Equal("""
            Resource FOLDER PAY contains ScheduledJob PAY.PAYROLL 4:19
            ScheduledJob PAY.PAYROLL follows Condition PAY-READY 5:21 through ODAT
            ScheduledJob PAY.PAYROLL deletes Condition PAY-READY 6:22 through ODAT
            ScheduledJob PAY.PAYROLL raises Condition PAY-DONE 7:22 through ODAT
            ScheduledJob PAY.PAYROLL uses Condition TAPES 8:27
            ScheduledJob PAY.PAYROLL raises Condition PAY-BAD 9:47
            ScheduledJob PAY.PAYROLL runs ScheduledJob FIX.PAYFIX 9:104
            ScheduledJob PAY.PAYROLL runs Job PAYJOB 4:37 through PROD.JCL
            """, findings.Sentences());
        Assert.Empty(findings.Diagnostics);
    }

    [Theory]
    [InlineData("<JOB JOBNAME=\"A\" MEMNAME=\"%%MEM\"/>", "ScheduledJob P.A runs Job %%MEM 1:51 ?")]
    [InlineData("<JOB JOBNAME=\"A\" MEMNAME=\"%%MEM\"><VARIABLE NAME=\"%%MEM\" VALUE=\"PAYJOB\"/></JOB>",
        "ScheduledJob P.A runs Job PAYJOB 1:51 maybe")]
    [InlineData("<JOB JOBNAME=\"A\" MEMNAME=\"pay.sh\"/>", "ScheduledJob P.A runs ControlMember PAY.SH 1:51")]
    [InlineData("<JOB JOBNAME=\"A\" MEMNAME=\"A\" TASKTYPE=\"Dummy\"/>", "")]
    public void Variables_and_scripts(string job, string expected) => Assert.Equal(expected, string.Join('\n',
        Told.By(ControlMReader.Read, $"<FOLDER FOLDER_NAME=\"P\">{job}</FOLDER>").Sentences().Split('\n')
            .Where(one => !one.Contains("contains", StringComparison.Ordinal))));

    [Theory]
    [InlineData("<DEFTABLE><SCHED_TABLE TABLE_NAME=\"OLD\"><JOB JOBNAME=\"A\"/></SCHED_TABLE><JOB JOBNAME=\"B\" PARENT_TABLE=\"NEW\"/></DEFTABLE>",
        "Resource FOLDER OLD\nScheduledJob OLD.A\nScheduledJob NEW.B")]
    [InlineData("<SMART_FOLDER FOLDER_NAME=\"S\"><SUB_FOLDER JOBNAME=\"SUB\"><JOB JOBNAME=\"A\"/></SUB_FOLDER><JOB JOBNAME=\"B\"/></SMART_FOLDER>",
        "Resource FOLDER S\nResource FOLDER SUB\nScheduledJob SUB.A\nScheduledJob S.B")]
    public void Jobs_are_named_after_their_folder(string xml, string defined) =>
        Assert.Equal(defined, string.Join('\n', Told.By(ControlMReader.Read, xml).Defines.Select(one => one.What.ToString())));

    [Fact]
    public void Broken_xml_keeps_what_was_read()
    {
        var findings = Told.By(ControlMReader.Read,
            "<DEFTABLE>\n<FOLDER FOLDER_NAME=\"P\">\n<JOB JOBNAME=\"A\" MEMNAME=\"A\">\n<INCOND NAME=\"X\"/>\n</FOLDER>");

        Assert.Contains("ScheduledJob P.A runs Job A 3:27", findings.Sentences(), StringComparison.Ordinal);
        Assert.Equal("controlm.broken-xml 5:3", findings.Codes());
    }

    [Theory]
    [InlineData("<A B=\"", "controlm.broken-xml 1:7")]
    [InlineData("<DEFTABLE>\n<FOLDER FOLDER_NAME=\"P\">\n", "controlm.broken-xml 2:25")]
    public void What_is_not_closed_is_missed_within_the_member(string xml, string expected) =>
        Assert.Equal(expected, Told.By(ControlMReader.Read, xml).Codes());

    [Fact]
    public void Entities_are_not_expanded_and_a_dtd_is_passed_over()
    {
        var findings = Told.By(ControlMReader.Read,
            "<!DOCTYPE DEFTABLE SYSTEM \"deftable.dtd\" [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\n"
            + "<DEFTABLE><FOLDER FOLDER_NAME=\"P\"><JOB JOBNAME=\"A\"/><JOB JOBNAME=\"&b;\"/></FOLDER></DEFTABLE>");

        Assert.Contains("ScheduledJob P.A", findings.Defined(), StringComparison.Ordinal);
        Assert.Equal("controlm.broken-xml", Assert.Single(findings.Diagnostics).Code);
    }
}
