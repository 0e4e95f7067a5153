using Sluice.Mainframe.Bms;
using Sluice.Mainframe.Tests.Commands;

namespace Sluice.Mainframe.Tests.Bms;

public sealed class BmsReaderTests
{
    private const string Final = "\n         DFHMSD TYPE=FINAL\n         END";

    [Fact]
    public void Map_set_brings_its_load_module_its_copybook_and_its_maps()
    {
        var findings = Told.By(BmsReader.Read,
            "PAYSET   DFHMSD TYPE=&&SYSPARM,LANG=COBOL\nPAYMAP   DFHMDI SIZE=(24,80)\nPAYNAME  DFHMDF POS=(1,1),INITIAL='PAY'"
            + Final);

        Assert.Equal("Mapset PAYSET 1:1\nCopybook PAYSET 1:1\nMap PAYSET.PAYMAP 2:1", findings.Defined());
        Assert.Equal("Mapset PAYSET contains Map PAYSET.PAYMAP 2:1", findings.Sentences());
        Assert.Empty(findings.Diagnostics);
    }

    [Theory]
    [InlineData("DSECT", "Copybook PAYSET 1:1")]
    [InlineData("MAP", "Mapset PAYSET 1:1")]
    public void Type_says_what_is_made(string type, string defined) =>
        Assert.Equal(defined, Told.By(BmsReader.Read, $"PAYSET   DFHMSD TYPE={type}" + Final).Defined());

    [Fact]
    public void Continued_macro_is_one()
    {
        var member = "PAYSET   DFHMSD LANG=COBOL,".PadRight(71) + "X\n" + "               TYPE=MAP,          remark".PadRight(71)
            + "X\n               CTRL=FREEKB\nPAYMAP   DFHMDI LINE=1" + Final;

        Assert.Equal("Mapset PAYSET 1:1\nMap PAYSET.PAYMAP 4:1", Told.By(BmsReader.Read, member).Defined());
    }

    [Fact]
    public void Literal_with_a_macro_in_it_is_no_macro() =>
        Assert.Equal("Mapset PAYSET 1:1\nCopybook PAYSET 1:1", Told.By(BmsReader.Read,
            "PAYSET   DFHMSD TYPE=&&SYSPARM\n" + "         DFHMDF INITIAL='A".PadRight(71) + "X\n"
            + "               B   DFHMDI C'" + Final).Defined());

    [Fact]
    public void Partition_set_is_defined() =>
        Assert.Equal("Resource PARTITIONSET PAYPART 1:1",
            Told.By(BmsReader.Read, "PAYPART  DFHPSD SUFFIX=A\n         DFHPDI PARTN=A\n         DFHPSD TYPE=FINAL").Defined());

    [Fact]
    public void Copied_source_is_said() =>
        Assert.Equal("Mapset PAYSET copies Copybook PAYHEAD 2:15",
            Told.By(BmsReader.Read, "PAYSET   DFHMSD TYPE=MAP\n         COPY PAYHEAD" + Final).Sentences());

    [Theory]
    [InlineData("PAYSET   DFHMSD TYPE=MAP", "bms.no-final 1:10")]
    [InlineData("PAYMAP   DFHMDI SIZE=(24,80)", "bms.no-mapset 1:10")]
    [InlineData("         DFHMSD TYPE=MAP" + Final, "bms.no-name 1:10")]
    [InlineData("&NAME    DFHMSD TYPE=MAP" + Final, "bms.no-name 1:10")]
    [InlineData("         DFHMSD TYPE=FINAL", "bms.no-mapset 1:10")]
    public void Broken_map_set_is_complained_of(string member, string codes) =>
        Assert.Equal(codes, Told.By(BmsReader.Read, member).Codes());
}
