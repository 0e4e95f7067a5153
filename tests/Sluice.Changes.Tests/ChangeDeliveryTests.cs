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
}
