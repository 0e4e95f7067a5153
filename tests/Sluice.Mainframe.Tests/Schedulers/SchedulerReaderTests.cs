using Sluice.Mainframe.Schedulers;
using Sluice.Mainframe.Tests.Commands;

namespace Sluice.Mainframe.Tests.Schedulers;

public sealed class SchedulerReaderTests
{
    private const string Listed = """
        1LJOB,JOB=PAYJOB,LIST=ALL
         JOB=PAYJOB   LIST=ALL                                  DATE=06.198    PAGE 0001

           JOB    ----JCL----   SYSTEM  USR MAIN PROSE  SCHED  --NUMBER OF-   LAST-RUN
           NAME    ID  MEMBER   -NAME-  -ID -ID- DSNBR  DSNBR  STP DDS RUNS   DATE/TIME

         PAYJOB   255 PAYMEM   PAYROLL   000 ALL  *NONE* 000652 005 000 1058  06198/0700

                --------------------------- JOB INFORMATION ---------------------------
                N -- SCHD RESOLUTION REQUIRED      N -- LOAD STEP TO BE EXECUTED
                . OWNER= *NONE*  JCLLIB=&PRODJCL  ARFSET= *NONE*

        """;

    [Fact]
    public void Ca_7_lists_a_job_with_its_member()
    {
        var findings = Told.By(SchedulerReader.Read, Listed);

        Assert.Equal("ScheduledJob PAYJOB 7:2", findings.Defined());
        Assert.Equal("ScheduledJob PAYJOB runs Job PAYMEM 7:15\nScheduledJob PAYJOB uses DataSet &PRODJCL 11:33 through JCLLIB ?",
            findings.Sentences());
    }

    [Theory]
    [InlineData("TRIGGERED JOBS", "JOB=PAYNEXT SCHID=030 QTM=0100",
        "ScheduledJob PAYNEXT follows ScheduledJob PAYJOB 14:6 through SCHID=030")]
    [InlineData("TRIGGERED BY JOBS/DATASETS/NETWORKS", "JOB=PAYPREV SCHID=002",
        "ScheduledJob PAYJOB follows ScheduledJob PAYPREV 14:6 through SCHID=002")]
    [InlineData("TRIGGERED BY JOBS/DATASETS/NETWORKS", "DSN=PROD.PAY SCHID=002",
        "ScheduledJob PAYJOB follows DataSet PROD.PAY 14:6 through SCHID=002")]
    [InlineData("REQUIREMENTS", "JOB=/PAYEXCL SCHID=000",
        "ScheduledJob PAYJOB follows ScheduledJob PAYEXCL 14:7 through NEGATIVE")]
    [InlineData("REQUIREMENTS", "USR=TAPES OF JOB=PAYTAPE ARE HERE", "through JCLLIB ?")]
    public void Ca_7_lists_what_comes_before_and_after(string title, string line, string expected) => Assert.EndsWith(expected,
        Told.By(SchedulerReader.Read, Listed + $"\n        ------------------ {title} ------------------\n {line}").Sentences(),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("ADD,JOB=PAYJOB,SYSTEM=PAY,JCLID=5,MEMBER=PAYMEM", "ScheduledJob PAYJOB",
        "ScheduledJob PAYJOB runs Job PAYMEM 2:42")]
    [InlineData("ADD,PAYJOB,JCLLIB=PROD.JCL,MEMBER=PAYMEM", "ScheduledJob PAYJOB",
        "ScheduledJob PAYJOB runs Job PAYMEM 2:35 through PROD.JCL")]
    [InlineData("UPD,JDEP,PAYJOB,OPT=A,SCHID=003,DEPJOB=PAYPREV", "", "ScheduledJob PAYJOB follows ScheduledJob PAYPREV 2:40")]
    [InlineData("UPD,JOB=PAYJOB,OPT=A,TRGJOB=PAYNEXT", "", "ScheduledJob PAYNEXT follows ScheduledJob PAYJOB 2:29")]
    [InlineData("UPD,JDEP,PAYJOB,OPT=D,DEPJOB=PAYPREV", "",
        "ControlMember MEMBER deletes ScheduledJob PAYJOB 2:10 through DEPJOB=PAYPREV")]
    [InlineData("DEMAND,JOB=PAYJOB,SCHID=1", "", "ControlMember MEMBER runs ScheduledJob PAYJOB 2:12")]
    public void Ca_7_is_told_of_jobs(string command, string defined, string expected)
    {
        var findings = Told.By(SchedulerReader.Read, "DBM\n" + command);

        Assert.Equal(defined, string.Join('\n', findings.Defines.Select(one => one.What.ToString())));
        Assert.Equal(expected, findings.Sentences());
    }

    [Fact]
    public void Workload_scheduler_numbers_its_operations()
    {
        var findings = Told.By(SchedulerReader.Read, """
            ADSTART ACTION(ADD) ADID(PAY) ADVALFROM(250101)
            ADOP    WSID(CPU1) OPNO(010) JOBN(PAYLOAD)
            ADOP    WSID(CPU1) OPNO(020) JOBN(PAYCALC)
                    DURATION(1)
            ADDEP   PREWSID(CPU1) PREOPNO(10)
            ADDEP   PREADID(HR) PREOPNO(005) PREJOBN(HRLOAD)
            ADDEP   PREOPNO(99)
            """);

        Assert.Equal("Resource APPLICATION PAY 1:26\nScheduledJob PAY.PAYLOAD 2:35\nScheduledJob PAY.PAYCALC 3:35",
            findings.Defined());
        Assert.Equal("""
            ScheduledJob PAY.PAYLOAD runs Job PAYLOAD 2:35 through CPU1
            ScheduledJob PAY.PAYCALC runs Job PAYCALC 3:35 through CPU1
            ScheduledJob PAY.PAYCALC follows ScheduledJob HR.HRLOAD 6:29 through OPNO 5
            ScheduledJob PAY.PAYCALC follows ScheduledJob PAY.PAYLOAD 5:31 through OPNO 10
            ScheduledJob PAY.PAYCALC follows ScheduledJob PAY.99 7:17 through OPNO 99 ?
            """, findings.Sentences());
    }

    [Fact]
    public void Name_of_an_application_does_not_fill_the_memory_with_its_operations()
    {
        var operations = string.Concat(Enumerable.Repeat("ADOP OPNO(1) JOBN(A)\n", 100));
        var findings = Told.By(SchedulerReader.Read, $"ADSTART ADID({new string('X', 100_000)})\n{operations}");

        Assert.Equal(101, findings.Defines.Count);
        Assert.All(findings.Defines, one => Assert.InRange(one.What.Name.Length, 1, 200));
    }

    [Fact]
    public void Autosys_jobs_wait_for_conditions()
    {
        var findings = Told.By(SchedulerReader.Read, """
            /* ---- PAY ---- */
            insert_job: PAYJOB   job_type: ZOS
            box_name: PAYBOX
            jcl_library: "PROD.JCL"
            jcl_member: PAYMEM
            condition: s(PAYPREV) & done(PAYOTHER,01.00) | v(PAYDAY) = "Y"
            """);

        Assert.Equal("ScheduledJob PAYJOB 2:13", findings.Defined());
        Assert.Equal("""
            ScheduledJob PAYBOX contains ScheduledJob PAYJOB 3:11
            ScheduledJob PAYJOB uses DataSet PROD.JCL 4:14
            ScheduledJob PAYJOB runs Job PAYMEM 5:13
            ScheduledJob PAYJOB follows ScheduledJob PAYPREV 6:14 through s
            ScheduledJob PAYJOB follows ScheduledJob PAYOTHER 6:30 through done
            ScheduledJob PAYJOB follows Condition PAYDAY 6:50 through v
            """, findings.Sentences());
    }

    [Fact]
    public void Unknown_form_is_complained_of() =>
        Assert.Equal("scheduler.unknown-form 1:1", Told.By(SchedulerReader.Read, "APPL PAYROLL\nJOB PAYJOB\nENDJOB").Codes());
}
