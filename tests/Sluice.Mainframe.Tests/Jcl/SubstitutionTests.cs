using Sluice.Mainframe.Jcl;

namespace Sluice.Mainframe.Tests.Jcl;

public sealed class SubstitutionTests
{
    private static readonly Link Given = new(null, new(1, 1), "");

    [Theory]
    [InlineData("&HLQ..PAY", "PROD.PAY")]
    [InlineData("&HLQ.PAY", "PRODPAY")]
    [InlineData("&hlq..PAY", "PROD.PAY")]
    [InlineData("A.&HLQ(&MEM)", "A.PROD(ONE)")]
    [InlineData("&HLQ&MEM", "PRODONE")]
    [InlineData("&&HLQ", "&&HLQ")]
    [InlineData("&&T(&MEM)", "&&T(ONE)")]
    [InlineData("&NIL.A", "A")]
    [InlineData("A & B", "A & B")]
    [InlineData("A&", "A&")]
    public void Symbols_are_replaced(string text, string expected)
    {
        var replaced = Substitution.In(text, Known());

        Assert.Equal(expected, replaced.Text);
        Assert.True(replaced.IsComplete);
    }

    [Theory]
    [InlineData("&GONE..PAY", "&GONE..PAY", "&GONE has no value in this member.")]
    [InlineData("&SYSUID..&MEM", "&SYSUID..ONE", "&SYSUID is a system symbol: it has its value when the job is submitted.")]
    [InlineData("D&LYYMMDD", "D&LYYMMDD", "&LYYMMDD is a system symbol: it has its value when the job is submitted.")]
    public void What_has_no_value_stays_and_says_why(string text, string expected, string why)
    {
        var replaced = Substitution.In(text, Known());

        Assert.Equal(expected, replaced.Text);
        Assert.Equal(why, replaced.Why);
    }

    [Fact]
    public void Value_of_the_nearest_scope_counts_and_SET_does_not_reach_out_of_what_assigned_it()
    {
        var job = new Symbols();
        job.Set("A", Of("JOB"));
        var proc = new Symbols(job);
        proc.Assign("A", Of("EXEC"));
        proc.Assign("A", Of("PROC"));
        proc.Set("A", Of("SET"));
        proc.Set("B", Of("SET"));

        Assert.Equal("SET", proc.Find("A")?.Value);
        Assert.Equal("JOB", job.Find("a")?.Value);
        Assert.Equal("SET", job.Find("B")?.Value);
    }

    [Fact]
    public void Symbols_that_double_themselves_come_to_an_end()
    {
        var symbols = new Symbols();
        symbols.Set("A", Of("AB"));
        for (var turn = 0; turn < 100; turn++)
            symbols.Set("A", Of(Substitution.In("&A&A", symbols).Text));

        Assert.InRange(Substitution.In("&A", symbols).Text.Length, 1, 2 * OperandText.Longest);
    }

    [Fact]
    public void Value_of_a_symbol_has_at_most_255_characters()
    {
        const string doubled = "// SET A=&A&A\n";
        var shortened = JclText.DataSet($"{JclText.Step}// SET A={new string('X', 32)}\n{doubled}{doubled}{doubled}//IN DD DSN=&A\n");

        Assert.Equal("The values of its symbols make it longer than it may be.", shortened.Why);
        Assert.NotEqual(shortened.Why, JclText.DataSet($"{JclText.Step}// SET A={new string('X', 31)}\n{doubled}{doubled}{doubled}//IN DD DSN=&A\n").Why);
    }

    private static Symbols Known()
    {
        var symbols = new Symbols();
        symbols.Set("HLQ", Of("PROD"));
        symbols.Set("MEM", Of("ONE"));
        symbols.Set("NIL", Of(""));
        return symbols;
    }

    private static Symbol Of(string value) => new(value, Given, false, null);
}
