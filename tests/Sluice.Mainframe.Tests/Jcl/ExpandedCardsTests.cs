using Sluice.Mainframe.Jcl;

namespace Sluice.Mainframe.Tests.Jcl;

/// <summary>What the estate asks of a step when its procedures are in place.</summary>
public sealed class ExpandedCardsTests
{
    private const string Procedure = """
        //CLEAN PROC
        //DEL EXEC PGM=IDCAMS
        //SYSIN DD *
          DELETE OLD.RUN
        /*
        //RUN EXEC PGM=DFSRRC00,PARM='BMP,PAYROLL,PAYPSB'
        """;

    [Fact]
    public void Statements_of_the_procedure_are_read_in_its_member() => Assert.Equal(
        ["CLEAN Deletes DataSet OLD.RUN 4:10", "CLEAN Runs Program PAYROLL 6:35", "CLEAN Uses Psb PAYPSB 6:43"], Told("//S EXEC CLEAN"));

    [Fact]
    public void Statements_of_the_job_that_override_them_are_read_in_the_job() => Assert.Equal(
        ["PAY Deletes DataSet NEW.RUN 4:9", "CLEAN Runs Program PAYROLL 6:35", "CLEAN Uses Psb PAYPSB 6:43"],
        Told("//S EXEC CLEAN\n//DEL.SYSIN DD *\n DELETE NEW.RUN"));

    [Fact]
    public void Parm_that_the_job_gives_is_the_one_that_counts() => Assert.Equal("CLEAN Runs Program BILLING 6:35",
        Told("//S EXEC CLEAN,PARM.RUN='BMP,BILLING,BILLPSB'")[1]);

    [Fact]
    public void Libraries_of_procedures_are_those_before_the_first_step() => Assert.Equal(["PAY.PROCLIB", "STD.PROCLIB"],
        JclText.Parse("//PAY JOB\n// SET H=PAY\n// JCLLIB ORDER=(&H..PROCLIB,STD.PROCLIB)\n//S EXEC X").Jobs[0].SearchOrder
            .Select(library => library.Name.Name));

    [Theory]
    [InlineData("", "NEW DELETE DELETE")]
    [InlineData("(,CATLG)", "NEW CATLG CATLG")]
    [InlineData("(NEW,PASS)", "NEW PASS DELETE")]
    [InlineData("(,CATLG,DELETE)", "NEW CATLG DELETE")]
    [InlineData("SHR", "SHR KEEP KEEP")]
    [InlineData("(OLD,DELETE)", "OLD DELETE DELETE")]
    [InlineData("(OLD,,UNCATLG)", "OLD KEEP UNCATLG")]
    [InlineData("MOD", "MOD KEEP KEEP")]
    public void Disposition_that_is_not_said_has_a_default(string written, string expected) =>
        Assert.Equal(expected, Disposition.Of(written).WithDefaults is var it ? $"{it.Status} {it.Normal} {it.Abnormal}" : "");

    [Theory]
    [InlineData("A.B(PAYCARD)", "PAYCARD", null)]
    [InlineData("A.B(+1)", null, "+1")]
    [InlineData("A.B(0)", null, "0")]
    [InlineData("A.B.G0012V00", null, "G0012V00")]
    [InlineData("A.B", null, null)]
    public void Member_and_generation_are_told_apart(string written, string? member, string? generation) =>
        Assert.Equal((member, generation), (DataSetName.Of(written).Member, DataSetName.Of(written).Generation));

    [Theory]
    [InlineData("DISP=(NEW,CATLG)", Verb.Creates)]
    [InlineData("DISP=SHR", Verb.Reads)]
    [InlineData("DISP=MOD", Verb.Writes)]
    [InlineData("DISP=(OLD,DELETE)", Verb.Deletes)]
    public void Data_set_of_a_step_is_made_read_or_extended(string disposition, Verb verb)
    {
        var step = Job($"//S EXEC PGM=X\n//D DD DSN=A.B,{disposition}").Steps[0];

        Assert.Equal(verb, step.Dds[0].ToVerb(step.Program));
    }

    private static List<string> Told(string job)
    {
        var findings = new Dictionary<string, Findings>();
        foreach (var step in Job(job).Steps)
            ExpandedCards.Read(step, new(ThingKind.Step, step.FullName), member =>
                findings.TryGetValue(member, out var known) ? known : findings[member] = new());
        return [.. findings.Keys.OrderDescending(StringComparer.Ordinal).SelectMany(
            member => Said.References(findings[member]).Select(said => $"{member} {said}"))];
    }

    private static ExpandedJob Job(string statements) => Expansion.Of(JclText.Parse($"//PAY JOB\n{statements}").Jobs[0],
        name => JclText.Parse(Procedure, name).Procs.SingleOrDefault(proc => proc.Name == "CLEAN" && name == "CLEAN"), _ => null);
}
