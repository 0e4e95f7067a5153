namespace Sluice.Mainframe.Tests;

public sealed class FindingsTests
{
    [Fact]
    public void There_is_an_end_to_what_is_found_in_a_member_and_it_is_said_once()
    {
        var findings = new Findings();
        var program = new Thing(ThingKind.Program, "PAY");
        var reference = new Reference(program, Verb.Calls, program, new(1, 1), "");
        for (var number = 0; number < Findings.MostOfASort; number++)
            findings.Refer(reference);
        findings.Refer(reference with { At = new(2, 1) });
        findings.Refer(reference with { At = new(3, 1) });

        Assert.Equal(Findings.MostOfASort, findings.References.Count);
        var said = Assert.Single(findings.Diagnostics);
        Assert.Equal(("member.too-many-findings", 2), (said.Code, said.At.Line));
    }
}
