using Sluice.Handover;

namespace Sluice.Changes.Tests;

public sealed class ChangeHoldTests
{
    [Fact]
    public void Held_approval_is_not_live_and_resumed_it_is_given_anew_by_the_same_people()
    {
        var change = Sample.Approved();
        var first = change.AuthorizationId;
        Sample.Done(change.Hold("Wait.", Sample.Manager, Sample.Noon));
        Assert.Equal((ChangeStatus.OnHold, ChangeStatus.Approved, null), (change.Status, change.ReturnsTo, change.AuthorizationId));

        Sample.Done(change.Resume("Go on.", Sample.Manager, Sample.Noon));

        Assert.Equal(ChangeStatus.Approved, change.Status);
        Assert.NotNull(change.AuthorizationId);
        Assert.NotEqual(first, change.AuthorizationId);
        var facts = change.TakeFacts().ToList();
        Assert.Equal([(first, "held")], facts.OfType<AuthorizationWithdrawn>().Select(fact => ((AuthorizationId?)fact.AuthorizationId, fact.Reason)));
        Assert.Equal(["manager", "owner"], facts.OfType<ChangeAuthorization>().Last().Deciders.Select(decider => decider.Account.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Approval_whose_window_has_passed_meanwhile_has_to_be_given_anew()
    {
        var change = Sample.Approved();
        Sample.Done(change.Hold("Wait.", Sample.Manager, Sample.Noon));

        Sample.Done(change.Resume("Go on.", Sample.Manager, Sample.WindowUntil));

        Assert.Equal((ChangeStatus.Authorize, null), (change.Status, change.AuthorizationId));
        Assert.Empty(change.StandingApprovals);
    }

    [Theory]
    [InlineData(ChangeStatus.Assess)]
    [InlineData(ChangeStatus.Authorize)]
    public void Resumed_change_is_where_it_was(ChangeStatus status)
    {
        var change = status is ChangeStatus.Assess ? Sample.InAssess() : Sample.InAuthorize();
        Sample.Done(change.Hold("Wait.", Sample.Manager, Sample.Noon));

        Sample.Done(change.Resume("Go on.", Sample.Manager, Sample.Noon));

        Assert.Equal((status, null), (change.Status, change.ReturnsTo));
    }

    [Fact]
    public void Approvals_given_before_a_hold_stand_after_it()
    {
        var change = Sample.InAuthorize();
        Sample.Done(Sample.Decide(change, Sample.Owner));
        Sample.Done(change.Hold("Wait.", Sample.Manager, Sample.Noon));
        Sample.Done(change.Resume("Go on.", Sample.Manager, Sample.Noon));

        Sample.Done(Sample.Decide(change, Sample.Manager));

        Assert.Equal(ChangeStatus.Approved, change.Status);
    }

    [Fact]
    public void Authorization_expires_with_its_window_and_not_before()
    {
        var change = Sample.Approved();

        Sample.Done(change.ExpireAuthorization(Sample.WindowUntil.AddTicks(-10)));
        Assert.Equal(ChangeStatus.Approved, change.Status);
        Sample.Done(change.ExpireAuthorization(Sample.WindowUntil));

        Assert.Equal((ChangeStatus.Authorize, null), (change.Status, change.AuthorizationId));
        Assert.Empty(change.StandingApprovals);
        Assert.Equal(["expired"], change.TakeFacts().OfType<AuthorizationWithdrawn>().Select(fact => fact.Reason));
    }

    [Fact]
    public void Nothing_expires_that_is_not_authorized()
    {
        foreach (var change in (Change[])[Sample.Draft(), Sample.InAuthorize(), Held()])
        {
            _ = change.TakeFacts().Count();
            Sample.Done(change.ExpireAuthorization(Sample.WindowUntil.AddYears(1)));
            Assert.Empty(change.TakeFacts());
        }
    }

    [Fact]
    public void Deferred_change_wakes_into_authorize_and_its_approvals_still_stand()
    {
        var change = Sample.InAuthorize();
        Sample.Done(Sample.Decide(change, Sample.Owner));
        Sample.Done(Sample.Decide(change, Sample.Manager, Changes.Approvals.Ruling.Defer));
        Assert.Equal(Sample.Noon.AddHours(1), change.DeferredUntil);

        Sample.Done(change.EndDeferral(null, Kernel.People.Actor.Clockwork(default), Sample.Noon.AddHours(1)));

        Assert.Equal((ChangeStatus.Authorize, null), (change.Status, change.DeferredUntil));
        Assert.Single(change.StandingApprovals);
    }

    private static Change Held()
    {
        var change = Sample.Approved();
        Sample.Done(change.Hold("Wait.", Sample.Manager, Sample.Noon));
        return change;
    }
}
