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
    [InlineData("<JOB JOBNAME=\"A\" MEMNAME=\"%%MEM\"><AUTOEDIT EXP=\"%%MEM=PAYJOB\"/></JOB>",
        "ScheduledJob P.A runs Job PAYJOB 1:51 maybe")]
    [InlineData("<JOB JOBNAME=\"A\" MEMNAME=\"PAYJOB\" USE_INSTREAM_JCL=\"Y\"/>", "ScheduledJob P.A runs Job PAYJOB 1:51 ?")]
    [InlineData("<JOB JOBNAME=\"A\" MEMNAME=\"pay.sh\"/>", "ScheduledJob P.A runs ControlMember PAY.SH 1:51")]
    [InlineData("<JOB JOBNAME=\"A\" MEMNAME=\"A\" TASKTYPE=\"Dummy\"/>", "")]
    public void Variables_and_scripts(string job, string expected) => Assert.Equal(expected, string.Join('\n',
        Told.By(ControlMReader.Read, $"<FOLDER FOLDER_NAME=\"P\">{job}</FOLDER>").Sentences().Split('\n')
            .Where(one => !one.Contains("contains", StringComparison.Ordinal))));

    [Theory]
    [InlineData("<DEFTABLE><SCHED_TABLE TABLE_NAME=\"OLD\"><JOB JOBNAME=\"A\"/></SCHED_TABLE><JOB JOBNAME=\"B\" PARENT_TABLE=\"NEW\"/></DEFTABLE>",
        "Resource FOLDER OLD\nScheduledJob OLD.A\nScheduledJob NEW.B")]
    [InlineData("<SMART_FOLDER FOLDER_NAME=\"S\"><SUB_FOLDER JOBNAME=\"SUB\"><JOB JOBNAME=\"A\"/></SUB_FOLDER><JOB JOBNAME=\"B\"/></SMART_FOLDER>",
        "Resource FOLDER S\nResource FOLDER S/SUB\nScheduledJob S/SUB.A\nScheduledJob S.B")]
    [InlineData("<SMART_FOLDER FOLDER_NAME=\"S\"><SUB_FOLDER><JOB JOBNAME=\"A\" PARENT_FOLDER=\"S/T\"/></SUB_FOLDER></SMART_FOLDER>",
        "Resource FOLDER S\nScheduledJob S/T.A")]
    public void Jobs_are_named_after_their_folder(string xml, string defined) =>
        Assert.Equal(defined, string.Join('\n', Told.By(ControlMReader.Read, xml).Defines.Select(one => one.What.ToString())));

    [Fact]
    public void Folder_contains_what_is_in_it() => Assert.Equal("""
        Resource FOLDER S contains Resource FOLDER S/SUB 1:74
        Resource FOLDER S/SUB contains ScheduledJob S/SUB.A 1:93
        """, Told.By(ControlMReader.Read,
        "<SMART_FOLDER FOLDER_NAME=\"S\">                      <SUB_FOLDER JOBNAME=\"SUB\"><JOB JOBNAME=\"A\"/></SUB_FOLDER></SMART_FOLDER>")
        .Sentences());

    [Theory]
    [InlineData("<JOB\n JOBNAME = 'A'\n MEMNAME\n =\n \"B\"\n/>", "ScheduledJob A runs Job B 5:3")]
    [InlineData("<!-- <JOB JOBNAME=\"X\"/> --><JOB JOBNAME=\"A\" NOTE=\"a > b\" MEMNAME=\"B\"/>", "ScheduledJob A runs Job B 1:67")]
    [InlineData("<![CDATA[<JOB>]]><?x <JOB> ?><JOB JOBNAME=\"A\" MEMNAME=\"B\"/>", "ScheduledJob A runs Job B 1:56")]
    [InlineData("<JOB JOBNAME=\"A&amp;B\" MEMNAME=\"&#x42;&#67;\"/>", "ScheduledJob A&B runs Job BC 1:33")]
    [InlineData("<JOB JOBNAME=\"A\nB\" MEMNAME=\"B\"/>", "ScheduledJob A B runs Job B 2:13")]
    public void Tags_may_be_written_in_many_ways(string xml, string expected) =>
        Assert.Equal(expected, Told.By(ControlMReader.Read, xml).Sentences());

    [Theory]
    [InlineData("<JOB JOBNAME=\"A MEMNAME=\n<JOB JOBNAME=\"B\" MEMNAME=\"C\"/>", "controlm.broken-xml 1:2", "ScheduledJob B runs Job C 2:27")]
    [InlineData("<JOB JOBNAME=\"A\" MEMNAME=C/>\n<JOB JOBNAME=\"B\" MEMNAME=\"C\"/>", "controlm.broken-xml 1:2", "ScheduledJob B runs Job C 2:27")]
    [InlineData("<JOB JOBNAME=\"A\" MEMNAME=\"C\"/><!-- no end", "controlm.broken-xml 1:31", "ScheduledJob A runs Job C 1:27")]
    [InlineData("< JOB><JOB JOBNAME=\"A\" MEMNAME=\"C\"/>", "controlm.broken-xml 1:1", "ScheduledJob A runs Job C 1:33")]
    [InlineData("<FOLDER FOLDER_NAME=\"P\">", "controlm.broken-xml 1:1", "")]
    public void What_comes_after_a_broken_tag_is_read(string xml, string codes, string expected)
    {
        var findings = Told.By(ControlMReader.Read, xml);

        Assert.Equal((codes, expected), (findings.Codes(), findings.Sentences()));
    }

    [Fact]
    public void Name_of_a_folder_does_not_fill_the_memory_with_its_jobs()
    {
        var jobs = string.Concat(Enumerable.Repeat("<JOB JOBNAME=\"A\" MEMNAME=\"A\"/>", 100));
        var findings = Told.By(ControlMReader.Read, $"<FOLDER FOLDER_NAME=\"{new string('X', 100_000)}\">{jobs}</FOLDER>");

        Assert.Equal("controlm.name-too-long", Assert.Single(findings.Diagnostics).Code);
        Assert.Equal(101, findings.Defines.Count);
        Assert.All(findings.Defines, one => Assert.InRange(one.What.Name.Length, 1, 2_000));
    }

    [Fact]
    public void Broken_xml_keeps_what_was_read()
    {
        var findings = Told.By(ControlMReader.Read,
            "<DEFTABLE>\n<FOLDER FOLDER_NAME=\"P\">\n<JOB JOBNAME=\"A\" MEMNAME=\"A\">\n<INCOND NAME=\"X\"/>\n</FOLDER>");

        Assert.Contains("ScheduledJob P.A runs Job A 3:27", findings.Sentences(), StringComparison.Ordinal);
        Assert.Equal("controlm.broken-xml 5:3", findings.Codes());
    }

    [Theory]
    [InlineData("<A B=\"", "controlm.broken-xml 1:2")]
    [InlineData("<DEFTABLE>\n<FOLDER FOLDER_NAME=\"P\">\n", "controlm.broken-xml 2:1")]
    public void What_is_not_closed_is_missed_where_it_begins(string xml, string expected) =>
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
