using Sluice.Changes.Approvals;
using Sluice.Changes.Reviewing;
using Sluice.Handover;

namespace Sluice.Changes.Tests;

/// <summary>What the channel tells the gate of a change it carries out.</summary>
public sealed class ChangeDeliveryTests
{
    [Fact]
    public void Second_report_of_the_same_release_is_no_second_execution_wherever_the_change_is_by_then()
    {
        Action<Change>[] meanwhile =
        [
            _ => { },
            change => Sample.Done(change.Close(CloseCode.Successful, "Fine.", Sample.Manager, Sample.Noon)),
            change => Sample.Done(change.Return("Again.", Sample.Manager, Sample.Noon)),
        ];
        foreach (var act in meanwhile)
        {
            var change = Sample.Approved();
            change.Executed(Sample.Report(change, ExecutionResult.Failed));
            act(change);

            change.Executed(Sample.Report(change, ExecutionResult.BackedOut));

            Assert.Equal(
                (ChangeStatus.Review, ExecutionResult.BackedOut, false),
                (change.Status, change.LastResult, change.ExecutedWithoutAuthorization));
        }
    }

    [Fact]
    public void Report_of_another_release_without_an_authorization_is_flagged()
    {
        var change = Sample.Approved();
        change.Executed(Sample.Report(change, ExecutionResult.Failed));
        Sample.Done(change.Return("Again.", Sample.Manager, Sample.Noon));

        change.Executed(Sample.Report(change, ExecutionResult.Validated, "REL-2"));

        Assert.True(change.ExecutedWithoutAuthorization);
    }

    [Fact]
    public void In_progress_is_being_executed_whatever_its_release_has_reported()
    {
        var change = Sample.Approved();
        change.Delivered(Sample.Moved(change, DeliveryStatus.Failed));
        Assert.True(change.IsExecuting);
        change.Executed(Sample.Report(change, ExecutionResult.Failed));
        Assert.False(change.IsExecuting);

        change.Delivered(Sample.Moved(change, DeliveryStatus.InProgress));

        Assert.True(change.IsExecuting);
    }

    [Fact]
    public void Authorization_outlasts_its_window_while_the_change_is_carried_out_and_no_longer()
    {
        var running = Sample.Approved();
        running.Delivered(Sample.Moved(running, DeliveryStatus.InProgress));
        var (failed, again) = (Sample.Approved(), Sample.Approved());
        failed.Delivered(Sample.Moved(failed, DeliveryStatus.Failed));
        again.Delivered(Sample.Moved(again, DeliveryStatus.Failed));
        again.Executed(Sample.Report(again, ExecutionResult.Failed));
        Sample.Done(again.Return("Again.", Sample.Manager, Sample.Noon));
        Sample.Done(Sample.Decide(again, Sample.Owner));
        Sample.Done(Sample.Decide(again, Sample.Manager));

        foreach (var change in (Change[])[running, failed, again])
            Sample.Done(change.ExpireAuthorization(Sample.WindowUntil));

        Assert.Equal(
            (ChangeStatus.Approved, ChangeStatus.Approved, ChangeStatus.Authorize), (running.Status, failed.Status, again.Status));
    }

    [Fact]
    public void Channel_is_told_of_everybody_who_ever_decided_and_of_nobody_who_only_asked()
    {
        var change = Sample.InAuthorize(5, 5);
        Sample.Done(Sample.Decide(change, Sample.Owner));
        Sample.Done(Sample.Decide(change, Sample.Cab1, Ruling.Defer));
        Sample.Done(change.EndDeferral(null, Sample.Manager, Sample.Noon.AddHours(1)));
        Sample.Done(Sample.Decide(change, Sample.Reviewer, Ruling.RequestInformation));
        Sample.Done(change.Submit("So.", Sample.Requester, Sample.Noon));
        Sample.Done(Sample.Decide(change, Sample.Cab2, Ruling.Reject));
        Sample.Done(change.Revise("Once more.", Sample.Requester, Sample.Noon));
        Sample.Done(change.Edit(change.Content with { Title = "Other" }, Sample.Requester, Sample.Noon));

        var told = change.TakeFacts().OfType<ChangeSnapshot>().Last();

        Assert.Empty(change.StandingApprovals);
        Assert.Equal(["owner", "cab-1", "cab-2"], told.Deciders.Select(person => person.Name));
    }
}
