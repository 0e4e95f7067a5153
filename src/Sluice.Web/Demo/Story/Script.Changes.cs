using Sluice.Changes;
using Sluice.Changes.Approvals;
using Sluice.Changes.Assessment;
using Sluice.Changes.Evidence;
using Sluice.Changes.Reviewing;
using Sluice.Handover;
using Sluice.Kernel.History;

namespace Sluice.Web.Demo.Story;

/// <summary>What people do with changes.</summary>
internal sealed partial class Script
{
    /// <summary>From the first draft to the last approval, in the days before a release; an emergency in its last hours.</summary>
    /// <param name="place">Among the changes of that release: people do one after the other.</param>
    public void Bring(ChangeTale change, DateTimeOffset night, int place)
    {
        var isEmergency = change.Kind is ChangeKind.Emergency;
        Draft(change, Moment(7, 9, -150), night.AddHours(-3), night.AddDays(change.Patience));
        Submit(change, Moment(7, 9, -145));
        if (change.Question is { } question)
        {
            Decide(change, Moment(6, 10), "risk-reviewer", Ruling.RequestInformation, question.Asked);
            Submit(change, Moment(6, 15), question.Answered);
        }
        Assess(change, Moment(5, 10, -130));
        Test(change, Moment(4, 14, -120));
        if (change.PutOff is { } why)
        {
            Decide(change, Moment(4, 16), "change-manager", Ruling.Defer, why, until: night.AddDays(-1));
            Resume(change, Moment(3, 8), "The reason has gone.");
        }
        Approve(change, Moment(3, 11, -110), Estate.ApproversOf(change));

        DateTimeOffset Moment(int workingDays, int hour, int emergency = 0) => isEmergency
            ? night.AddMinutes(emergency + place)
            : StoryDays.WorkingDay(night, workingDays, hour, 4 + (place * 9));
    }

    public void Draft(ChangeTale change, DateTimeOffset at, DateTimeOffset from, DateTimeOffset until) => Add(
        at, change.By, stage => stage.Begins(
            stage.Get<AddChange>().Handle(change.Draft(from, until), stage.Stopping), added => added.Ref), change.Key);

    public void Submit(ChangeTale change, DateTimeOffset at, string? answer = null) => Add(
        at.AddMinutes(3), change.By,
        stage => stage.Tells(stage.Get<SubmitChange>().Handle(stage.Ref(change.Key), new(answer), stage.Stopping)));

    public void Assess(ChangeTale change, DateTimeOffset at) => Add(
        at, "risk-reviewer", stage => stage.Tells(stage.Get<AssessChange>().Handle(
            stage.Ref(change.Key), new(change.Likelihood, change.Impact, Estate.ReasonsFor(change)), stage.Stopping)));

    public void Test(ChangeTale change, DateTimeOffset at) => Add(
        at, "qa", stage => stage.Tells(stage.Get<AttachEvidence>().Handle(
            stage.Ref(change.Key),
            new AttachEvidence.Link(
                EvidenceKind.TestResult, change.IsHost ? "Regression on the test sysplex" : "Pipeline run with contract tests",
                $"https://ci.example/{change.SystemKeys[0]}/{change.Key}", change.Sha256("tested")), stage.Stopping)));

    public void Approve(ChangeTale change, DateTimeOffset at, IEnumerable<string> approvers, int revision = 1)
    {
        foreach (var (approver, place) in approvers.Select((approver, place) => (approver, place)))
            Decide(change, at.AddMinutes(17 * place), approver, Ruling.Approve, "", revision);
    }

    public void Decide(
        ChangeTale change, DateTimeOffset at, string by, Ruling ruling, string comment, int revision = 1, DateTimeOffset? until = null) => Add(
        at, by, stage => stage.Tells(stage.Get<DecideChange>().Handle(
            stage.Ref(change.Key), new(ruling, revision, comment, until), stage.Stopping)));

    public void Resume(ChangeTale change, DateTimeOffset at, string why) => Add(
        at, "change-manager",
        stage => stage.Tells(stage.Get<ResumeChange>().Handle(stage.Ref(change.Key), new(why), stage.Stopping)));

    public void Hold(ChangeTale change, DateTimeOffset at, string why) => Add(
        at, "change-manager",
        stage => stage.Tells(stage.Get<HoldChange>().Handle(stage.Ref(change.Key), new(why), stage.Stopping)));

    public void Cancel(ChangeTale change, DateTimeOffset at, string why) => Add(
        at, change.By,
        stage => stage.Tells(stage.Get<CancelChange>().Handle(stage.Ref(change.Key), new(why), stage.Stopping)));

    public void Edit(ChangeTale change, DateTimeOffset at, ContentDraft edit) => Add(at, change.By, async stage =>
    {
        if (await stage.Sees(stage.Get<ShowChange>().Handle(stage.Ref(change.Key), stage.Stopping)) is { } seen)
            await stage.Tells(stage.Get<EditChange>().Handle(
                stage.Ref(change.Key), edit, Kernel.Http.IfMatch.Seen(seen.Version), [], stage.Stopping));
    });

    public void Review(ChangeTale change, DateTimeOffset at, CloseCode code, string notes) => Add(
        at, "change-manager",
        stage => stage.Tells(stage.Get<ReviewChange>().Handle(stage.Ref(change.Key), new(code, null, notes), stage.Stopping)));

    public void Say(string key, RecordKind kind, DateTimeOffset at, string by, string text) => Add(
        at, by, stage => stage.Tells(stage.Get<AddComment>().Handle(kind, stage.Ref(key), new(text), stage.Stopping)));
}
