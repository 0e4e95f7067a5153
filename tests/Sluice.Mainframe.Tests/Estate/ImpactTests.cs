using Sluice.Mainframe.Estate;

namespace Sluice.Mainframe.Tests.Estate;

/// <summary>What a change reaches, and what it does not.</summary>
public sealed class ImpactTests
{
    private static readonly EstateGraph Bank = Estates.Of(SmallBank.Members);

    private static Dictionary<string, Reached> Of(ThingKind kind, string name, int depth = 20, int data = 1) =>
        Impact.Of(Bank, [new(kind, name)], depth, data).ToDictionary(reached => $"{reached.Thing.Kind} {reached.Thing.Name}");

    [Fact]
    public void Change_of_a_copybook_reaches_its_programs_and_their_jobs()
    {
        var reached = Of(ThingKind.Copybook, "PAYID", data: 0);

        Assert.Equal(1, reached["Copybook PAYREC"].Distance);
        Assert.Equal(2, reached["Program PAYPOST"].Distance);
        Assert.Equal(2, reached["Program PAYCALC"].Distance);
        Assert.Contains("Job PAYJOB", reached.Keys);
        Assert.Contains("Package PAYCOLL.PAYPOST", reached.Keys);
        Assert.DoesNotContain("Job LISTJOB", reached.Keys);
        Assert.DoesNotContain("Program PAYMENU", reached.Keys);
    }

    [Fact]
    public void What_is_written_reaches_who_reads_it()
    {
        var reached = Of(ThingKind.Program, "PAYPOST");

        Assert.True(reached["DataSet PROD.PAY.RESULT"].IsByData);
        Assert.True(reached["Step LISTJOB.LIST"].IsByData);
        Assert.True(reached["Job LISTJOB"].IsByData);
        Assert.True(reached["Program PAYMENU"].IsByData);
        Assert.False(reached["Job PAYJOB"].IsByData);
    }

    [Fact]
    public void Who_only_reads_a_data_set_does_not_change_it()
    {
        var reached = Of(ThingKind.Program, "PAYLIST");

        Assert.Equal(["Job LISTJOB", "Step LISTJOB.LIST"], reached.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Change_of_a_map_reaches_who_shows_it() =>
        Assert.Contains("Program PAYMENU", Of(ThingKind.Map, "PAYSET.PAYMAP").Keys);

    [Fact]
    public void Depth_ends_it() =>
        Assert.Equal(["Copybook PAYREC"], Of(ThingKind.Copybook, "PAYID", depth: 1).Keys);

    [Fact]
    public void Way_is_as_sure_as_its_least_sure_reference()
    {
        var graph = Estates.Of(
            ("A.cbl", "       PROGRAM-ID. A.\n       01 NEXT-PGM PIC X(8) VALUE 'B'.\n       PROCEDURE DIVISION.\n           CALL NEXT-PGM.\n"),
            ("B.cbl", "       PROGRAM-ID. B.\n"),
            ("J.jcl", "//J JOB\n//S EXEC PGM=A\n"));

        var reached = Impact.Of(graph, [new(ThingKind.Program, "B")], 9, 1).ToList();

        Assert.Equal(["A", "J.S", "J"], reached.Select(one => one.Thing.Name));
        Assert.All(reached, one => Assert.Equal(Certainty.Candidate, one.Certainty));
    }

    [Fact]
    public void Step_that_deletes_its_input_when_it_ends_reads_it()
    {
        var graph = Estates.Of(
            ("J1.jcl", "//J1 JOB\n//S EXEC PGM=A\n//O DD DSN=PAY.X,DISP=(NEW,CATLG)\n"),
            ("J2.jcl", "//J2 JOB\n//S EXEC PGM=B\n//I DD DSN=PAY.X,DISP=(OLD,DELETE)\n"));

        Assert.Contains(Impact.Of(graph, [new(ThingKind.Program, "A")], 9, 1), one => one.Thing.Name is "J2");
    }

    [Fact]
    public void Temporary_data_set_does_not_join_two_jobs()
    {
        var graph = Estates.Of(
            ("J1.jcl", "//J1 JOB\n//S EXEC PGM=A\n//O DD DSN=&&T,DISP=(NEW,PASS)\n"),
            ("J2.jcl", "//J2 JOB\n//S EXEC PGM=B\n//I DD DSN=&&T,DISP=(OLD,DELETE)\n"));

        Assert.DoesNotContain(Impact.Of(graph, [new(ThingKind.Program, "A")], 9, 9), one => one.Thing.Name is "J2" or "J2.S");
    }

    private static readonly EstateGraph Called = Estates.Of(
        ("JCL/J1.jcl", "//J1 JOB\n//S1 EXEC OUTER\n//S2 EXEC PGM=X\n//O DD DSN=PAY.OTHER,DISP=(NEW,CATLG)\n"),
        ("JCL/J2.jcl", "//J2 JOB\n//S EXEC PGM=B\n//I DD DSN=PAY.X,DISP=SHR\n"),
        ("JCL/J3.jcl", "//J3 JOB\n// INCLUDE MEMBER=GRP\n"),
        ("PROCLIB/OUTER.prc", "//OUTER PROC\n//I EXEC INNER\n"),
        ("PROCLIB/INNER.prc", "//INNER PROC HLQ=PAY\n//A EXEC PGM=A\n//O DD DSN=&HLQ..X,DISP=(NEW,CATLG)\n"),
        ("PROCLIB/GRP.prc", "//G EXEC PGM=G\n//O DD DSN=PAY.X,DISP=(NEW,CATLG)\n"));

    [Theory]
    [InlineData(ThingKind.Proc, "INNER", "J1.S1.I.A")]
    [InlineData(ThingKind.Proc, "OUTER", "J1.S1.I.A")]
    [InlineData(ThingKind.Job, "J1", "J1.S1.I.A")]
    [InlineData(ThingKind.JclInclude, "GRP", "J3.G")]
    public void What_the_steps_of_a_procedure_or_group_write_in_a_job_is_reached(ThingKind kind, string name, string step)
    {
        var reached = Impact.Of(Called, [new(kind, name)], 9, 1);

        Assert.Contains(reached, one => one.Thing == new Thing(ThingKind.Step, step));
        Assert.Contains(reached, one => one.Thing == new Thing(ThingKind.Job, "J2") && one.IsByData);
    }

    [Fact]
    public void Step_beside_the_one_that_calls_the_procedure_is_not_reached() =>
        Assert.DoesNotContain(Impact.Of(Called, [new(ThingKind.Proc, "INNER")], 9, 1), one => one.Thing.Name is "J1.S2" or "PAY.OTHER");

    [Fact]
    public void Data_written_by_its_name_in_cics_is_read_by_its_name_in_the_catalog()
    {
        var graph = Estates.Of(
            ("P.cbl", "       PROGRAM-ID. P.\n       PROCEDURE DIVISION.\n           EXEC CICS WRITE FILE('PAYF') FROM(X) END-EXEC.\n"),
            ("CSD/G.csd", "DEFINE FILE(PAYF) GROUP(G) DSNAME(PAY.VSAM)\n"),
            ("J.jcl", "//J JOB\n//S EXEC PGM=B\n//I DD DSN=PAY.VSAM,DISP=SHR\n"));

        Assert.Contains(Impact.Of(graph, [new(ThingKind.Program, "P")], 9, 1), one => one.Thing == new Thing(ThingKind.Job, "J"));
    }

    [Fact]
    public void Each_thing_is_reached_once_and_as_such_rather_than_by_data()
    {
        // By data it is nearer: A writes what C reads, and C calls B, which calls A.
        var graph = Estates.Of(
            ("A.cbl", "       PROGRAM-ID. A.\n       PROCEDURE DIVISION.\n           EXEC SQL INSERT INTO T VALUES(1) END-EXEC.\n"),
            ("B.cbl", "       PROGRAM-ID. B.\n       PROCEDURE DIVISION.\n           CALL 'A'.\n"),
            ("B2.cbl", "       PROGRAM-ID. B2.\n       PROCEDURE DIVISION.\n           CALL 'B'.\n"),
            ("C.cbl", "       PROGRAM-ID. C.\n       PROCEDURE DIVISION.\n           CALL 'B2'.\n           EXEC SQL SELECT X FROM T END-EXEC.\n"));

        var reached = Assert.Single(Impact.Of(graph, [new(ThingKind.Program, "A")], 9, 1), one => one.Thing.Name is "C");
        Assert.Equal((3, false), (reached.Distance, reached.IsByData));
    }

    [Fact]
    public void Of_two_ways_of_one_length_the_surer_one_counts()
    {
        var graph = Estates.Of(
            ("A.cbl", "       PROGRAM-ID. A.\n       01 N PIC X(8) VALUE 'B'.\n       PROCEDURE DIVISION.\n           CALL N.\n           CALL 'B'.\n"),
            ("B.cbl", "       PROGRAM-ID. B.\n"));

        Assert.Equal(Certainty.Certain, Assert.Single(Impact.Of(graph, [new(ThingKind.Program, "B")], 9, 1)).Certainty);
    }
}
