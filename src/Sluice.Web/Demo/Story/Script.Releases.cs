using Sluice.Kernel.Http;
using Sluice.Releases;
using Sluice.Releases.Execution;
using Sluice.Releases.Readiness;
using Sluice.Releases.Runbooks;
using Sluice.Releases.Validation;

namespace Sluice.Web.Demo.Story;

/// <summary>What people do with releases.</summary>
internal sealed partial class Script
{
    private const string ReleaseManager = "release-manager";

    public void Plan(string key, string title, string goal, DateTimeOffset at) => Add(
        at, ReleaseManager, stage => stage.Begins(
            stage.Get<AddRelease>().Handle(new(title, goal), stage.Stopping), added => added.Ref), key);

    public void Take(string key, ChangeTale change, DateTimeOffset at) => Add(
        at, ReleaseManager,
        stage => stage.Tells(stage.Get<AddItem>().Handle(stage.Ref(key), new(stage.Ref(change.Key)), stage.Stopping)));

    public void Write(string key, DateTimeOffset at, IReadOnlyList<WriteRunbook.StepDraft> steps) => Add(at, ReleaseManager, async stage =>
    {
        if (await stage.Sees(stage.Get<ShowRelease>().Handle(stage.Ref(key), stage.Stopping)) is { } seen)
            await stage.Tells(stage.Get<WriteRunbook>().Handle(
                stage.Ref(key), new([.. steps.Select(step => step.Change is null ? step : step with { Change = stage.Ref(step.Change) })]),
                IfMatch.Seen(seen.Version), stage.Stopping));
    });

    public void Schedule(string key, DateTimeOffset at, string window) => Add(
        at, ReleaseManager,
        stage => stage.Tells(stage.Get<ScheduleRelease>().Handle(stage.Ref(key), new(window), stage.Stopping)));

    public void Schedule(string key, DateTimeOffset at, DateTimeOffset from, DateTimeOffset until) => Add(
        at, ReleaseManager, stage => stage.Tells(stage.Get<ScheduleRelease>().Handle(
            stage.Ref(key), new(null, from, until, StoryDays.ZoneId), stage.Stopping)));

    public void Decide(string key, DateTimeOffset at, GoDecision decision, string comment) => Add(
        at, ReleaseManager,
        stage => stage.Tells(stage.Get<DecideRelease>().Handle(stage.Ref(key), new(decision, comment), stage.Stopping)));

    public void Start(string key, DateTimeOffset at) => Add(
        at, ReleaseManager, stage => stage.Tells(stage.Get<StartRelease>().Handle(stage.Ref(key), new(), stage.Stopping)));

    public void CallOff(string key, DateTimeOffset at, string why) => Add(
        at, ReleaseManager,
        stage => stage.Tells(stage.Get<CancelRelease>().Handle(stage.Ref(key), new(why), stage.Stopping)));

    /// <param name="action"><c>start</c>, <c>complete</c>, <c>fail</c> or <c>skip</c>.</param>
    public void Step(string key, string step, DateTimeOffset at, string by, string action, string? notes = null) => Add(
        at, by, stage => stage.Tells(stage.Get<ActOnStep>().Handle(stage.Ref(key), step, action, new(notes), stage.Stopping)));

    /// <param name="change">Everything, when null.</param>
    public void BackOut(string key, DateTimeOffset at, string why, ChangeTale? change = null) => Add(
        at, ReleaseManager, stage => stage.Tells(stage.Get<BackOutRelease>().Handle(
            stage.Ref(key), new(why, change is null ? null : stage.Ref(change.Key)), stage.Stopping)));

    public void Validate(string key, ChangeTale change, DateTimeOffset at, string by, bool passed, string notes) => Add(
        at, by, stage => stage.Tells(stage.Get<ValidateItem>().Handle(
            stage.Ref(key), new(stage.Ref(change.Key), passed, notes), stage.Stopping)));

    public void Close(string key, DateTimeOffset at, CloseOutcome outcome, string notes) => Add(
        at, ReleaseManager,
        stage => stage.Tells(stage.Get<CloseRelease>().Handle(stage.Ref(key), new(outcome, notes), stage.Stopping)));
}
