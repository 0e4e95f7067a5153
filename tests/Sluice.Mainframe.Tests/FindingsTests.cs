namespace Sluice.Mainframe.Tests;

public sealed class FindingsTests
{
    [Fact]
    public void There_is_an_end_to_what_is_found_in_a_member_and_it_is_said_once()
    {
        var findings = new Findings();
        var from = new Thing(ThingKind.Program, "PAY");
        for (var number = 1; number <= Findings.MostOfASort + 2; number++)
            findings.Refer(new(from, Verb.Calls, from, new(number, 1), ""));

        Assert.Equal(Findings.MostOfASort, findings.References.Count);
        var said = Assert.Single(findings.Diagnostics);
        Assert.Equal(("member.too-many-findings", Findings.MostOfASort + 1), (said.Code, said.At.Line));
    }
}
