using Sluice.Changes.Approvals;

namespace Sluice.Changes.Tests.Approvals;

public sealed class ApprovalRuleTests
{
    [Fact]
    public void Owner_of_each_system_and_a_change_manager_decide()
    {
        var change = Sample.InAuthorize(content: Sample.Content() with { Systems = ["core-batch", "ledger-db"] });

        Assert.Equal(["owner:core-batch", "owner:ledger-db", "change-manager"], new ApprovalRule(change, Sample.Owners).Seats);
    }

    [Theory]
    [InlineData(1, 5, 0)]
    [InlineData(3, 4, 0)]
    [InlineData(3, 5, 2)]
    [InlineData(5, 5, 2)]
    public void High_risk_needs_two_of_the_board_more(int likelihood, int impact, int board)
    {
        var seats = new ApprovalRule(Sample.InAuthorize(likelihood, impact), Sample.Owners).Seats;

        Assert.Equal(board, seats.Count(seat => seat == "cab-member"));
    }

    [Fact]
    public void Person_could_fill_every_seat_that_their_teams_and_roles_allow()
    {
        var change = Sample.InAuthorize(5, 5, Sample.Content() with { Systems = ["core-batch", "ledger-db"] });
        var rule = new ApprovalRule(change, Sample.Owners);

        Assert.Equal(["owner:core-batch", "owner:ledger-db"], rule.SeatsFor(Sample.Owner));
        Assert.Equal(["owner:ledger-db"], rule.SeatsFor(Sample.OtherOwner));
        Assert.Equal(["change-manager"], rule.SeatsFor(Sample.Manager));
        Assert.Equal(["cab-member"], rule.SeatsFor(Sample.Cab1));
        Assert.Empty(rule.SeatsFor(Sample.Reviewer));
        Assert.Empty(rule.SeatsFor(Sample.Person("app-owner-of-nothing", "app-owner")));
    }

    [Fact]
    public void Auditor_fills_no_seat_whatever_team_they_are_in()
    {
        var rule = new ApprovalRule(Sample.InAuthorize(), Sample.Owners);

        Assert.Empty(rule.SeatsFor(Sample.Person("owner", "auditor")));
        Assert.Empty(rule.SeatsFor(Sample.Person("owner")));
        Assert.Equal(["owner:core-batch"], rule.SeatsFor(Sample.Person("owner", "auditor", "operations")));
    }

    [Fact]
    public void One_person_in_two_teams_fills_one_seat()
    {
        var change = Sample.InAuthorize(content: Sample.Content() with { Systems = ["core-batch", "ledger-db"] });

        Sample.Done(Sample.Decide(change, Sample.Owner));
        Sample.Done(Sample.Decide(change, Sample.Manager));
        Assert.Equal(Handover.ChangeStatus.Authorize, change.Status);
        Sample.Done(Sample.Decide(change, Sample.OtherOwner));

        Assert.Equal(Handover.ChangeStatus.Approved, change.Status);
        Assert.Equal(
            [("manager", "change-manager"), ("other-owner", "owner:ledger-db"), ("owner", "owner:core-batch")],
            change.Quorum.Select(decider => (decider.Account.Name, decider.Seat)).Order());
    }

    [Fact]
    public void Approval_given_stands_when_its_maker_leaves_the_team()
    {
        var change = Sample.InAuthorize();
        Sample.Done(Sample.Decide(change, Sample.Owner));
        var afterwards = new Production.Systems.OwnerTeams(
            new Dictionary<string, IReadOnlyList<Kernel.People.Account>> { ["core-batch"] = [new("successor")] });

        Sample.Done(Sample.Decide(change, Sample.Manager, owners: afterwards));

        Assert.Equal(Handover.ChangeStatus.Approved, change.Status);
    }

    [Fact]
    public void System_without_an_owner_team_cannot_be_approved()
    {
        var change = Sample.InAuthorize(content: Sample.Content() with { Systems = ["orphan"] });

        Sample.Done(Sample.Decide(change, Sample.Manager));

        Assert.Equal(["decision.not-an-approver"], Sample.Codes(Sample.Decide(change, Sample.Owner)));
        Assert.Equal(Handover.ChangeStatus.Authorize, change.Status);
    }
}
