using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Changes;

public sealed class DecisionTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Decision_on_an_old_revision_is_refused(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Assessed()).Ref;
        (await (await sluice.As("requester")).Patch($"/changes/{change}", new { title = "Reworded" })).Is(200);

        foreach (var decision in (string[])["approve", "reject", "request-information"])
            (await sluice.Try("change-manager", change, "decisions", new { decision, comment = "As read", revision = 1 }))
                .IsRefused(409, "decision.old-revision");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Approval_that_no_seat_needs_is_refused(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Assessed(5, 5)).Ref;
        foreach (var member in (string[])["cab-1", "cab-2"])
            (await sluice.Decide(member, change, "approve")).Is(200);

        (await sluice.Decide("cab-3", change, "approve")).IsRefused(409, "decision.seat-taken");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task One_person_fills_one_seat_however_many_they_could(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Assessed(2, 2, ChangeSteps.PaymentsApi, ChangeSteps.LedgerDb)).Ref;

        var once = (await sluice.Decide("app-owner", change, "approve")).Is(200);
        Assert.Equal(2, once.Texts("stillNeeded").Count);

        (await sluice.Decide("app-owner", change, "approve")).IsRefused(409, "decision.already-approved");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Whoever_fills_no_seat_does_not_decide(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Assessed()).Ref;

        foreach (var account in (string[])["cab-1", "risk-reviewer", "release-manager", "auditor", "admin"])
            (await sluice.Decide(account, change, "approve")).IsRefused(403, "decision.not-an-approver");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Assessors_and_approvers_may_ask_and_nobody_else(Store store)
    {
        var sluice = await RunningSluice.On(store);
        foreach (var account in (string[])["risk-reviewer", "change-manager", "app-owner"])
            (await sluice.Decide(account, (await sluice.Submitted()).Ref, "request-information", "Why?")).Is(200);

        var change = (await sluice.Submitted()).Ref;
        foreach (var account in (string[])["support", "release-manager", "auditor"])
            (await sluice.Decide(account, change, "request-information", "Why?")).IsRefused(403, "decision.not-an-approver");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Seats_are_filled_whatever_the_order_in_which_people_approve(Store store)
    {
        var sluice = await RunningSluice.On(store);
        // Of these two systems app-owner could fill either seat, and support only that of the ledger.
        var change = (await sluice.Assessed(2, 2, ChangeSteps.LedgerDb, ChangeSteps.PaymentsApi)).Ref;

        foreach (var account in (string[])["app-owner", "support"])
            (await sluice.Decide(account, change, "approve")).Is(200);

        Assert.Equal("approved", (await sluice.Decide("change-manager", change, "approve")).Text("status"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Decision_that_does_not_say_which_or_on_what_is_malformed(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Assessed()).Ref;

        foreach (var body in (object[])[new { revision = 1 }, new { decision = "approve" }, new { decision = 0, revision = 1 }, new { }])
            (await sluice.Try("app-owner", change, "decisions", body)).Is(400);
        Assert.Empty((await sluice.Show(change))["decisions"].AsArray());
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Conditions_of_an_approval_become_part_of_the_authorization(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Assessed()).Ref;
        await sluice.Act(
            "app-owner", change, "decisions", new { decision = "approve", revision = 1, conditions = "With the night shift present" });

        var approved = (await sluice.Decide("change-manager", change, "approve")).Is(200);

        Assert.Equal("With the night shift present", (string)approved["authorization"]["conditions"]![0]!);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Change_is_assessed_before_anybody_approves_it(Store store)
    {
        var sluice = await RunningSluice.On(store);

        foreach (var change in (Reply[])[await sluice.Drafted(), await sluice.Submitted()])
            (await sluice.Decide("app-owner", change.Ref, "approve")).IsRefused(409, "change.not-in-status");
    }
}
