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
}
