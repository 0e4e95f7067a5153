using System.Text.Json.Nodes;
using Sluice.Acceptance.Tests.Changes;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Releases;

/// <summary>What a running release refuses, and what it lets go.</summary>
public sealed class RunRefusalTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Evidence_of_a_step_is_kept_somewhere_or_refused(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = await sluice.Deliverable();
        var release = await sluice.Executing(change);
        var key = $"i-{change}";
        (await sluice.TryStep(release, key, "start")).Is(200);

        var refused = await sluice.TryRun(
            release, $"steps/{key}/complete", new { evidence = (string[])[new('c', 64), new('0', 64)] }, "implementer-1");
        Assert.Equal(["/evidence/1"], refused.IsRefused(422, "evidence.unknown").Pointers);

        var file = (await sluice.Upload(change, new StringContent("JESMSGLG: ended with 0000"))).Text("sha256");
        await sluice.Run(release, $"steps/{key}/complete", new { evidence = (string[])[new('c', 64), file] }, "implementer-1");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Gate_shuts_while_a_change_is_backed_out_and_never_fails_for_a_far_moment(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = await sluice.Deliverable();
        var release = await sluice.Executing(change);
        await sluice.Done(release, $"i-{change}");
        var tool = await sluice.As("operations");
        Assert.Equal("allow", (await tool.Get($"/gate?change={change}")).Is(200).Text("verdict"));
        (await tool.Get($"/gate?change={change}&at=9999-12-31T23:59:59.9999999Z")).Is(200);

        await sluice.Run(release, "back-out", new { reason = "Totals are wrong", change });

        var shut = (await tool.Get($"/gate?change={change}")).Is(200);
        Assert.Equal("deny", shut.Text("verdict"));
        Assert.Contains("item.backing-out", shut["reasons"].AsArray().Select(reason => (string)reason!["code"]!));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Back_out_that_fails_ends_with_a_failed_release_and_the_change_is_free_again(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = await sluice.Deliverable();
        var release = await sluice.Executing(change);
        await sluice.Done(release, $"i-{change}");
        await sluice.Run(release, "back-out", new { reason = "Totals are wrong" });
        foreach (var act in (string[])["start", "fail"])
            (await sluice.TryStep(release, $"b-{change}", act)).Is(200);
        Assert.Equal("failed", await sluice.DeliveryOf(change));

        await sluice.Run(release, "close", new { outcome = "failed", notes = "Repaired by hand" });

        Assert.Equal(("review", "failed"), ((await sluice.Show(change)).Text("status"), await sluice.DeliveryOf(change)));
        (await (await sluice.As("change-manager")).Post($"/changes/{change}/review", new { returnTo = "authorize", notes = "Again" })).Is(200);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Change_that_failed_its_validation_is_not_worked_on_further_in_the_same_release(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var (failed, other) = (await sluice.Deliverable(), await sluice.Deliverable());
        var release = await sluice.Executing(failed, other);
        await sluice.Done(release, $"i-{failed}", $"v-{failed}");
        (await (await sluice.As("qa")).Post($"/releases/{release}/validate", new { change = failed, passed = false, notes = "Totals are wrong" })).Is(200);

        var steps = ReleaseSteps.Runbook(failed, other);
        steps.Add(ReleaseSteps.Step("again", "implement", failed, null));
        (await (await sluice.As("release-manager")).Put($"/releases/{release}/runbook", new { steps }, (await sluice.Release(release)).ETag))
            .IsRefused(409, "item.ended");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Null_in_a_patch_clears_and_what_is_required_stays(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var manager = await sluice.As("release-manager");
        var planned = (await manager.Post("/releases", new
        {
            title = "Wish", goal = "G", from = sluice.Now.AddHours(1), until = sluice.Now.AddHours(2), zone = "Etc/UTC",
        })).Is(201);
        var address = $"/releases/{planned.Ref}";

        var zoned = (await manager.Patch(address, new { zone = "Europe/Zurich" }, planned.ETag)).Is(200);
        Assert.Equal("Europe/Zurich", zoned.Text("zone"));
        var cleared = (await manager.Patch(address, JsonNode.Parse("""{"goal":null,"from":null,"until":null}""")!, zoned.ETag)).Is(200);
        Assert.Equal(("", null, null), (cleared.Text("goal"), cleared.Json["from"], cleared.Json["until"]));
        Assert.Equal(
            ["/title"], (await manager.Patch(address, JsonNode.Parse("""{"title":null}""")!, cleared.ETag)).Is(422).Pointers);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Whoever_may_not_write_is_told_so_before_being_asked_for_a_version(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var release = await sluice.Planned(await sluice.Kept("told so", async running => (await running.Drafted()).Ref));
        var stranger = await sluice.As("implementer-1");

        Assert.Equal(403, (await stranger.Put($"/releases/{release}/runbook", new { steps = new JsonArray() }, null)).Status);
        Assert.Equal(403, (await stranger.Patch($"/releases/{release}", new { title = "Mine" }, null)).Status);
        Assert.Equal(422, (await (await sluice.As("release-manager")).Patch($"/releases/{release}", new { title = "" }, null)).Status);
    }
}
