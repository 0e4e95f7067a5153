using Sluice.Handover;
using Sluice.Releases.Runbooks;
using Sluice.Releases.Validation;

namespace Sluice.Releases.Tests;

public sealed class BackOutTests
{
    private readonly Example example = new();

    public BackOutTests() => example.Start();

    [Fact]
    public void Failed_item_is_backed_out_while_the_release_goes_on()
    {
        example.Done("i1", "v1");
        example.Do(StepFact.Started, "i2");
        example.Do(StepFact.NotCompleted, "i2");
        BackOut("CHG-2");

        Assert.Equal(StepStatus.Pending, example.Release.Step("b2")!.Status);
        Assert.Equal(StepStatus.Skipped, example.Release.Step("v2")!.Status);
        Assert.Equal(ReleaseStatus.Executing, example.Release.Status);

        example.Done("b2");

        Assert.Equal(DeliveryStatus.BackedOut, example.Of("CHG-2"));
        Assert.Equal(StepStatus.BackedOut, example.Release.Step("i2")!.Status);
        Assert.Equal(DeliveryStatus.Implemented, example.Of("CHG-1"));
        Assert.Equal(ExecutionResult.BackedOut, example.Told().OfType<ExecutionReport>().Single().Result);
    }

    [Fact]
    public void What_was_done_last_is_backed_out_first()
    {
        example.Done("i1", "v1", "i2");
        example.Release.BackOutAll("Storage is full", Example.Manager, Example.Now.AddHours(1));

        Assert.Equal(ReleaseStatus.BackingOut, example.Release.Status);
        Assert.Equal((1, 2), (example.Release.Step("b2")!.Turn, example.Release.Step("b1")!.Turn));
        Assert.Equal(["step.turn"], example.Against("b1", StepFact.Started, Example.Implementer));
        Assert.Empty(example.Against("b2", StepFact.Started, Example.Implementer));

        example.Done("b2", "b1");

        Assert.Equal(ReleaseStatus.Validating, example.Release.Status);
        Assert.All(example.Release.Items, item => Assert.Equal(DeliveryStatus.BackedOut, item.Status));
    }

    [Fact]
    public void Step_under_way_is_interrupted_and_its_partner_called_up()
    {
        example.Do(StepFact.Started, "i1");
        BackOut("CHG-1");

        Assert.Equal(StepStatus.Failed, example.Release.Step("i1")!.Status);
        Assert.Equal(StepStatus.Pending, example.Release.Step("b1")!.Status);
    }

    [Fact]
    public void Back_out_step_of_what_was_never_done_stands_by()
    {
        example.Done("i1");
        example.Release.BackOutAll("Called off", Example.Manager, Example.Now.AddHours(1));

        Assert.Equal(StepStatus.Standby, example.Release.Step("b2")!.Status);
        Assert.Equal(DeliveryStatus.BackedOut, example.Of("CHG-2"));
    }

    [Fact]
    public void Validated_item_can_still_be_backed_out_and_is_reported_again()
    {
        example.Done("i1", "v1", "i2", "v2", "tell");
        example.Release.Validate(example.Release.Item("CHG-1")!, true, "", Example.Qa, Example.Now);
        Assert.Equal(ReleaseStatus.Validating, example.Release.Status);

        BackOut("CHG-1");
        Assert.Equal(ReleaseStatus.Executing, example.Release.Status);

        example.Done("b1");
        Assert.Equal(ReleaseStatus.Validating, example.Release.Status);
        Assert.Equal(
            [ExecutionResult.Validated, ExecutionResult.BackedOut],
            example.Told().OfType<ExecutionReport>().Select(report => report.Result));
    }

    [Fact]
    public void Failed_back_out_step_fails_its_item_until_it_is_done_over()
    {
        example.Done("i1", "v1", "i2", "v2", "tell");
        BackOut("CHG-1");
        example.Do(StepFact.Started, "b1");
        example.Do(StepFact.NotCompleted, "b1");

        Assert.Equal(ReleaseStatus.Executing, example.Release.Status);
        Assert.Equal(DeliveryStatus.Failed, example.Of("CHG-1"));

        example.Done("b1");
        Assert.Equal(DeliveryStatus.BackedOut, example.Of("CHG-1"));
    }

    [Fact]
    public void Release_whose_back_out_has_failed_can_still_be_closed_as_failed()
    {
        example.Done("i1", "v1", "i2", "v2", "tell");
        example.Release.BackOutAll("It does not work", Example.Manager, Example.Now.AddHours(1));
        example.Done("b2");
        example.Do(StepFact.Started, "b1");
        example.Do(StepFact.NotCompleted, "b1");

        Assert.Empty(CloseRelease.Against(example.Release, Example.Manager));
        Assert.Null(example.Release.Close(CloseOutcome.Failed, "By hand, tomorrow", Example.Manager, Example.Now.AddHours(2)));
        Assert.Equal(ReleaseStatus.Failed, example.Release.Status);
    }

    [Fact]
    public void Nothing_of_an_item_that_is_backed_out_is_begun_again()
    {
        example.Do(StepFact.Started, "i1");
        example.Do(StepFact.NotCompleted, "i1");
        BackOut("CHG-1");
        Assert.Equal(["item.ended"], example.Against("i1", StepFact.Started, Example.Implementer));

        example.Done("b1");
        example.Know("CHG-1", ChangeStatus.Authorize, isAuthorized: false);
        Assert.Contains("item.ended", RunbookReasons([.. Example.Runbook, Example.Step("again", StepPhase.Implement, "CHG-1")]));
    }

    [Fact]
    public void Whoever_waits_for_what_is_backed_out_waits_no_longer()
    {
        example.Done("i1", "v1", "i2");
        example.Do(StepFact.Started, "v2");
        example.Do(StepFact.NotCompleted, "v2");
        Assert.Equal(["step.waits"], example.Against("tell", StepFact.Started, Example.Implementer));

        BackOut("CHG-2");

        Assert.Empty(example.Against("tell", StepFact.Started, Example.Implementer));
        Assert.Empty(example.Against("b2", StepFact.Started, Example.Implementer));
    }

    [Fact]
    public void Back_out_step_waits_for_none_of_what_it_reverses()
    {
        var other = new Example();
        other.Write([.. Example.Runbook.Select(step => step.Key == "b1" ? step with { DependsOn = ["i1"] } : step)]);
        other.Release.Schedule(other.Release.PlannedInterval!, Example.Manager, Example.Now);
        other.Start();
        other.Do(StepFact.Started, "i1");
        other.Do(StepFact.NotCompleted, "i1");
        other.Release.BackOut(other.Release.Item("CHG-1")!, "It does not work", Example.Manager, Example.Now);

        Assert.Empty(other.Against("b1", StepFact.Started, Example.Implementer));
    }

    [Fact]
    public void Back_out_step_that_reverses_no_single_step_stands_by_for_a_change_that_never_began()
    {
        var other = new Example();
        other.Write([.. Example.Runbook, Example.Step("c1", StepPhase.BackOut, "CHG-1"), Example.Step("c2", StepPhase.BackOut, "CHG-2")]);
        other.Release.Schedule(other.Release.PlannedInterval!, Example.Manager, Example.Now);
        other.Start();
        other.Done("i1");
        other.Release.BackOutAll("Called off", Example.Manager, Example.Now.AddHours(1));

        Assert.Equal(StepStatus.Pending, other.Release.Step("c1")!.Status);
        Assert.Equal(StepStatus.Standby, other.Release.Step("c2")!.Status);
    }

    private List<string> RunbookReasons(IReadOnlyList<StepPlan> steps) => [.. example.AgainstRunbook(steps).Select(reason => reason.Code)];

    private void BackOut(string change) =>
        example.Release.BackOut(example.Release.Item(change)!, "It does not work", Example.Manager, Example.Now.AddHours(1));
}
