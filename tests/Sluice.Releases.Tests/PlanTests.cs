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

    [Fact]
    public void Change_that_leaves_a_ready_release_is_told_of_once()
    {
        example.Release.Go("", example.Gate, Example.Manager, Example.Now);
        example.Told();

        example.Release.Remove("CHG-2", example.Gate, Example.Manager, Example.Now);

        Assert.Equal(
            [("CHG-1", DeliveryStatus.Scheduled), ("CHG-2", DeliveryStatus.Delayed)],
            example.Told().OfType<DeliveryMoved>().Select(moved => (RefOf(moved.ChangeId), moved.Status)));

        string RefOf(ChangeId id) => example.Gate.All.Single(known => known.Snapshot.ChangeId == id).Snapshot.Ref;
    }

    [Theory]
    [InlineData("/window", null)]
    [InlineData("/from /until", "22:00")]
    public void Wish_is_cleared_by_saying_that_it_is_null(string removed, string? own)
    {
        var planned = new CommittedInterval(own is null ? "night" : null, Example.Now, Example.Now.AddHours(1), "Europe/Zurich");

        Assert.True(IntervalDraft.Over(planned, new(), removed.Split(' ').ToHashSet()).IsEmpty);
        Assert.True(IntervalDraft.Over(planned, new(), new HashSet<string>()).Says(planned));
    }

    [Fact]
    public void Own_interval_ends_a_window_and_a_zone_alone_moves_an_own_interval()
    {
        var own = new CommittedInterval(null, Example.Now, Example.Now.AddHours(1), "Etc/UTC");
        var zoned = IntervalDraft.Over(own, new(Zone: "Europe/Zurich"), new HashSet<string>());
        Assert.Equal(own with { Zone = "Europe/Zurich" }, zoned.ToInterval(null));

        var moved = IntervalDraft.Over(own with { Window = "night" }, new(Until: Example.Now.AddHours(2)), new HashSet<string>());
        Assert.Equal((null, Example.Now, Example.Now.AddHours(2)), (moved.Window, moved.From, moved.Until));
    }

    [Fact]
    public void Plan_has_to_fit_into_what_is_left_of_the_interval()
    {
        Assert.Empty(example.Failing());
        Assert.Equal(["plan.fits"], example.Failing(Example.Now.AddHours(3)));
    }
}
