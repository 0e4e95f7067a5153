using Sluice.Handover;

namespace Sluice.Releases.Tests;

public sealed class PlanTests
{
    private readonly Example example = new();

    [Fact]
    public void Go_signs_the_runbook_and_makes_its_changes_ready()
    {
        example.Release.Go("", example.Gate, Example.Manager, Example.Now);

        Assert.Equal(ReleaseStatus.Ready, example.Release.Status);
        Assert.Equal(example.Release.RunbookDigest(), example.Release.GoDigest);
        Assert.All(example.Release.Items, item => Assert.Equal(DeliveryStatus.Ready, item.Status));
    }

    [Fact]
    public void Edit_of_the_runbook_voids_go()
    {
        example.Release.Go("", example.Gate, Example.Manager, Example.Now);
        var signed = example.Release.GoDigest;
        example.Write([.. Example.Runbook.Select(step => step with { Minutes = step.Minutes + 1 })]);

        Assert.Equal(ReleaseStatus.Scheduled, example.Release.Status);
        Assert.Null(example.Release.GoDigest);
        Assert.NotEqual(signed, example.Release.RunbookDigest());
        Assert.All(example.Release.Items, item => Assert.Equal(DeliveryStatus.Scheduled, item.Status));
    }

    [Fact]
    public void No_go_makes_the_items_late_and_says_why()
    {
        example.Told();
        example.Release.NoGo("Too few people", Example.Manager, Example.Now);

        Assert.Equal(ReleaseStatus.Planning, example.Release.Status);
        Assert.All(example.Told().OfType<DeliveryMoved>(), moved =>
            Assert.Equal((DeliveryStatus.Delayed, "no-go"), (moved.Status, moved.Reason)));
    }

    [Fact]
    public void Change_that_leaves_before_a_window_was_committed_is_unplanned_and_not_late()
    {
        var release = Release.Draft(2, "Later", "", null, Example.Manager, Example.Now);
        release.Add(example.Gate["CHG-1"]!, null, [], DeliveryStatus.Unplanned, Example.Manager, Example.Now);
        _ = release.TakeFacts().ToList();
        release.Remove("CHG-1", example.Gate, Example.Manager, Example.Now);

        var moved = Assert.Single(release.TakeFacts().OfType<DeliveryMoved>());
        Assert.Equal((DeliveryStatus.Unplanned, null, null), (moved.Status, moved.Release, moved.Reason));
    }

    [Fact]
    public void Change_that_leaves_a_committed_release_is_late_and_its_steps_leave_with_it()
    {
        example.Told();
        example.Release.Remove("CHG-2", example.Gate, Example.Manager, Example.Now);

        Assert.Equal(DeliveryStatus.Delayed, example.Told().OfType<DeliveryMoved>().Single().Status);
        Assert.DoesNotContain(example.Release.Runbook, step => step.Plan.Change == "CHG-2");
    }

    [Fact]
    public void Window_that_passes_unused_makes_the_items_late()
    {
        example.Release.MissWindow(Example.Now.AddHours(5));

        Assert.Equal(ReleaseStatus.Planning, example.Release.Status);
        Assert.All(example.Release.Items, item => Assert.Equal(DeliveryStatus.Delayed, item.Status));
    }

    [Fact]
    public void Late_change_is_scheduled_again_with_its_release()
    {
        example.Release.NoGo("Not tonight", Example.Manager, Example.Now);
        example.Release.Schedule(new(null, Example.Now.AddDays(1), Example.Now.AddDays(2), "Etc/UTC"), Example.Manager, Example.Now);

        Assert.All(example.Release.Items, item => Assert.Equal(DeliveryStatus.Scheduled, item.Status));
    }

    [Fact]
    public void Every_move_that_relies_on_the_gate_names_the_snapshot_it_saw()
    {
        example.Told();
        example.Start();

        Assert.All(example.Told().OfType<DeliveryMoved>(), moved => Assert.Equal(7, moved.Seen));
    }
}
