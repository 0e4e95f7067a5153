using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Changes;

public sealed class DeferralTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Deferral_says_until_when_and_that_is_in_the_future(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Assessed()).Ref;

        (await sluice.Decide("change-manager", change, "defer")).IsRefused(422, "decision.until-missing");
        var past = await sluice.Decide("change-manager", change, "defer", until: sluice.Now.AddMinutes(-1));

        Assert.Equal(["/until"], past.IsRefused(422, "decision.until-past").Pointers);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Change_manager_wakes_a_deferred_change_early_and_its_approvals_still_stand(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Assessed()).Ref;
        (await sluice.Decide("app-owner", change, "approve")).Is(200);
        (await sluice.Decide("change-manager", change, "defer", until: sluice.Now.AddDays(1))).Is(200);

        var woken = await sluice.Act("change-manager", change, "resume", new { reason = "The freeze was lifted" });

        Assert.Equal("authorize", woken.Text("status"));
        Assert.Equal(["change-manager"], woken.Texts("stillNeeded"));
        Assert.Null(woken.Json["deferredUntil"]);
    }
}
