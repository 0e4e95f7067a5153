using Sluice.Handover;
using Sluice.Production.Calendar;
using Sluice.Releases.Runbooks;

namespace Sluice.Releases.Tests;

public sealed class ReadinessTests
{
    private readonly Example example = new();

    [Fact]
    public void Release_that_has_everything_is_ready() => Assert.Empty(example.Failing());

    [Fact]
    public void Release_without_changes_is_not_ready()
    {
        foreach (var change in (string[])["CHG-1", "CHG-2"])
            example.Release.Remove(change, example.Gate, Example.Manager, Example.Now);

        Assert.Contains("release.items", example.Failing());
    }

    [Theory]
    [InlineData(ChangeStatus.Authorize)]
    [InlineData(ChangeStatus.OnHold)]
    [InlineData(ChangeStatus.Draft)]
    public void Change_that_is_not_approved_blocks(ChangeStatus status)
    {
        example.Know("CHG-2", status, isAuthorized: false);

        var failing = example.Checks().Where(check => check.Blocks).ToList();

        Assert.Equal(["change.authorized", "change.in-bounds"], failing.Select(check => check.Code));
        Assert.All(failing, check => Assert.Equal("CHG-2", check.Change));
    }

    [Fact]
    public void Authorization_that_has_expired_blocks() =>
        Assert.Contains("change.authorized", example.Failing(Example.Now.AddHours(6)));

    [Fact]
    public void Interval_past_the_authorized_bounds_blocks()
    {
        example.Know("CHG-1", until: Example.Now.AddHours(3));

        Assert.Equal(["change.in-bounds"], example.Failing());
    }

    [Fact]
    public void Change_without_testing_evidence_blocks()
    {
        example.Know("CHG-1", evidence: EvidenceKind.PeerReview);

        Assert.Equal(["evidence.testing"], example.Failing());
    }

    [Theory]
    [InlineData("i1")]
    [InlineData("v1")]
    [InlineData("b1")]
    public void Change_that_cannot_be_implemented_verified_and_backed_out_blocks(string left)
    {
        example.Write([.. Example.Runbook.Where(step => step.Key != left && step.BacksOut != left)
            .Select(step => step with { DependsOn = [.. step.DependsOn.Where(key => key != left)] })]);

        Assert.Equal(["runbook.steps"], example.Failing());
    }

    [Fact]
    public void Dependency_that_is_nowhere_blocks_until_it_is_in_production()
    {
        var waiting = new Example("CHG-9");
        Assert.Equal(["change.dependencies"], waiting.Failing());

        waiting.InProduction.Add("CHG-9");
        Assert.Empty(waiting.Failing());
    }

    [Fact]
    public void Release_without_a_committed_interval_is_pending()
    {
        example.Release.NoGo("Not tonight", Example.Manager, Example.Now);

        Assert.Contains("window.committed", example.Failing());
    }

    [Fact]
    public void Interval_that_has_ended_blocks() => Assert.Contains("window.not-ended", example.Failing(Example.Now.AddHours(4)));

    [Fact]
    public void Freeze_blocks()
    {
        example.Freezes.Add(new("year-end", "Year end", Example.Now, Example.Now.AddDays(1), null, "Closing the books"));

        Assert.Equal(["freeze.none"], example.Failing());
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(5, 20, true)]
    [InlineData(4, 20, false)]
    [InlineData(5, 11, false)]
    public void Capacity_of_the_window_holds_for_all_that_is_booked_in_it(int? changes, int? points, bool fits)
    {
        example.Window = Window(changes, points);
        example.Load = new(3, 10, ["REL-9"]); // with two low-risk changes: five changes, twelve points

        Assert.Equal(fits ? [] : ["window.capacity"], example.Failing());
    }

    [Fact]
    public void Window_that_production_control_holds_blocks()
    {
        example.Window = Window(null, null) with { HeldBecause = "Storage incident" };

        Assert.Equal(["window.not-held"], example.Failing());
    }

    [Fact]
    public void Plan_that_takes_longer_than_the_interval_blocks()
    {
        // In a row: i1, v1, i2, v2, tell. The interval has 300 minutes.
        example.Write([.. Example.Runbook.Select(step => step with { Minutes = 61 })]);

        Assert.Equal(["plan.fits"], example.Failing());
    }

    [Fact]
    public void Steps_that_run_side_by_side_take_as_long_as_the_longest()
    {
        example.Write([.. Example.Runbook.Select(step => step with { Minutes = 61, DependsOn = [] })]);

        Assert.Empty(example.Failing());
        Assert.Equal(61, new Precedence(example.Release).Minutes());
    }

    [Fact]
    public void Item_that_waits_for_another_adds_to_the_plan()
    {
        var waiting = new Example("CHG-1");
        waiting.Write([.. Example.Runbook.Select(step => step with { DependsOn = [] })]);

        Assert.Equal(60, new Precedence(waiting.Release).Minutes());
    }

    [Fact]
    public void Step_that_nobody_may_do_blocks()
    {
        example.Teams["night"] = example.Teams["night"] with { Members = [new("requester")] };

        Assert.Equal(["runbook.staffed"], example.Failing());
    }

    [Fact]
    public void Runbook_that_tells_nobody_blocks()
    {
        example.Write([.. Example.Runbook.Where(step => step.Key != "tell")]);

        Assert.Equal(["runbook.communication"], example.Failing());
    }

    [Fact]
    public void Runbook_that_waits_for_itself_by_way_of_its_items_blocks()
    {
        var waiting = new Example("CHG-1"); // CHG-2 waits for CHG-1 …
        waiting.Write([.. Example.Runbook.Select(step => step.Key == "i1" ? step with { DependsOn = ["v2"] } : step with { DependsOn = [] })]);

        Assert.Contains("runbook.order", waiting.Failing()); // … and a step of CHG-1 for one of CHG-2
    }

    [Fact]
    public void Owner_who_approved_one_of_the_changes_blocks()
    {
        example.Know("CHG-2", decider: "implementer-1");
        example.Write([.. Example.Runbook.Select(step => step.Key == "i1" ? step with { Owner = new("implementer-1") } : step)]);

        Assert.Equal(["four-eyes.kept"], example.Failing());
    }

    private static WindowKnown Window(int? changes, int? points) => new(
        "tonight", "Tonight", Example.Now.AddHours(-1), Example.Now.AddHours(4), "Etc/UTC", ["core-batch"], changes, points, null);
}
