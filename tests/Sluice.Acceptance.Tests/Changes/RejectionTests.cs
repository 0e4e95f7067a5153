using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Changes;

public sealed class RejectionTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task One_rejection_rejects_whoever_has_approved_before(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Assessed()).Ref;
        (await sluice.Decide("app-owner", change, "approve")).Is(200);

        var rejected = (await sluice.Decide("change-manager", change, "reject", "No backout")).Is(200);

        Assert.Equal("rejected", rejected.Text("status"));
        (await sluice.Decide("change-manager", change, "approve")).IsRefused(409, "change.not-in-status");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Rejection_needs_a_comment(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Assessed()).Ref;

        Assert.Equal(["/comment"], (await sluice.Decide("change-manager", change, "reject", "")).Is(422).Pointers);
        Assert.Equal("authorize", (await sluice.Show(change)).Text("status"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Revised_change_is_a_draft_again_and_every_seat_has_to_be_filled_anew(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Assessed()).Ref;
        (await sluice.Decide("app-owner", change, "approve")).Is(200);
        (await sluice.Decide("change-manager", change, "reject", "No backout")).Is(200);
        (await sluice.Try("change-manager", change, "revise", new { reason = "Mine" })).IsRefused(403, "revise.not-requester");

        var revised = await sluice.Act("requester", change, "revise", new { reason = "Backout added" });
        Assert.Equal("draft", revised.Text("status"));
        await sluice.Act("requester", change, "submit");
        var assessed = await sluice.Assess(change);

        Assert.Equal(["owner:payments-api", "change-manager"], assessed.Texts("stillNeeded"));
        Assert.Equal("approved", (await sluice.Approve(change)).Text("status"));
    }
}
