using Sluice.Changes.Reviewing;
using Sluice.Handover;
using Sluice.Kernel.People;

namespace Sluice.Changes.Tests;

/// <summary>What each person may do to a change now, and every reason against the rest.</summary>
public sealed class ChangeActionsTests
{
    [Theory]
    [InlineData("requester", "edit submit cancel evidence comments")]
    [InlineData("manager", "cancel evidence comments")]
    [InlineData("owner", "evidence comments")]
    [InlineData("auditor", "")]
    public void Draft(string account, string allowed) => Assert.Equal(allowed, Allowed(Sample.Draft(), account));

    [Theory]
    [InlineData("requester", "edit cancel evidence comments")]
    [InlineData("reviewer", "assessment request-information evidence comments")]
    [InlineData("manager", "assessment request-information hold cancel evidence comments")]
    [InlineData("owner", "request-information evidence comments")]
    [InlineData("stakeholder", "comments")]
    public void In_assess(string account, string allowed) => Assert.Equal(allowed, Allowed(Sample.InAssess(), account));

    [Theory]
    [InlineData("requester", "edit cancel evidence comments")]
    [InlineData("owner", "approve reject defer request-information evidence comments")]
    [InlineData("manager", "approve reject defer request-information hold cancel evidence comments")]
    [InlineData("reviewer", "request-information evidence comments")]
    [InlineData("other-owner", "evidence comments")]
    public void In_authorize(string account, string allowed) => Assert.Equal(allowed, Allowed(Sample.InAuthorize(), account));

    [Theory]
    [InlineData("requester", "edit cancel evidence comments")]
    [InlineData("manager", "hold cancel evidence comments")]
    public void Approved(string account, string allowed) => Assert.Equal(allowed, Allowed(Sample.Approved(), account));

    [Theory]
    [InlineData("requester", "revise cancel comments")]
    [InlineData("manager", "cancel comments")]
    public void Rejected(string account, string allowed)
    {
        var change = Sample.InAuthorize();
        Sample.Done(Sample.Decide(change, Sample.Owner, Changes.Approvals.Ruling.Reject));

        Assert.Equal(allowed, Allowed(change, account));
    }

    [Theory]
    [InlineData("requester", "edit submit cancel evidence comments")]
    [InlineData("manager", "cancel evidence comments")]
    public void Information_requested(string account, string allowed)
    {
        var change = Sample.InAuthorize();
        Sample.Done(Sample.Decide(change, Sample.Owner, Changes.Approvals.Ruling.RequestInformation));

        Assert.Equal(allowed, Allowed(change, account));
    }

    [Theory]
    [InlineData("requester", "evidence comments")]
    [InlineData("manager", "evidence comments")]
    public void While_it_is_carried_out_nobody_edits_holds_or_cancels(string account, string allowed)
    {
        var change = Sample.Approved();
        change.Delivered(Sample.Moved(change, DeliveryStatus.InProgress));

        Assert.Equal(allowed, Allowed(change, account));
        Assert.All(
            (string[])["edit", "hold", "cancel"],
            action => Assert.Contains("change.executing", Shown(change, account).RefusedActions.Single(refused => refused.Action == action).Reasons.Select(reason => reason.Code)));
    }

    [Theory]
    [InlineData("requester", "evidence comments")]
    [InlineData("manager", "review evidence comments")]
    public void In_review(string account, string allowed)
    {
        var change = Sample.Approved();
        change.Executed(Sample.Report(change, ExecutionResult.Validated));

        Assert.Equal(allowed, Allowed(change, account));
    }

    [Fact]
    public void Closed()
    {
        var change = Sample.Approved();
        change.Executed(Sample.Report(change, ExecutionResult.Validated));
        Sample.Done(change.Close(CloseCode.Successful, "Done.", Sample.Manager, Sample.Noon));

        foreach (var account in (string[])["requester", "manager", "owner"])
            Assert.Equal("comments", Allowed(change, account));
    }

    [Fact]
    public void Requester_whose_roles_were_taken_away_writes_no_more()
    {
        var former = Sample.Person("requester", "auditor");
        var rejected = Sample.InAuthorize();
        Sample.Done(Sample.Decide(rejected, Sample.Owner, Changes.Approvals.Ruling.Reject));

        (Change Change, string Act)[] acts =
            [(Sample.Draft(), "edit"), (Sample.Draft(), "submit"), (Sample.Draft(), "cancel"), (rejected, "revise")];

        Assert.All(acts, act => Assert.Equal(
            ["change.not-creator"],
            ShowChange.As(former, act.Change, Sample.Owners, Sample.Noon).RefusedActions
                .Single(refused => refused.Action == act.Act).Reasons.Select(reason => reason.Code)));
    }

    [Fact]
    public void Approving_is_not_offered_once_the_requested_window_has_ended()
    {
        var shown = Shown(Sample.InAuthorize(), "owner", Sample.WindowUntil);

        Assert.Equal("reject defer request-information evidence comments", string.Join(' ', shown.AllowedActions));
        Assert.Equal(
            ["decision.window-ended"],
            shown.RefusedActions.Single(refused => refused.Action == "approve").Reasons.Select(reason => reason.Code));
    }

    [Fact]
    public void Every_action_is_either_allowed_or_refused_with_a_reason()
    {
        foreach (var change in (Change[])[Sample.Draft(), Sample.InAssess(), Sample.InAuthorize(), Sample.Approved()])
        {
            var shown = Shown(change, "manager");
            var refused = shown.RefusedActions.Select(action => action.Action).ToList();

            Assert.Empty(shown.AllowedActions.Intersect(refused));
            Assert.Equal(
                ["approve", "assessment", "cancel", "comments", "defer", "edit", "evidence", "hold", "reject", "request-information", "resume", "review", "revise", "submit"],
                shown.AllowedActions.Concat(refused).Order(StringComparer.Ordinal));
            Assert.All(shown.RefusedActions, action => Assert.NotEmpty(action.Reasons));
        }
    }

    [Fact]
    public void Executed_without_an_authorization_is_flagged_for_good()
    {
        var change = Sample.InAuthorize();
        change.Executed(Sample.Report(change, ExecutionResult.Validated));
        Sample.Done(change.Close(CloseCode.Unsuccessful, "Should not have been.", Sample.Manager, Sample.Noon));

        Assert.Equal([ShowChange.ExecutedWithoutAuthorization], Shown(change, "auditor").Flags);
        Assert.Empty(Shown(Sample.Approved(), "auditor").Flags);
    }

    private static string Allowed(Change change, string account) => string.Join(' ', Shown(change, account).AllowedActions);

    private static ShowChange.Response Shown(Change change, string account, DateTimeOffset? now = null) => ShowChange.As(
        ((Actor[])
        [
            Sample.Requester, Sample.Owner, Sample.OtherOwner, Sample.Reviewer, Sample.Manager, Sample.Auditor,
            Sample.Person("stakeholder", "stakeholder"),
        ]).Single(actor => actor.Account.Name == account),
        change, Sample.Owners, now ?? Sample.Noon);
}
