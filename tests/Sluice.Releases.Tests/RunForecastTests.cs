using Sluice.Releases.Execution;
using Sluice.Releases.Runbooks;

namespace Sluice.Releases.Tests;

/// <summary>Two changes one after the other, thirty minutes a step: implement, verify, implement, verify, tell.</summary>
public sealed class RunForecastTests
{
    private readonly Example example = new();

    private static DateTimeOffset At(double minutes) => Example.Now.AddMinutes(minutes);

    [Fact]
    public void Before_the_start_everything_is_as_planned_from_now_on()
    {
        var forecast = new RunForecast(example.Release, At(0));

        Assert.Equal(At(150), forecast.PlannedFinish);
        Assert.Equal(At(150), forecast.LikelyFinish);
        Assert.Empty(forecast.WayBack);
        Assert.Equal(example.Release.Until, forecast.LastSafeBackOut);
    }

    [Fact]
    public void Before_its_interval_has_begun_it_is_planned_from_there()
    {
        var forecast = new RunForecast(example.Release, At(-120));

        Assert.Equal(At(-60 + 150), forecast.PlannedFinish);
        Assert.Equal(At(-60 + 150), forecast.LikelyFinish);
    }

    [Fact]
    public void Running_step_keeps_to_its_minutes_until_it_has_taken_longer()
    {
        Run("i1", from: 0);

        Assert.Equal(At(150), new RunForecast(example.Release, At(20)).LikelyFinish);
        var late = new RunForecast(example.Release, At(45));
        Assert.Equal(At(165), late.LikelyFinish);
        Assert.Equal(At(150), late.PlannedFinish);
        Assert.Equal(TimeSpan.FromMinutes(15), late.Late(example.Release.Step("i1")!));
    }

    [Fact]
    public void Step_that_was_quick_brings_the_end_forward()
    {
        Run("i1", from: 0, until: 10);

        Assert.Equal(At(10 + 120), new RunForecast(example.Release, At(10)).LikelyFinish);
    }

    [Fact]
    public void Time_in_which_nothing_runs_pushes_the_end_back()
    {
        Run("i1", from: 0, until: 30);

        Assert.Equal(At(50 + 120), new RunForecast(example.Release, At(50)).LikelyFinish);
    }

    [Fact]
    public void Failed_step_is_expected_to_be_done_once_more()
    {
        Run("i1", from: 0);
        example.Do(StepFact.NotCompleted, "i1", 25);

        Assert.Equal(At(40 + 150), new RunForecast(example.Release, At(40)).LikelyFinish);
    }

    [Fact]
    public void What_has_not_ended_and_sets_the_end_is_critical()
    {
        Run("i1", from: 0, until: 30);

        Assert.Equal(["i2", "tell", "v1", "v2"], new RunForecast(example.Release, At(30)).Critical.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Way_back_grows_with_what_has_been_altered()
    {
        Run("i1", from: 0);

        var forecast = new RunForecast(example.Release, At(5));
        Assert.Equal(["b1"], forecast.WayBack.Select(step => step.Key));
        Assert.Equal(TimeSpan.FromMinutes(30), forecast.BackOutTime);
        Assert.Equal(TimeSpan.FromMinutes(30), forecast.VerificationTime);
        Assert.Equal(TimeSpan.FromMinutes(6), forecast.Reserve);
        Assert.Equal(At(240 - 30 - 30 - 6), forecast.LastSafeBackOut);

        Finish("i1", 30);
        Run("v1", from: 30, until: 60);
        Run("i2", from: 60);
        Assert.Equal(["b2", "b1"], new RunForecast(example.Release, At(61)).WayBack.Select(step => step.Key));
        Assert.Equal(At(240 - 60 - 60 - 12), new RunForecast(example.Release, At(61)).LastSafeBackOut);
    }

    [Fact]
    public void While_everything_is_backed_out_it_is_what_is_left_of_that()
    {
        Run("i1", from: 0, until: 30);
        Run("v1", from: 30, until: 60);
        Run("i2", from: 60, until: 90);
        Assert.Null(example.Release.BackOutAll("It does not work", Example.Manager, At(95)));
        Assert.Equal(["b2", "b1"], new RunForecast(example.Release, At(95)).WayBack.Select(step => step.Key));

        Run("b2", from: 96, until: 110);

        Assert.Equal(["b1"], new RunForecast(example.Release, At(110)).WayBack.Select(step => step.Key));
    }

    [Fact]
    public void What_has_gone_back_is_still_to_be_seen_to_be_as_it_was_until_all_has()
    {
        Run("i1", from: 0, until: 30);
        Run("v1", from: 30, until: 60);
        Run("i2", from: 60, until: 90);
        Assert.Null(example.Release.BackOutAll("It does not work", Example.Manager, At(95)));
        Assert.Equal(TimeSpan.FromMinutes(60), new RunForecast(example.Release, At(95)).VerificationTime);

        Run("b2", from: 96, until: 110);

        var halfWay = new RunForecast(example.Release, At(110));
        Assert.Equal(TimeSpan.FromMinutes(60), halfWay.VerificationTime);
        Assert.Equal(TimeSpan.FromMinutes(9), halfWay.Reserve);
        Assert.Equal(At(240 - 30 - 60 - 9), halfWay.LastSafeBackOut);

        Run("b1", from: 110, until: 140);

        Assert.Equal(example.Release.Until, new RunForecast(example.Release, At(140)).LastSafeBackOut);
    }

    [Fact]
    public void Change_backed_out_alone_is_seen_to_with_the_rest_before_and_after_that_is_ordered_back()
    {
        Run("i1", from: 0, until: 30);
        Run("v1", from: 30, until: 60);
        Run("i2", from: 60, until: 90);
        Assert.Null(example.Release.BackOut(example.Release.Item("CHG-2")!, "It alone does not work", Example.Manager, At(95)));
        Run("b2", from: 96, until: 110);
        var before = new RunForecast(example.Release, At(110));

        Assert.Null(example.Release.BackOutAll("The other does not work without it", Example.Manager, At(115)));

        var after = new RunForecast(example.Release, At(115));
        Assert.Equal(TimeSpan.FromMinutes(60), before.VerificationTime);
        Assert.Equal(before.LastSafeBackOut, after.LastSafeBackOut);
    }

    [Fact]
    public void Back_out_step_that_failed_is_still_to_be_done()
    {
        Run("i1", from: 0, until: 30);
        Assert.Null(example.Release.BackOutAll("It does not work", Example.Manager, At(35)));
        Run("b1", from: 36);
        example.Release.Advance(
            example.Release.Step("b1")!, StepFact.NotCompleted, "The library is locked", [], example.Gate, Example.Implementer, At(50));

        var forecast = new RunForecast(example.Release, At(51));

        Assert.Equal(["b1"], forecast.WayBack.Select(step => step.Key));
        Assert.Equal(At(240 - 30 - 30 - 6), forecast.LastSafeBackOut);
    }

    private void Run(string key, double from, double? until = null)
    {
        if (example.Release.StartedAt is null)
            example.Start();
        example.Release.Advance(example.Release.Step(key)!, StepFact.Started, null, [], example.Gate, Example.Implementer, At(from));
        if (until is { } end)
            Finish(key, end);
    }

    private void Finish(string key, double minutes) => example.Release.Advance(
        example.Release.Step(key)!, StepFact.Completed, null, [], example.Gate, Example.Implementer, At(minutes));
}
