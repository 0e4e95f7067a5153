using Sluice.Kernel.Outcomes;

namespace Sluice.Production.Tests.Calendar;

public sealed class ZoneTests
{
    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/Argentina/Buenos_Aires")]
    [InlineData("Etc/GMT+1")]
    [InlineData("UTC")]
    public void Iana_id_is_known(string id) => Assert.True(Zones.IsKnown(id));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Europe")]
    [InlineData("Europe/Atlantis")]
    [InlineData("europe/berlin")]
    [InlineData("Eastern Standard Time")]
    [InlineData("localtime")]
    [InlineData("posix/Europe/Berlin")]
    [InlineData("../zoneinfo/UTC")]
    [InlineData("Europe/Berlin\n")]
    [InlineData("+02:00")]
    public void What_means_nothing_elsewhere_is_not_known(string? id) => Assert.False(Zones.IsKnown(id));
}
