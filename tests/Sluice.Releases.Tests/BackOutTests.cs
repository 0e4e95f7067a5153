using Sluice.Handover;
using Sluice.Releases.Runbooks;

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
    public void Failed_back_out_step_keeps_the_release_from_validating()
    {
        example.Done("i1", "v1", "i2", "v2", "tell");
        BackOut("CHG-1");
        example.Do(StepFact.Started, "b1");
        example.Do(StepFact.NotCompleted, "b1");

        Assert.Equal(ReleaseStatus.Executing, example.Release.Status);
        Assert.NotEqual(DeliveryStatus.BackedOut, example.Of("CHG-1"));
    }

    private void BackOut(string change) =>
        example.Release.BackOut(example.Release.Item(change)!, "It does not work", Example.Manager, Example.Now.AddHours(1));
}
