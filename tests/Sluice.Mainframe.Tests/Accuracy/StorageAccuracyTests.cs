namespace Sluice.Mainframe.Tests.Accuracy;

/// <summary>Names that real programs keep in storage: menus, and the segments and PSBs of IMS.</summary>
public sealed class StorageAccuracyTests
{
    [Theory]
    [InlineData("COMEN01C", "CDEMO-MENU-OPT-PGMNAME",
        "COACTUPC COACTVWC COBIL00C COCRDLIC COCRDSLC COCRDUPC COPAUS0C CORPT00C COTRN00C COTRN01C COTRN02C")]
    [InlineData("COADM01C", "CDEMO-ADMIN-OPT-PGMNAME", "COTRTLIC COTRTUPC COUSR00C COUSR01C COUSR02C COUSR03C")]
    [InlineData("PAUDBLOD", "ROOT-QUAL-SSA", "PAUTSUM0")]
    [InlineData("PAUDBLOD", "CHILD-UNQUAL-SSA", "PAUTDTL1")]
    [InlineData("COPAUA0C", "PSB-NAME", "PSBPAUTB")]
    public void Item_holds_what_the_members_put_there(string program, string item, string names)
    {
        Truth.IsNeeded();

        Assert.Equal(names, string.Join(' ', RealEstate.References
            .Where(known => known.Member.Name == program && known.Reference.Variable == item && known.Reference.Certainty is Certainty.Candidate)
            .Select(known => known.Reference.To.Name).Distinct().Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Segments_of_real_commands_are_found()
    {
        Truth.IsNeeded();
        var score = new Score(
            "program → segment",
            TruthTable.Rows("program_ims").SelectMany(row => Segments(row["text"]).Select(segment => $"{row["file"]} {segment}")).Distinct(),
            RealEstate.References.Where(known => known.Reference is { To.Kind: ThingKind.Segment, Variable: null, From.Kind: ThingKind.Program })
                .Select(known => $"{RealEstate.Relative(known)} {known.Reference.To.Name}").Distinct());

        Assert.True(score.Expected > 5 && score is { Recall: 1, Precision: 1 }, string.Join('\n', score.Missed.Concat(score.Surplus)));
    }

    private static IEnumerable<string> Segments(string command)
    {
        const string option = "SEGMENT ( ";
        for (var at = command.IndexOf(option, StringComparison.Ordinal); at >= 0; at = command.IndexOf(option, at + 1, StringComparison.Ordinal))
            yield return command[(at + option.Length)..].Split(' ')[0];
    }
}
