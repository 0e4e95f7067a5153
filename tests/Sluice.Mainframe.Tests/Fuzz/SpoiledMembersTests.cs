using Sluice.Fuzz.Judging;
using Sluice.Fuzz.Making;
using Sluice.Fuzz.Running;
using Sluice.Mainframe.Jcl;
using Sluice.Mainframe.Text;

namespace Sluice.Mainframe.Tests.Fuzz;

/// <summary>The beginning of what <c>./fuzz</c> does for as long as it is let.</summary>
public sealed class SpoiledMembersTests(ITestOutputHelper output)
{
    private const int Largest = 256 * 1024;
    private static readonly SeedMembers Seeds = SeedMembers.Own();

    [Fact]
    public void Spoiled_members_of_every_language_are_read_within_their_budgets()
    {
        var outcome = Run(new Judge(MemberReader.Read), 1, 6000);

        Assert.Equal(6000, outcome.Tally.Inputs);
        Assert.All(outcome.Tally.ByLanguage.Where(entry => entry.Language != Language.None), entry =>
        {
            Assert.True(entry.Count.Inputs > 20, $"{entry.Language}: {entry.Count}");
            Assert.True(entry.Count.References > 0, $"{entry.Language}: {entry.Count}");
        });
        Assert.True(outcome.Tally.NoText > 20);
    }

    [Fact]
    public void Jobs_and_procedures_that_call_themselves_are_expanded_within_their_budgets() =>
        Assert.True(Run(new Judge(Expanded), 2, 2000).Tally.Inputs == 2000);

    [Fact]
    public void Members_to_spoil_are_good_ones_of_every_language()
    {
        Assert.Equal(Enum.GetValues<Language>().Except([Language.None]), Seeds.Languages);
        Assert.All(Seeds.All, member =>
        {
            var reading = MemberReader.Read(member.Path, System.Text.Encoding.Latin1.GetBytes(string.Join('\n', member.Lines)));
            Assert.True(reading.References.Count + reading.Defines.Count > 0, member.Path);
        });
    }

    private Outcome Run(Judge judge, ulong seed, int count)
    {
        var outcome = new Campaign(new(Seeds, seed, Largest), judge).Run(0, count, TimeSpan.MaxValue);
        foreach (var (finding, input) in outcome.Findings)
            output.WriteLine($"{finding.What}: ./fuzz --seed {seed} --only {input.Number} ({input.Path})\n{finding.Details}");
        Assert.Empty(outcome.Findings);
        return outcome;
    }

    /// <summary>Every procedure that is called and every member that is included is the member itself.</summary>
    private static Reading Expanded(string path, ReadOnlySpan<byte> content)
    {
        using var source = SourceText.Read(content);
        if (source is null)
            return new(path, MemberKind.Other, Language.None, null, 0);
        var findings = new Findings();
        var member = JclMember.Parse(MemberName.Of(path), source, findings);
        foreach (var job in member.Jobs)
            Expansion.Of(job, _ => member.Procs.Count > 0 ? member.Procs[0] : null, _ => member);
        return new(member.Name, MemberKind.Jcl, Language.Jcl, source.Form, source.Count)
        {
            Diagnostics = findings.Diagnostics,
        };
    }
}
