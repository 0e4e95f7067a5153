using Sluice.Mainframe.Estate;

namespace Sluice.Mainframe.Tests.Estate;

/// <summary>Steps, procedures, cards and programs put together, and followed both ways.</summary>
public sealed class GraphTests
{
    private static readonly EstateGraph Bank = Estates.Of(SmallBank.Members);

    private static IEnumerable<string> Users(ThingKind kind, string name) =>
        Bank.Users(new(kind, name)).Select(known => Estates.Sentence(known.Reference));

    [Fact]
    public void Job_has_the_steps_of_its_procedure_with_their_symbols_replaced()
    {
        Assert.Contains("Step PAYJOB.POST.POST Updates DataSet PROD.PAY.RESULT", Users(ThingKind.DataSet, "PROD.PAY.RESULT").Select(said =>
            said.Replace("Writes", "Updates", StringComparison.Ordinal)));
        Assert.Contains("Step PAYJOB.POST.POST Runs Program IKJEFT01", Users(ThingKind.Program, "IKJEFT01"));
        Assert.Contains("Job PAYJOB Contains Step PAYJOB.POST.POST", Users(ThingKind.Step, "PAYJOB.POST.POST"));
    }

    [Fact]
    public void Override_of_the_job_counts_and_what_it_overrides_is_not_used()
    {
        Assert.Contains("Step PAYJOB.POST.POST Reads DataSet PROD.PAY.INPUT", Users(ThingKind.DataSet, "PROD.PAY.INPUT"));
        Assert.Empty(Bank.UsersOf("PROD.PAY.EMPTY"));
    }

    [Fact]
    public void Expanded_reference_is_placed_at_the_call_and_says_where_the_procedure_has_it()
    {
        var known = Assert.Single(Bank.Users(new(ThingKind.DataSet, "PROD.PAY.RESULT")), known => known.IsExpanded);

        Assert.Equal(("JCL/PAYJOB.jcl", new Place(2, 17)), (known.Member.Path, known.Reference.At));
        Assert.Equal(("PROCLIB/PAYPROC.prc", 4), (known.Reference.Chain[0].Member, known.Reference.Chain[0].At.Line));
    }

    [Fact]
    public void Step_that_names_a_card_member_runs_what_the_cards_run()
    {
        Assert.Contains("Step PAYJOB.POST.POST Reads ControlMember RUNPAY", Users(ThingKind.ControlMember, "RUNPAY"));
        Assert.Contains("ControlMember RUNPAY Runs Program PAYPOST", Users(ThingKind.Program, "PAYPOST"));
    }

    [Theory]
    [InlineData("PROD.PAY.RESULT", "Step PAYJOB.POST.POST", Verb.Writes)]
    [InlineData("PROD.PAY.RESULT", "Step LISTJOB.LIST", Verb.Reads)]
    public void Step_does_with_a_data_set_what_its_program_does_with_the_dd_name(string dataSet, string who, Verb verb)
    {
        var known = Assert.Single(Bank.UsersOf(dataSet), known => $"{known.Reference.From.Kind} {known.Reference.From.Name}" == who);

        Assert.Equal(verb, known.Reference.Verb);
    }

    [Fact]
    public void Table_without_schema_is_found_by_its_name_and_by_its_full_name()
    {
        string[] expected = ["Program PAYMENU Reads Table ACCOUNT", "Program PAYPOST Updates Table BANK.ACCOUNT"];

        Assert.Equal(expected, Users(ThingKind.Table, "ACCOUNT").Intersect(expected).Order(StringComparer.Ordinal));
        Assert.Equal(expected, Bank.UsersOf("account").Select(known => Estates.Sentence(known.Reference)).Intersect(expected).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Walk_up_ends_at_its_depth_and_says_how_far_each_is()
    {
        Thing[] copybook = [new(ThingKind.Copybook, "PAYID")];

        Assert.Equal([1], Walk.Up(Bank, copybook, 1).Select(step => step.Distance));
        Assert.Equal([1, 2, 2], Walk.Up(Bank, copybook, 2).Select(step => step.Distance));
        Assert.Contains("Job PAYJOB Contains Step PAYJOB.POST.POST", Walk.Up(Bank, copybook, 9).Select(step => Estates.Sentence(step.Known.Reference)));
    }

    [Fact]
    public void Walk_down_finds_what_a_job_needs()
    {
        var needs = Walk.Down(Bank, [new(ThingKind.Job, "PAYJOB")], 9).Select(step => step.Known.Reference.To).ToList();

        Assert.Contains(new(ThingKind.Copybook, "PAYID"), needs);
        Assert.Contains(new(ThingKind.Table, "BANK.ACCOUNT"), needs);
    }

    [Fact]
    public void What_a_procedures_utility_is_told_is_told_by_the_step_of_the_job_with_its_symbols()
    {
        var graph = Estates.Of(
            ("RUNP.prc", "//RUNP PROC PROG=\n//RUN EXEC PGM=DFSRRC00,PARM='BMP,&PROG,PAYPSB'\n//DEL EXEC PGM=IDCAMS\n//SYSIN DD *\n DELETE PAY.OLD\n/*\n"),
            ("J.jcl", "//J JOB\n//S EXEC RUNP,PROG=PAYBMP\n"));

        Assert.Contains("Step J.S.RUN Runs Program PAYBMP", graph.UsersOf("PAYBMP").Select(known => Estates.Sentence(known.Reference)));
        var told = Assert.Single(graph.UsersOf("PAY.OLD"), known => known.Reference.From.Name == "J.S.DEL");
        Assert.Equal(("J.jcl", 2, "RUNP.prc", 5), (told.Member.Path, told.Reference.At.Line, told.Reference.Chain[0].Member, told.Reference.Chain[0].At.Line));
    }

    [Fact]
    public void Circle_of_calls_ends()
    {
        var graph = Estates.Of(
            ("A.cbl", "       PROGRAM-ID. A.\n       PROCEDURE DIVISION.\n           CALL 'B'.\n"),
            ("B.cbl", "       PROGRAM-ID. B.\n       PROCEDURE DIVISION.\n           CALL 'A'.\n"));

        Assert.Equal(2, Walk.Up(graph, [new(ThingKind.Program, "A")], 1000).Count());
    }

    [Fact]
    public void First_of_one_name_hides_the_other_and_is_the_one_that_is_expanded()
    {
        var graph = Estates.Of(
        [
            .. SmallBank.Members,
            ("FIXLIB/PAYPROC.prc", "//PAYPROC  PROC HLQ=TEST\n//POST     EXEC PGM=PAYPOST\n//PAYOUT   DD DSN=&HLQ..PAY.FIXED,DISP=SHR\n"),
        ]);

        var hidden = Assert.Single(Concatenation.Of(graph));
        Assert.Equal(("FIXLIB/PAYPROC.prc", "PROCLIB/PAYPROC.prc"), (hidden.First.Path, Assert.Single(hidden.Others).Path));
        Assert.NotEmpty(graph.UsersOf("PROD.PAY.FIXED"));
        Assert.DoesNotContain(graph.UsersOf("PROD.PAY.RESULT"), known => known.Member.Name == "PAYJOB");
    }

    [Fact]
    public void Jcllib_says_in_which_library_to_look_first()
    {
        var graph = Estates.Of(
        [
            .. SmallBank.Members.Where(member => member.Path != "JCL/PAYJOB.jcl"),
            ("FIXLIB/PAYPROC.prc", "//PAYPROC  PROC HLQ=TEST\n//POST     EXEC PGM=PAYPOST\n//PAYOUT   DD DSN=&HLQ..PAY.FIXED,DISP=SHR\n"),
            ("JCL/PAYJOB.jcl", "//PAYJOB   JOB CLASS=A\n//         JCLLIB ORDER=(PROD.PROCLIB,PROD.FIXLIB)\n//POST     EXEC PAYPROC,HLQ=PROD\n"),
        ]);

        Assert.Empty(graph.UsersOf("PROD.PAY.FIXED"));
        Assert.Contains(graph.UsersOf("PROD.PAY.RESULT"), known => known.Member.Name == "PAYJOB");
    }

    [Fact]
    public void Job_called_like_its_procedure_runs_the_procedure()
    {
        var graph = Estates.Of(
            ("JCL/PAY.jcl", "//PAY JOB\n//S EXEC PAY\n"),
            ("PROCLIB/PAY.prc", "//PAY PROC\n//P EXEC PGM=POST\n//OUT DD DSN=PAY.OUT,DISP=SHR\n"));

        var known = Assert.Single(graph.UsersOf("PAY.OUT"), known => known.IsExpanded);
        Assert.Equal(("PAY.S.P", "PROCLIB/PAY.prc", 3), (known.Reference.From.Name, known.Reference.Chain[0].Member, known.Reference.Chain[0].At.Line));
    }

    [Fact]
    public void In_stream_procedure_is_said_to_be_in_its_own_job_beside_another_of_the_same_name()
    {
        var graph = Estates.Of(
            ("A/PAY.jcl", "//PAY JOB\n//S EXEC PGM=X\n"),
            ("B/PAY.jcl", "//PAY JOB\n//P PROC\n//P1 EXEC PGM=POST\n// PEND\n//S EXEC P\n"));

        Assert.Null(Assert.Single(graph.UsersOf("POST"), known => known.IsExpanded).Reference.Chain[0].Member);
    }

    [Fact]
    public void Procedure_that_an_include_group_calls_is_expanded_where_the_group_is_included()
    {
        var graph = Estates.Of(
            ("JCL/PAY.jcl", "//PAY JOB\n// INCLUDE MEMBER=GRP\n"),
            ("PROCLIB/GRP.prc", "//G1 EXEC PROC1\n"),
            ("PROCLIB/PROC1.prc", "//PROC1 PROC\n//P EXEC PGM=POST\n"));

        var known = Assert.Single(graph.UsersOf("POST"), known => known.IsExpanded);
        Assert.Equal(("PAY.G1.P", new Place(2, 19)), (known.Reference.From.Name, known.Reference.At));
    }

    // One after the other they are asked for each DD statement, and each name that two members have is looked up in both.
    [Fact]
    public void Job_with_very_many_steps_and_two_members_with_the_same_many_definitions_take_no_longer_for_each()
    {
        var steps = string.Concat(Enumerable.Range(0, 20_000).Select(at => $"//S{at} EXEC PGM=P\n//I DD DSN=PAY.D{at},DISP=SHR\n"));
        var programs = string.Concat(Enumerable.Range(0, 20_000).Select(at => $"DEFINE PROGRAM(P{at}) GROUP(G)\n"));
        var graph = Estates.Of(("J.jcl", $"//J JOB\n{steps}"), ("CSD/A.csd", programs), ("CSD/B.csd", programs));
        var began = TimeProvider.System.GetTimestamp();

        Assert.True(graph.References().Count() >= 60_000);
        Assert.True(Concatenation.Of(graph).Count() >= 20_000);
        Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(10), "It takes time by the square.");
    }

    [Fact]
    public void Variable_with_very_many_values_says_that_not_all_are_listed()
    {
        var moves = string.Concat(Enumerable.Range(0, 1000).Select(at => $"           MOVE 'P{at}' TO A.\n"));
        var graph = Estates.Of(("P.cbl", $"       PROGRAM-ID. P.\n       01 A PIC X(8).\n       PROCEDURE DIVISION.\n{moves}           CALL A.\n"));

        var calls = graph.References().Where(known => known.Reference.Verb is Verb.Calls).ToList();
        Assert.Equal(201, calls.Count);
        Assert.Contains("more values", Assert.Single(calls, known => known.Reference.Certainty is Certainty.Unresolved).Reference.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Reference_that_is_come_by_with_and_without_schema_is_told_once()
    {
        var graph = Estates.Of(
            ("P.cbl", "       PROGRAM-ID. P.\n       PROCEDURE DIVISION.\n           CALL 'Q'.\n           EXEC SQL SELECT A FROM T END-EXEC.\n           EXEC SQL SELECT A FROM S.T END-EXEC.\n"),
            ("V.ddl", "CREATE VIEW S.T AS SELECT A FROM S.U;\n"));

        var told = Walk.Down(graph, [new(ThingKind.Program, "P")], 9).Select(step => Estates.Sentence(step.Known.Reference)).ToList();
        Assert.Single(told, said => said.EndsWith("Table S.U", StringComparison.Ordinal));
    }
}
