using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Changes;

public sealed class HoldTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Authorization_is_not_live_on_hold_and_a_new_one_is_after_resuming(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var approved = await sluice.Approved();

        var held = await sluice.Act("change-manager", approved.Ref, "hold", new { reason = "Incident" });
        Assert.Equal(("on-hold", "approved"), (held.Text("status"), held.Text("returnsTo")));
        Assert.Null(held.Json["authorization"]);
        var gate = await (await sluice.As("operations")).Get($"/gate?change={approved.Ref}");
        Assert.Equal("deny", gate.Text("verdict"));
        Assert.Contains("change.not-authorized", gate.Codes);

        var resumed = await sluice.Act("change-manager", approved.Ref, "resume", new { reason = "Over" });
        Assert.Equal(("approved", approved.Text("digest")), (resumed.Text("status"), resumed.Text("digest")));
        Assert.NotEqual((string)approved["authorization"]["id"]!, (string)resumed["authorization"]["id"]!);
        Assert.Equal(approved["authorization"]["deciders"]!.ToJsonString(), resumed["authorization"]["deciders"]!.ToJsonString());
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Held_change_goes_back_to_where_it_was(Store store)
    {
        var sluice = await RunningSluice.On(store);
        foreach (var change in (Reply[])[await sluice.Submitted(), await sluice.Assessed()])
        {
            await sluice.Act("change-manager", change.Ref, "hold", new { reason = "Later" });

            var resumed = await sluice.Act("change-manager", change.Ref, "resume", new { reason = "Now" });

            Assert.Equal(change.Text("status"), resumed.Text("status"));
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Hold_is_no_way_around_an_edit(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Approved()).Ref;
        await sluice.Act("change-manager", change, "hold", new { reason = "Incident" });

        (await (await sluice.As("requester")).Patch($"/changes/{change}", new { title = "Something else" })).Is(200);
        var resumed = await sluice.Act("change-manager", change, "resume", new { reason = "Over" });

        Assert.Equal("authorize", resumed.Text("status"));
        Assert.Null(resumed.Json["authorization"]);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Change_manager_holds_and_resumes_and_says_why(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Assessed()).Ref;

        (await sluice.Try("app-owner", change, "hold", new { reason = "Mine" })).IsRefused(403, "hold.not-change-manager");
        Assert.Equal(["/reason"], (await sluice.Try("change-manager", change, "hold", new { reason = "" })).Is(422).Pointers);
        (await sluice.Try("change-manager", change, "resume", new { reason = "What?" })).IsRefused(409, "change.not-in-status");
    }
}
