using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Changes;

public sealed class MainPathTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task New_change_is_a_draft_that_nobody_has_planned(Store store)
    {
        var sluice = await RunningSluice.On(store);

        var draft = await sluice.Drafted();

        Assert.Equal(("draft", "unplanned", 1), (draft.Text("status"), draft.Text("deliveryStatus"), (int)draft["revision"]));
        Assert.StartsWith("sha256:", draft.Text("digest"), StringComparison.Ordinal);
        Assert.Equal($"/api/v1/changes/{draft.Ref}", draft.Headers.Location!.OriginalString);
        Assert.Contains("submit", draft.Texts("allowedActions"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Change_that_is_shown_says_the_same_as_when_it_was_made(Store store)
    {
        var sluice = await RunningSluice.On(store);

        var draft = await sluice.Drafted();

        Assert.Equal(draft.Body, (await sluice.Show(draft.Ref)).Body);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Change_is_approved_once_every_seat_is_filled(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = await sluice.Assessed();
        Assert.Equal(("authorize", "low"), (change.Text("status"), change.Text("risk")));
        Assert.Equal(["owner:payments-api", "change-manager"], change.Texts("stillNeeded"));

        var half = (await sluice.Decide("app-owner", change.Ref, "approve")).Is(200);
        Assert.Equal("authorize", half.Text("status"));
        Assert.Equal(["change-manager"], half.Texts("stillNeeded"));

        var approved = (await sluice.Decide("change-manager", change.Ref, "approve")).Is(200);
        Assert.Equal(("approved", "unplanned"), (approved.Text("status"), approved.Text("deliveryStatus")));
        Assert.Equal(approved.Text("digest"), (string)approved["authorization"]["digest"]!);
        Assert.Equal(
            ["change.drafted", "change.submitted", "change.assessed", "change.decided", "change.decided"],
            await sluice.Acts(change.Ref));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task High_risk_asks_for_two_cab_members_more(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Assessed(5, 5)).Ref;
        Assert.Equal("authorize", (await sluice.Approve(change)).Text("status"));

        Assert.Equal("authorize", (await sluice.Decide("cab-1", change, "approve")).Text("status"));
        Assert.Equal("approved", (await sluice.Decide("cab-3", change, "approve")).Text("status"));
    }

    public static MatrixTheoryData<Store, (int, int, string)> Ratings { get; } = new(
        [Store.Sqlite, Store.Postgres], [(1, 5, "low"), (2, 3, "medium"), (3, 4, "medium"), (3, 5, "high")]);

    [Theory, MemberData(nameof(Ratings))]
    public async Task Risk_is_the_product_of_likelihood_and_impact(Store store, (int Likelihood, int Impact, string Risk) rating)
    {
        var sluice = await RunningSluice.On(store);

        var assessed = await sluice.Assessed(rating.Likelihood, rating.Impact);

        Assert.Equal(rating.Risk, assessed.Text("risk"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task What_one_may_do_is_said_with_every_reason_against_the_rest(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = await sluice.Drafted();

        var seen = await sluice.Show(change.Ref, "stakeholder");

        Assert.Equal(["comments"], seen.Texts("allowedActions"));
        var hold = seen["refusedActions"].AsArray().Single(refused => (string)refused!["action"]! == "hold")!;
        Assert.Equal(
            ["change.not-in-status", "hold.not-change-manager"],
            hold["reasons"]!.AsArray().Select(reason => (string)reason!["code"]!));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Everything_missing_from_a_change_is_said_at_once(Store store)
    {
        var sluice = await RunningSluice.On(store);

        var refused = (await (await sluice.As("requester")).Post("/changes", new { })).Is(422);

        Assert.Equal(
            [
                "/backoutPlan", "/implementationPlan", "/kind", "/reason", "/requestedWindow/from", "/requestedWindow/until",
                "/systems", "/testPlan", "/title",
            ],
            refused.Pointers.Order(StringComparer.Ordinal));
    }
}
