using Sluice.Changes.Gate;
using Sluice.Handover;

namespace Sluice.Changes.Tests.Gate;

public sealed class GateTests
{
    private static readonly GateReason No = new(Side.Channel, "window.closed", "No.");

    [Theory]
    [InlineData(0, false, "allow")]
    [InlineData(0, true, "would-allow")]
    [InlineData(1, false, "deny")]
    [InlineData(2, true, "deny")]
    public void One_reason_against_it_is_deny_and_another_moment_never_allow(int reasons, bool isForAnotherMoment, string verdict) => Assert.Equal(
        verdict, Kernel.Http.Wire.Name(Verdicts.Fold([.. Enumerable.Repeat(No, reasons)], isForAnotherMoment)));

    [Theory]
    [InlineData(-1, "authorization.outside-window")]
    [InlineData(0, "")]
    [InlineData(60, "")]
    [InlineData(179, "")]
    [InlineData(180, "authorization.expired authorization.outside-window")]
    public void Authorization_opens_the_gate_from_its_first_moment_to_before_its_last(int minutes, string codes)
    {
        var (change, live) = Approved();

        Assert.Equal(codes, Codes(change, live, Sample.WindowFrom.AddMinutes(minutes)));
    }

    [Fact]
    public void Authorization_of_other_content_opens_nothing()
    {
        var (change, live) = Approved();

        Assert.Equal("authorization.other-content", Codes(change, live with { Digest = Ledger.Digest.None }, Sample.WindowFrom));
    }

    [Fact]
    public void Without_a_live_authorization_the_gate_is_shut()
    {
        Assert.Equal("authorization.none", Codes(Approved().Change, null, Sample.WindowFrom));
        foreach (var change in (Change[])[Sample.Draft(), Sample.InAssess(), Sample.InAuthorize()])
            Assert.Equal("change.not-authorized", Codes(change, null, Sample.WindowFrom));
    }

    [Fact]
    public void Held_change_is_shut_out_even_if_somebody_still_had_its_authorization()
    {
        var (change, live) = Approved();
        Sample.Done(change.Hold("Wait.", Sample.Manager, Sample.Noon));

        Assert.Equal("change.not-authorized", Codes(change, live, Sample.WindowFrom));
    }

    [Fact]
    public void Reasons_say_that_they_come_from_the_gate() =>
        Assert.All(GateSide.Against(Asked(Sample.Draft()), null, Sample.Noon), reason => Assert.Equal(Side.Gate, reason.Side));

    private static (Change Change, ChangeAuthorization Live) Approved()
    {
        var change = Sample.Approved();
        return (change, change.TakeFacts().OfType<ChangeAuthorization>().Single());
    }

    private static GateSide.Asked Asked(Change change) => new(change.Ref, change.Status, change.Digest);

    private static string Codes(Change change, ChangeAuthorization? live, DateTimeOffset at) =>
        string.Join(' ', GateSide.Against(Asked(change), live, at).Select(reason => reason.Code));
}
