using Sluice.Mainframe.Mq;
using Sluice.Mainframe.Tests.Commands;

namespace Sluice.Mainframe.Tests.Mq;

public sealed class MqscReaderTests
{
    [Theory]
    [InlineData("DEFINE QLOCAL(PAY.IN) PROCESS(PAY.PROC) INITQ(PAY.INIT) BOQNAME(PAY.BO)", "Queue PAY.IN 1:15",
        "Queue PAY.IN uses Resource PROCESS PAY.PROC 1:31\nQueue PAY.IN uses Queue PAY.INIT 1:47\n"
        + "Queue PAY.IN uses Queue PAY.BO 1:65")]
    [InlineData("DEF QR('Pay.Out') RNAME('PAY.FAR') RQMNAME(QM2) XMITQ(QM2.XMIT)", "Queue PAY.OUT 1:9",
        "Queue PAY.OUT uses Queue PAY.FAR 1:26 through QM2\nQueue PAY.OUT uses Queue QM2.XMIT 1:55")]
    [InlineData("DEFINE QALIAS(PAY.A) TARGQ(PAY.IN)", "Queue PAY.A 1:15", "Queue PAY.A uses Queue PAY.IN 1:28")]
    [InlineData("DEFINE QALIAS(PAY.A) TARGET(PAY.T) TARGTYPE(TOPIC)", "Queue PAY.A 1:15",
        "Queue PAY.A uses Resource TOPIC PAY.T 1:29")]
    [InlineData("DEFINE QMODEL(PAY.M) LIKE(SYSTEM.DEFAULT.MODEL.QUEUE)", "Queue PAY.M 1:15",
        "Queue PAY.M uses Queue SYSTEM.DEFAULT.MODEL.QUEUE 1:27")]
    [InlineData("DEFINE CHANNEL(QM1.QM2) CHLTYPE(SDR) XMITQ(QM2.XMIT) SCYEXIT('PAYEXIT')", "Resource CHANNEL QM1.QM2 1:16",
        "Resource CHANNEL QM1.QM2 uses Queue QM2.XMIT 1:44\nResource CHANNEL QM1.QM2 calls Program PAYEXIT 1:63")]
    [InlineData("DEFINE PROCESS(PAY.PROC) APPLTYPE(CICS) APPLICID('PAY1')", "Resource PROCESS PAY.PROC 1:16",
        "Resource PROCESS PAY.PROC starts Transaction PAY1 1:51 through CICS")]
    [InlineData("DEFINE PROCESS(PAY.PROC) APPLICID('PAYROLL PARM')", "Resource PROCESS PAY.PROC 1:16",
        "Resource PROCESS PAY.PROC runs Program PAYROLL 1:36")]
    [InlineData("DEFINE NAMELIST(PAY.NL) NLTYPE(QUEUE) NAMES(PAY.A,PAY.B)", "Resource NAMELIST PAY.NL 1:17",
        "Resource NAMELIST PAY.NL contains Queue PAY.A 1:45\nResource NAMELIST PAY.NL contains Queue PAY.B 1:51")]
    [InlineData("DEFINE NAMELIST(PAY.NL) NAMES(PAY.A)", "Resource NAMELIST PAY.NL 1:17",
        "Resource NAMELIST PAY.NL contains Queue PAY.A 1:31 ?")]
    [InlineData("DEFINE SUB(PAY.SUB) TOPICOBJ(PAY.T) DEST(PAY.IN)", "Resource SUB PAY.SUB 1:12",
        "Resource SUB PAY.SUB uses Resource TOPIC PAY.T 1:30\nResource SUB PAY.SUB writes Queue PAY.IN 1:42")]
    [InlineData("DEFINE TOPIC(PAY.T) TOPICSTR('pay/run')", "Resource TOPIC PAY.T 1:14", "")]
    [InlineData("ALTER QLOCAL(PAY.IN) PROCESS(PAY.PROC)", "", "Queue PAY.IN uses Resource PROCESS PAY.PROC 1:30")]
    [InlineData("DELETE QLOCAL(PAY.IN)", "", "ControlMember MEMBER deletes Queue PAY.IN 1:15")]
    [InlineData("* DEFINE QLOCAL(OLD)\nDISPLAY QLOCAL(*)", "", "")]
    [InlineData("DEFINE QREMOTE(PAY.OUT) XMITQ(&QM..XMIT)", "Queue PAY.OUT 1:16", "Queue PAY.OUT uses Queue &QM..XMIT 1:31 ?")]
    public void Objects_name_others(string command, string defined, string expected)
    {
        var findings = Told.By(MqscReader.Read, command);

        Assert.Equal(defined, findings.Defined());
        Assert.Equal(expected, findings.Sentences());
    }

    [Theory]
    [InlineData("DEFINE QALIAS(PAY.A) +\n       TARGQ(PAY.IN)\nDEFINE QLOCAL(PAY.IN)", "Queue PAY.A uses Queue PAY.IN 2:14")]
    [InlineData("DEFINE QALIAS(PAY.A) TARGQ(PAY.+\n   IN)", "Queue PAY.A uses Queue PAY.IN 1:28")]
    [InlineData("DEFINE QALIAS(PAY.A) TARGQ('PAY.-\nIN')", "Queue PAY.A uses Queue PAY.IN 1:29")]
    [InlineData("DEFINE QALIAS(PAY.A) +\n* comment\n TARGQ(PAY.IN);", "Queue PAY.A uses Queue PAY.IN 3:8")]
    public void Plus_and_minus_go_on(string member, string expected) =>
        Assert.Equal(expected, Told.By(MqscReader.Read, member).Sentences());

    [Fact]
    public void Sequence_numbers_do_not_count() => Assert.Equal("Queue PAY.A uses Queue PAY.IN 2:8",
        Told.By(MqscReader.Read, "DEFINE QALIAS(PAY.A) +".PadRight(72) + "00010000\n TARGQ(PAY.IN)".PadRight(72)).Sentences());

    [Theory]
    [InlineData("DEFINE QLOCAL", "mqsc.no-name 1:8")]
    [InlineData("DEFINE QALIAS(PAY.A) TARGQ(PAY.IN", "mqsc.unclosed-value 1:1")]
    [InlineData("DEFINE QLOCAL(<QUEUE>)", "mqsc.unsettled-name 1:15")]
    public void What_is_broken_is_complained_of(string member, string codes) =>
        Assert.Equal(codes, Told.By(MqscReader.Read, member).Codes());
}
