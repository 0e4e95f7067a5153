using Sluice.Changes.Reviewing;
using Sluice.Releases;
using Sluice.Releases.Readiness;

namespace Sluice.Web.Demo.Story;

/// <summary>Nights that have ended: from planning a release to the reviews of what was in it.</summary>
internal sealed partial class Script
{
    private readonly HashSet<string> brought = [];

    public void Run(ReleaseTale release)
    {
        var night = release.Night ?? Days.Evening(release.WeeksAgo, release.Day, release.Hour);
        foreach (var (change, place) in release.Items.Select((change, place) => (change, place)))
            if (brought.Add(change.Key)) // Or an earlier release has lost its window with it.
                Bring(change, night, place);

        Prepare(release, night);
        if (release.Course is Course.CalledOff)
        {
            Decide(release.Key, night.AddHours(-4), GoDecision.NoGo, release.Because);
            CallOff(release.Key, night.AddHours(-3), "Its changes go with the next release.");
            return;
        }
        Decide(release.Key, night.AddMinutes(-20), GoDecision.Go, "All checks pass. Everybody is here.");
        Start(release.Key, night.AddMinutes(1));
        var ended = Do(release, night.AddMinutes(2));
        ended = Validate(release, ended);
        Close(release.Key, ended, OutcomeOf(release), release.Notes);
        foreach (var (change, place) in release.Items.Select((change, place) => (change, place)).Where(_ => release.IsReviewed))
            Review(release, change, StoryDays.WorkingDay(night, -1, 10, 5 + (place * 7)));
    }

    private static CloseOutcome OutcomeOf(ReleaseTale release) => release.Course switch
    {
        Course.Well => CloseOutcome.Successful,
        Course.AllBackedOut => CloseOutcome.BackedOut,
        Course.NotValidated => CloseOutcome.Failed,
        _ => CloseOutcome.SuccessfulWithIssues,
    };

    private void Prepare(ReleaseTale release, DateTimeOffset night)
    {
        // An emergency is planned while it is being approved; everything else two working days ahead.
        var isEmergency = release.Items[0].Kind is Handover.ChangeKind.Emergency;
        var planned = isEmergency ? night.AddMinutes(-70) : StoryDays.WorkingDay(night, 2, 14);
        Plan(release.Key, release.Title, release.Goal, planned);
        foreach (var (change, place) in release.Items.Select((change, place) => (change, place)))
            Take(release.Key, change, planned.AddMinutes(2 + place));
        Write(release.Key, planned.AddMinutes(25), Runbook.For(release.Items));
        Schedule(release.Key, planned.AddMinutes(30), night, night.AddHours(6));
    }

    /// <summary>The steps, one after the other.</summary>
    /// <returns>When the last had ended.</returns>
    private DateTimeOffset Do(ReleaseTale release, DateTimeOffset at)
    {
        var doers = Runbook.DoersOf(release.Items);
        One(Runbook.Announce, Runbook.Desk, 4);
        foreach (var (change, place) in release.Items.Select((change, place) => (change, place)))
        {
            var stumbles = change.Key == release.Stumbles;
            if (stumbles && release.Course is Course.OneStepTwice or Course.AllBackedOut)
                One(Runbook.In(change), doers[place], change.Practice.Minutes + 6, "fail", release.Because);
            if (stumbles && release.Course is Course.AllBackedOut)
            {
                BackOut(release.Key, at, release.Because);
                for (var back = place; back >= 0; back--)
                    One(Runbook.Out(release.Items[back]), doers[back], release.Items[back].Practice.Minutes);
                return at;
            }
            One(Runbook.In(change), doers[place], change.Practice.Minutes - 2 + (place % 3));
            if (!stumbles || release.Course is not Course.OneBackedOut)
            {
                One(Runbook.Check(change), Runbook.CheckerOf(change), 7 + (place % 4));
                continue;
            }
            One(Runbook.Check(change), Runbook.CheckerOf(change), 12, "fail", release.Because);
            BackOut(release.Key, at, release.Because, change);
            One(Runbook.Out(change), doers[place], change.Practice.Minutes);
        }
        One(Runbook.AllClear, Runbook.Desk, 3);
        return at;

        void One(string step, string by, int minutes, string how = "complete", string? notes = null)
        {
            Step(release.Key, step, at, by, "start");
            Step(release.Key, step, at.AddMinutes(minutes), by, how, notes);
            at = at.AddMinutes(minutes + 1);
        }
    }

    private DateTimeOffset Validate(ReleaseTale release, DateTimeOffset at)
    {
        if (release.Course is Course.AllBackedOut)
            return at.AddMinutes(5);
        foreach (var change in release.Items.Where(change => !(Stumbles(release, change) && release.Course is Course.OneBackedOut)))
        {
            var passed = !(Stumbles(release, change) && release.Course is Course.NotValidated);
            Validate(release.Key, change, at, change.IsHost ? "operations" : "qa", passed, passed ? "As expected." : release.Because);
            at = at.AddMinutes(2);
        }
        return at.AddMinutes(3);
    }

    private static bool Stumbles(ReleaseTale release, ChangeTale change) => change.Key == release.Stumbles;

    private void Review(ReleaseTale release, ChangeTale change, DateTimeOffset at)
    {
        var (code, notes) = (release.Course, Stumbles(release, change)) switch
        {
            (Course.AllBackedOut, _) or (Course.OneBackedOut, true) => (CloseCode.BackedOut, release.Because),
            (Course.NotValidated, true) => (CloseCode.Unsuccessful, release.Because),
            (Course.OneStepTwice, true) => (CloseCode.SuccessfulWithIssues, release.Because),
            _ when change.Kind is Handover.ChangeKind.Emergency =>
                (CloseCode.Successful, "Reviewed with the CAB afterwards: there was no time to ask it before, and the cause is known."),
            _ => (CloseCode.Successful, "Does what it should; nothing reported since."),
        };
        Review(change, at, code, notes);
    }
}
