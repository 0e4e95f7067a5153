using Sluice.Changes.Approvals;
using Sluice.Handover;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;

namespace Sluice.Changes.Tests.Approvals;

public sealed class DecisionTests
{
    public static readonly TheoryData<Ruling> Rulings = [.. Enum.GetValues<Ruling>()];

    [Theory, MemberData(nameof(Rulings))]
    public void Requester_cannot_decide_on_own_change_even_from_a_seat(Ruling ruling) => Assert.Equal(
        ["decision.own-change"], Sample.Codes(Sample.Decide(Sample.InAuthorize(), Sample.Requester, ruling)));

    [Theory, MemberData(nameof(Rulings))]
    public void Implementer_cannot_decide(Ruling ruling)
    {
        var change = Sample.InAuthorize();
        change.StaffedWith(Sample.Staffed(change, "owner"));

        Assert.Equal(["decision.implementer"], Sample.Codes(Sample.Decide(change, Sample.Owner, ruling)));
    }

    [Theory, MemberData(nameof(Rulings))]
    public void Who_can_fill_no_seat_does_not_decide(Ruling ruling)
    {
        foreach (var stranger in (Kernel.People.Actor[])[Sample.Auditor, Sample.OtherOwner, Sample.Cab1])
            Assert.Equal(["decision.not-an-approver"], Sample.Codes(Sample.Decide(Sample.InAuthorize(), stranger, ruling)));
    }

    [Fact]
    public void Assessor_may_ask_for_information_and_nothing_else()
    {
        foreach (var ruling in Enum.GetValues<Ruling>())
            Assert.Equal(
                ruling is Ruling.RequestInformation ? [] : ["decision.not-an-approver"],
                Sample.Codes(Sample.Decide(Sample.InAuthorize(), Sample.Reviewer, ruling)));
        Sample.Done(Sample.Decide(Sample.InAssess(), Sample.Reviewer, Ruling.RequestInformation));
    }

    [Fact]
    public void Same_person_does_not_approve_twice()
    {
        var change = Sample.InAuthorize();
        Sample.Done(Sample.Decide(change, Sample.Owner));

        Assert.Equal(["decision.already-approved"], Sample.Codes(Sample.Decide(change, Sample.Owner)));
    }

    [Fact]
    public void Approval_that_no_seat_needs_is_refused()
    {
        var change = Sample.InAuthorize();
        Sample.Done(Sample.Decide(change, Sample.Manager));

        Assert.Equal(["decision.seat-taken"], Sample.Codes(Sample.Decide(change, Sample.Person("second-manager", "change-manager"))));
    }

    [Fact]
    public void Rejecting_needs_no_open_seat_and_one_is_enough()
    {
        var change = Sample.InAuthorize();
        Sample.Done(Sample.Decide(change, Sample.Manager));

        Sample.Done(Sample.Decide(change, Sample.Person("second-manager", "change-manager"), Ruling.Reject));

        Assert.Equal(ChangeStatus.Rejected, change.Status);
    }

    [Fact]
    public void Approver_may_think_better_of_it()
    {
        var change = Sample.InAuthorize();
        Sample.Done(Sample.Decide(change, Sample.Owner));

        Sample.Done(Sample.Decide(change, Sample.Owner, Ruling.Reject));

        Assert.Equal(ChangeStatus.Rejected, change.Status);
    }

    [Fact]
    public void Old_revision_is_not_decided_on()
    {
        var change = Sample.InAuthorize();
        Sample.Done(change.Edit(change.Content with { Title = "Other" }, Sample.Requester, Sample.Noon));

        Assert.Equal(["decision.old-revision"], Sample.Codes(Sample.Decide(change, Sample.Owner, revision: 1)));
        Assert.Equal(["decision.old-revision"], Sample.Codes(Sample.Decide(change, Sample.Owner, revision: 3)));
        Sample.Done(Sample.Decide(change, Sample.Owner, revision: 2));
    }

    [Theory]
    [InlineData(Ruling.Approve, true)]
    [InlineData(Ruling.Reject, false)]
    [InlineData(Ruling.Defer, false)]
    [InlineData(Ruling.RequestInformation, false)]
    public void Whatever_is_not_an_approval_says_why(Ruling ruling, bool mayBeSilent)
    {
        var change = Sample.InAuthorize();

        var refusal = change.Decide(new(ruling, 1, " ", Sample.Noon.AddDays(1), null), Sample.Owners, Sample.Owner, Sample.Noon);

        Assert.Equal(mayBeSilent ? [] : ["text.missing"], Sample.Codes(refusal));
    }

    [Fact]
    public void Deferral_ends_in_the_future()
    {
        Refusal? Defer(DateTimeOffset? until) =>
            Sample.InAuthorize().Decide(new(Ruling.Defer, 1, "Later.", until, null), Sample.Owners, Sample.Owner, Sample.Noon);

        Assert.Equal(["decision.until-missing"], Sample.Codes(Defer(null)));
        Assert.Equal(["decision.until-past"], Sample.Codes(Defer(Sample.Noon)));
        Assert.Null(Defer(Sample.Noon.AddTicks(10)));
    }

    [Fact]
    public void Window_that_has_ended_cannot_be_approved_any_more()
    {
        Assert.Equal(["decision.window-ended"], Sample.Codes(Sample.Decide(Sample.InAuthorize(), Sample.Owner, now: Sample.WindowUntil)));
        Sample.Done(Sample.Decide(Sample.InAuthorize(), Sample.Owner, now: Sample.WindowUntil.AddTicks(-10)));
        Sample.Done(Sample.Decide(Sample.InAuthorize(), Sample.Owner, Ruling.Reject, Sample.WindowUntil));
    }

    [Fact]
    public void All_that_speaks_against_it_is_said_and_what_is_wrong_with_it_first()
    {
        var change = Sample.InAssess();
        change.StaffedWith(Sample.Staffed(change, "requester"));

        var refusal = change.Decide(new(Ruling.Defer, 9, "", null, null), Sample.Owners, Sample.Requester, Sample.Noon)!;

        Assert.Equal(422, refusal.Status());
        Assert.Equal(
            [
                "change.not-in-status", "decision.implementer", "decision.old-revision", "decision.own-change", "decision.until-missing",
                "text.missing",
            ],
            Sample.Codes(refusal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_a_change_in_authorize_is_decided_on()
    {
        foreach (var change in (Change[])[Sample.Draft(), Sample.InAssess(), Sample.Approved()])
            Assert.Contains("change.not-in-status", Sample.Codes(Sample.Decide(change, Sample.Owner, Ruling.Reject)));
    }

    [Fact]
    public void Conditions_of_standing_approvals_bind_the_authorization()
    {
        var change = Sample.InAuthorize();
        Sample.Done(change.Decide(new(Ruling.Approve, 1, "", null, "Call operations first."), Sample.Owners, Sample.Owner, Sample.Noon));
        Sample.Done(change.Decide(new(Ruling.Approve, 1, "", null, "  "), Sample.Owners, Sample.Manager, Sample.Noon));

        var authorization = Assert.Single(change.TakeFacts().OfType<ChangeAuthorization>());

        Assert.Equal(["Call operations first."], authorization.Conditions);
        Assert.Equal((Sample.WindowFrom, Sample.WindowUntil, Sample.WindowUntil), (authorization.From, authorization.Until, authorization.ExpiresAt));
        Assert.Equal((change.Digest, 1, Sample.Requester.Account), (authorization.Digest, authorization.Revision, authorization.Requester));
    }
}
