using Sluice.Handover;
using Sluice.Releases.Runbooks;

namespace Sluice.Releases.Tests;

public sealed class RunTests
{
    private readonly Example example = new();

    public RunTests()
    {
        example.Start();
        example.Told();
    }

    [Fact]
    public void Started_release_has_all_its_changes_in_progress()
    {
        Assert.Equal(ReleaseStatus.Executing, example.Release.Status);
        Assert.All(example.Release.Items, item => Assert.Equal(DeliveryStatus.InProgress, item.Status));
    }

    [Fact]
    public void Step_waits_for_those_before_it()
    {
        Assert.Empty(example.Against("i1", StepFact.Started, Example.Implementer));
        Assert.Equal(["step.waits"], example.Against("v1", StepFact.Started, Example.Implementer));

        example.Done("i1");

        Assert.Empty(example.Against("v1", StepFact.Started, Example.Implementer));
    }

    [Fact]
    public void Step_is_done_by_its_owner_or_by_its_team()
    {
        var stranger = Example.Person("implementer-9", "implementer");
        var withoutRole = Example.Person("qa", "stakeholder");

        Assert.Equal(["step.not-yours"], example.Against("i1", StepFact.Started, stranger));
        Assert.Equal(["step.not-yours"], example.Against("i1", StepFact.Started, withoutRole));
    }

    [Fact]
    public void Same_step_is_not_started_twice()
    {
        example.Do(StepFact.Started, "i1");

        Assert.Equal(["step.not-in-status"], example.Against("i1", StepFact.Started, Example.Implementer));
    }

    [Fact]
    public void Whoever_approved_a_change_does_no_step_that_alters_production()
    {
        example.Know("CHG-2", decider: "implementer-1");

        Assert.Equal(["four-eyes.decider"], example.Against("i1", StepFact.Started, Example.Implementer));
        Assert.DoesNotContain("four-eyes.decider", example.Against("v1", StepFact.Started, Example.Implementer));
    }

    [Fact]
    public void Author_of_an_artefact_does_not_implement_it_unless_the_system_allows_it()
    {
        example.Know("CHG-1", author: "implementer-1");
        Assert.Equal(["four-eyes.author"], example.Against("i1", StepFact.Started, Example.Implementer));

        example.AuthorsMayImplement.Add("core-batch");
        Assert.Empty(example.Against("i1", StepFact.Started, Example.Implementer));
    }

    [Fact]
    public void First_step_of_an_item_asks_for_its_authorization_once_more()
    {
        example.Know("CHG-1", ChangeStatus.Authorize, isAuthorized: false);
        Assert.Equal(["change.not-authorized"], example.Against("i1", StepFact.Started, Example.Implementer));

        example.Know("CHG-1", until: Example.Now.AddHours(3));
        Assert.Equal(
            ["change.not-authorized"], example.Against("i1", StepFact.Started, Example.Implementer, Example.Now.AddHours(3)));
    }

    [Fact]
    public void Suspended_release_finishes_what_is_under_way_and_begins_nothing()
    {
        example.Do(StepFact.Started, "i1");
        example.Release.Suspend(null, Example.Manager, Example.Now);

        Assert.Empty(example.Against("i1", StepFact.Completed, Example.Implementer));
        Assert.Contains("release.not-in-status", example.Against("i2", StepFact.Started, Example.Implementer));
    }

    [Fact]
    public void Item_is_implemented_when_all_its_steps_have_ended_and_the_release_validates_when_all_have()
    {
        example.Done("i1", "v1");
        Assert.Equal(DeliveryStatus.Implemented, example.Of("CHG-1"));
        Assert.Equal(ReleaseStatus.Executing, example.Release.Status);

        example.Done("i2", "v2", "tell");
        Assert.Equal(ReleaseStatus.Validating, example.Release.Status);
    }

    [Fact]
    public void Failed_step_fails_its_item_and_leaves_the_release_executing()
    {
        example.Do(StepFact.Started, "i1");
        example.Do(StepFact.NotCompleted, "i1");

        Assert.Equal(DeliveryStatus.Failed, example.Of("CHG-1"));
        Assert.Equal(ReleaseStatus.Executing, example.Release.Status);
    }

    [Fact]
    public void Failed_step_that_is_done_over_puts_its_item_back_in_progress()
    {
        example.Do(StepFact.Started, "i1");
        example.Do(StepFact.NotCompleted, "i1");
        example.Do(StepFact.Started, "i1");

        Assert.Equal(DeliveryStatus.InProgress, example.Of("CHG-1"));
    }

    [Fact]
    public void Gate_is_told_who_implements_as_soon_as_somebody_does()
    {
        example.Do(StepFact.Started, "i1");

        var staffing = example.Told().OfType<StaffingDeclared>().ToList();
        Assert.Equal(2, staffing.Count);
        Assert.All(staffing, declared => Assert.Equal([Example.Implementer.Account], declared.People));
    }

    [Fact]
    public void Validated_item_is_reported_to_the_gate_once()
    {
        example.Done("i1", "v1");
        example.Told();

        example.Release.Validate(example.Release.Item("CHG-1")!, true, "As it should be", Example.Qa, Example.Now);

        var report = Assert.Single(example.Told().OfType<ExecutionReport>());
        Assert.Equal((ExecutionResult.Validated, "REL-1"), (report.Result, report.Release));
    }

    [Fact]
    public void Nothing_begins_on_a_change_in_a_held_window_in_a_freeze_or_after_the_end()
    {
        example.Done("i1", "v1");
        example.Window = new(
            "night", "Night", Example.Now.AddHours(-1), Example.Now.AddHours(4), "Etc/UTC", [], null, null, "Batch is late");
        example.Freezes.Add(new("year-end", "Year end", Example.Now, Example.Now.AddDays(1), null, "Closing"));

        Assert.Equal(
            ["window.closed", "window.held", "freeze.active"],
            example.Against("i2", StepFact.Started, Example.Implementer, Example.Now.AddHours(4)));
    }

    [Fact]
    public void What_has_begun_goes_on_after_the_end()
    {
        example.Done("i1");
        example.Freezes.Add(new("year-end", "Year end", Example.Now, Example.Now.AddDays(1), null, "Closing"));

        Assert.Empty(example.Against("v1", StepFact.Started, Example.Implementer, Example.Now.AddHours(5)));
    }

    [Fact]
    public void Last_step_that_implements_a_change_is_neither_left_out_nor_dropped()
    {
        Assert.Equal(["step.last-to-implement"], example.Against("i1", StepFact.LeftOut, Example.Implementer));
        Assert.Empty(example.Against("v1", StepFact.LeftOut, Example.Implementer));
        Assert.Equal(
            ["step.last-to-implement"],
            example.AgainstRunbook([.. Example.Runbook.Where(step => step.Key is not ("i2" or "b2" or "v2" or "tell"))]).Select(reason => reason.Code));
        Assert.Empty(example.AgainstRunbook(
            [.. Example.Runbook.Select(step => step.Key == "i2" ? step with { Title = "Otherwise" } : step)]));
    }

    [Fact]
    public void Nothing_is_added_to_a_change_whose_end_has_been_reported()
    {
        example.Done("i1", "v1");
        example.Release.Validate(example.Release.Item("CHG-1")!, passed: false, "Wrong totals", Example.Qa, Example.Now);

        var reasons = example.AgainstRunbook([.. Example.Runbook, Example.Step("again", StepPhase.Implement, "CHG-1")]).ToList();

        Assert.Equal(("item.ended", "/steps/7"), (Assert.Single(reasons).Code, reasons[0].Pointer));
    }

    [Fact]
    public void Deviation_is_marked_and_what_has_begun_stands()
    {
        example.Done("i1");
        example.Write([.. Example.Runbook, Example.Step("extra", StepPhase.Verify, "CHG-1")]);

        Assert.True(example.Release.Step("extra")!.IsDeviation);
        Assert.False(example.Release.Step("i2")!.IsDeviation);
        Assert.Equal(StepStatus.Done, example.Release.Step("i1")!.Status);
    }
}
