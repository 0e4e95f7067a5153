using Sluice.Mainframe.Jcl;

namespace Sluice.Mainframe.Tests.Jcl;

public sealed class ExpansionTests
{
    private static readonly Dictionary<string, string> Library = new()
    {
        ["COPY"] = """
            //COPY PROC HLQ=TEST,MEM=
            //READ EXEC PGM=READER,PARM='A'
            //IN DD DSN=&HLQ..IN,DISP=SHR
            //   DD DSN=&HLQ..MORE,DISP=SHR
            //   DD DSN=&HLQ..LAST,DISP=SHR
            //OUT DD DSN=&&T,DISP=(,PASS),UNIT=SYSDA
            //WRITE EXEC PGM=WRITER,PARM='B',COND=(4,LT)
            //IN DD DSN=*.READ.OUT,DISP=(OLD,DELETE)
            //OUT DD SYSOUT=*
            """,
        ["OUTER"] = "//OUTER PROC HLQ=OUT\n//IN EXEC COPY\n//LAST EXEC PGM=LAST\n//DD1 DD DSN=&HLQ..X&LATE,DISP=SHR",
        ["LOOP"] = "//S EXEC PGM=A\n//L EXEC LOOP",
        ["SETS"] = "// SET HLQ=INCL\n//EXTRA DD DSN=&HLQ..EXTRA,DISP=SHR",
        ["AGAIN"] = "// INCLUDE MEMBER=AGAIN",
    };

    [Fact]
    public void Procedure_is_put_in_place_with_its_defaults()
    {
        var job = Expand("//S1 EXEC COPY");

        Assert.Equal(["S1.READ READER", "S1.WRITE WRITER"], job.Steps.Select(step => $"{step.FullName} {step.Program}"));
        Assert.Equal(["IN TEST.IN", "IN TEST.MORE", "IN TEST.LAST", "OUT &&T"], DataSets(job.Steps[0]));
        Assert.Equal(new("COPY", new(2, 3), "//READ EXEC PGM=READER,PARM='A'"), job.Steps[0].Origin);
        Assert.Empty(job.Diagnostics);
    }

    [Theory]
    [InlineData("//S1 EXEC COPY,HLQ=PROD", "PROD.IN")]
    [InlineData("// SET HLQ=SET\n//S1 EXEC COPY", "TEST.IN")]
    [InlineData("// SET HLQ=SET\n//S1 EXEC COPY,HLQ=&HLQ..X", "SET.X.IN")]
    [InlineData("//S1 EXEC COPY,HLQ='A.B'", "A.B.IN")]
    public void Value_of_EXEC_wins_over_the_default_and_that_over_SET(string text, string expected) =>
        Assert.Equal($"IN {expected}", DataSets(Expand(text).Steps[0])[0]);

    [Fact]
    public void Nested_procedure_has_what_its_own_statements_do_not_give_from_the_outer_one()
    {
        var job = Expand("//S1 EXEC OUTER,LATE=9");

        Assert.Equal(["S1.IN.READ", "S1.IN.WRITE", "S1.LAST"], job.Steps.Select(step => step.FullName));
        Assert.Equal("IN TEST.IN", DataSets(job.Steps[0])[0]);
        Assert.Equal(["DD1 OUT.X9"], DataSets(job.Steps[2]));
    }

    [Fact]
    public void Override_changes_what_it_says_and_leaves_the_rest()
    {
        var job = Expand("//S1 EXEC COPY\n//READ.IN DD DSN=NEW.IN\n//WRITE.OUT DD DSN=NEW.OUT,DISP=(,CATLG)");

        var input = job.Steps[0].Find("IN")[0];
        Assert.Equal(("NEW.IN", "SHR"), (input.DataSet?.Name, input.Disposition.Status));
        Assert.Equal(("COPY", 3), (input.Origin.Member, input.Origin.At.Line));
        Assert.Equal(("PAY", 3), (input.OverriddenBy[0].Member, input.OverriddenBy[0].At.Line));
        Assert.Equal(["DISP", "DSN"], job.Steps[1].Find("OUT")[0].Operands.Keys.Order());
    }

    [Fact]
    public void Override_of_a_concatenation_counts_and_an_empty_statement_leaves_one_as_it_is()
    {
        var job = Expand("//S1 EXEC COPY\n//READ.IN DD\n// DD DSN=B\n// DD\n// DD DSN=D,DISP=SHR");

        Assert.Equal(["IN TEST.IN", "IN B", "IN TEST.LAST", "OUT &&T", "IN D"], DataSets(job.Steps[0]));
        Assert.Equal([0, 1, 2, 3], job.Steps[0].Find("IN").Select(dd => dd.Sequence));
    }

    [Theory]
    [InlineData("//READ.NEW DD DSN=A", 0)]
    [InlineData("//NEW DD DSN=A", 0)]
    [InlineData("//WRITE.OUT DD DUMMY\n//NEW DD DSN=A", 1)]
    public void Statement_that_overrides_none_is_added(string text, int step)
    {
        var added = Assert.Single(Expand($"//S1 EXEC COPY\n{text}").Steps[step].Find("NEW"));

        Assert.Equal(("A", "PAY"), (added.DataSet?.Name, added.Origin.Member));
    }

    [Theory]
    [InlineData("READ.IN DD DUMMY", "DUMMY", "DSN")]
    [InlineData("READ.IN DD SYSOUT=*", "SYSOUT", "DISP")]
    [InlineData("READ.OUT DD UNIT=", "DSN", "UNIT")]
    public void Override_takes_away_what_cannot_stay(string text, string present, string absent)
    {
        var dd = Expand($"//S1 EXEC COPY\n//{text}").Steps[0].Find(text[5..text.IndexOf(' ', StringComparison.Ordinal)])[0];

        Assert.Contains(present, dd.Operands.Keys);
        Assert.DoesNotContain(absent, dd.Operands.Keys);
    }

    [Fact]
    public void In_stream_data_takes_the_place_of_a_data_set()
    {
        var dd = Expand("//S1 EXEC COPY\n//READ.IN DD *\nhere\n/*").Steps[0].Find("IN")[0];

        Assert.Null(dd.DataSet);
        Assert.Equal("here", dd.Source[dd.Data!.Value.FirstLine].ToString());
    }

    [Theory]
    [InlineData("PARM='X'", "X", null, "(4,LT)")]
    [InlineData("PARM.WRITE='X'", "A", "X", "(4,LT)")]
    [InlineData("COND=EVEN", "A", "B", "EVEN")]
    [InlineData("COND.WRITE=(0,NE)", "A", "B", "(0,NE)")]
    public void Exec_overrides_parameters_of_the_steps(string operand, string first, string? second, string cond)
    {
        var job = Expand($"//S1 EXEC COPY,{operand}");

        Assert.Equal((first, second, cond), (job.Steps[0].Parm, job.Steps[1].Parm, job.Steps[1].Cond));
    }

    [Fact]
    public void Referback_within_a_procedure_is_of_its_own_step_and_that_of_the_job_says_both()
    {
        var job = Expand("//READ EXEC PGM=X\n//OUT DD DSN=WRONG\n//S1 EXEC COPY\n//S2 EXEC PGM=Y\n//A DD DSN=*.S1.READ.IN,DISP=SHR\n//B DD DSN=*.A");

        Assert.Equal("&&T", job.Steps[2].Find("IN")[0].DataSet?.Name);
        Assert.Equal(6, job.Steps[2].Find("IN")[0].RefersTo?.At.Line);
        Assert.Equal(["A TEST.IN", "B TEST.IN"], DataSets(job.Steps[3]));
    }

    [Fact]
    public void Program_may_be_what_an_earlier_step_has_made() =>
        Assert.Equal("GO", Expand("//L EXEC PGM=HEWL\n//SYSLMOD DD DSN=&&L(GO)\n//G EXEC PGM=*.L.SYSLMOD").Steps[1].Program);

    [Fact]
    public void Included_statements_belong_to_the_step_and_set_symbols_for_what_follows()
    {
        var job = Expand("//S1 EXEC PGM=X\n// INCLUDE MEMBER=SETS\n//IN DD DSN=&HLQ..IN,DISP=SHR");

        Assert.Equal(["EXTRA INCL.EXTRA", "IN INCL.IN"], DataSets(job.Steps[0]));
        Assert.Equal("SETS", job.Steps[0].Dds[0].Origin.Member);
    }

    [Fact]
    public void In_stream_procedure_comes_before_a_catalogued_one() =>
        Assert.Equal("MINE", Expand("//COPY PROC\n//S EXEC PGM=MINE\n// PEND\n//S1 EXEC COPY").Steps[0].Program);

    [Fact]
    public void One_ampersand_without_a_symbol_is_temporary() =>
        Assert.Equal(["A &&T", "B &SYSUID"], DataSets(Expand("//S1 EXEC PGM=X\n//A DD DSN=&T\n//B DD DSN=&SYSUID").Steps[0]));

    [Fact]
    public void Conditions_around_a_step_are_kept()
    {
        var job = Expand("// IF RC = 0 THEN\n//A EXEC PGM=X\n// ELSE\n// IF A.RC > 4 THEN\n//S1 EXEC COPY\n// ENDIF\n// ENDIF\n//B EXEC PGM=X,COND=(0,NE)");

        Assert.Equal(["RC = 0"], job.Steps[0].Conditions);
        Assert.Equal(["NOT (RC = 0)", "A.RC > 4"], job.Steps[1].Conditions);
        Assert.Empty(job.Steps[3].Conditions);
        Assert.Equal("(0,NE)", job.Steps[3].Cond);
    }

    [Theory]
    [InlineData("//S1 EXEC LOOP", "jcl.proc-calls-itself")]
    [InlineData("// INCLUDE MEMBER=AGAIN", "jcl.include-of-itself")]
    [InlineData("//S1 EXEC GONE", "jcl.proc-not-found")]
    [InlineData("// INCLUDE MEMBER=GONE", "jcl.include-not-found")]
    [InlineData("// INCLUDE MEMBER=&GONE", "jcl.include-not-known")]
    [InlineData("//S1 EXEC COPY\n//GONE.IN DD DUMMY", "jcl.override-without-step")]
    [InlineData("//S1 EXEC P1", "jcl.proc-too-deep")]
    public void What_cannot_be_expanded_is_said(string text, string code) =>
        Assert.Equal(code, Assert.Single(Expand(text).Diagnostics).Code);

    [Fact]
    public void Procedures_that_multiply_come_to_an_end()
    {
        var procs = Enumerable.Range(0, 11).ToDictionary(depth => $"T{depth}", depth =>
            Proc($"T{depth}", string.Concat(Enumerable.Repeat(depth == 10 ? "// EXEC PGM=X\n" : $"// EXEC T{depth + 1}\n", 20))));

        var expanded = Expansion.Of(JclText.Parse("//PAY JOB\n//S EXEC T0").Jobs[0], procs.GetValueOrDefault, _ => null);

        Assert.InRange(expanded.Steps.Count, 1, Expander.MostStatements);
        Assert.Equal("jcl.expansion-too-large", Assert.Single(expanded.Diagnostics).Code);
    }

    private static List<string> DataSets(ExpandedStep step) =>
        [.. step.Dds.Where(dd => dd.DataSet is not null).Select(dd => $"{dd.Name} {dd.DataSet?.Name}")];

    private static ExpandedJob Expand(string text) => Expansion.Of(
        JclText.Parse($"//PAY JOB\n{text}").Jobs[0],
        name => Library.TryGetValue(name, out var proc) ? Proc(name, proc)
            : name[0] == 'P' && int.TryParse(name.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture, out var depth) ? Proc(name, $"//S EXEC P{depth + 1}") : null,
        name => Library.TryGetValue(name, out var group) ? JclText.Parse(group, name) : null);

    private static Proc Proc(string name, string text)
    {
        var member = JclText.Parse(text, name);
        return member.Procs is [var proc, ..] ? proc : new(name, null, member.Group, member.Source);
    }
}
