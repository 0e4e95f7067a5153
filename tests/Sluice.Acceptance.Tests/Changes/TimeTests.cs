using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Changes;

/// <summary>What becomes true by time alone.</summary>
public sealed class TimeTests
{
    private readonly SetClock clock = new();

    [Theory, ClassData(typeof(BothStores))]
    public async Task Deferred_change_sleeps_until_its_day_and_wakes_by_itself(Store store)
    {
        await using var sluice = await RunningSluice.New(store, clock);
        var change = (await sluice.Assessed()).Ref;

        var deferred = (await sluice.Decide("change-manager", change, "defer", "After the freeze", sluice.Now.AddDays(1))).Is(200);
        Assert.Equal("deferred", deferred.Text("status"));
        (await sluice.Decide("app-owner", change, "approve")).IsRefused(409, "change.not-in-status");

        clock.Advance(TimeSpan.FromHours(23));
        await sluice.Tick();
        Assert.Equal("deferred", (await sluice.Show(change)).Text("status"));

        clock.Advance(TimeSpan.FromHours(2));
        await sluice.Tick();
        Assert.Equal("authorize", (await sluice.Show(change)).Text("status"));
        var woke = (await sluice.History(change))[^1];
        Assert.Equal(("change.deferral-ended", "sluice"), ((string)woke["act"]!, (string)woke["actor"]!));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Authorization_ends_with_its_window_and_the_approvals_go_with_it(Store store)
    {
        await using var sluice = await RunningSluice.New(store, clock);
        var change = (await sluice.Approved()).Ref;

        clock.Advance(TimeSpan.FromDays(3));
        Assert.Contains("authorization.expired", await GateReasons(sluice, change));

        await sluice.Tick();
        var expired = await sluice.Show(change);
        Assert.Equal("authorize", expired.Text("status"));
        Assert.Null(expired.Json["authorization"]);
        Assert.Equal(["owner:payments-api", "change-manager"], expired.Texts("stillNeeded"));

        (await sluice.Decide("app-owner", change, "approve")).IsRefused(409, "decision.window-ended");
        await (await sluice.As("requester")).Patch(
            $"/changes/{change}", new { requestedWindow = new { from = sluice.Now, until = sluice.Now.AddDays(1) } });
        Assert.Equal("approved", (await sluice.Approve(change)).Text("status"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Approved_change_whose_window_passes_on_hold_has_to_be_approved_again(Store store)
    {
        await using var sluice = await RunningSluice.New(store, clock);
        var change = (await sluice.Approved()).Ref;
        await sluice.Act("change-manager", change, "hold", new { reason = "Incident" });

        clock.Advance(TimeSpan.FromDays(4));
        var resumed = await sluice.Act("change-manager", change, "resume", new { reason = "Over" });

        Assert.Equal("authorize", resumed.Text("status"));
        Assert.Null(resumed.Json["authorization"]);
        Assert.Equal(["owner:payments-api", "change-manager"], resumed.Texts("stillNeeded"));
    }

    private static async Task<IEnumerable<string>> GateReasons(RunningSluice sluice, string change) =>
        (await (await sluice.As("auditor")).Get($"/gate?change={change}")).Codes;
}
