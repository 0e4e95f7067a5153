using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Kernel;

/// <summary>RFC 7396: what a patch leaves out stays, what it says is null goes.</summary>
public sealed class MergePatchTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Left_out_stays_and_null_goes(Store store)
    {
        var requester = await (await RunningSluice.On(store)).As("requester");
        var first = (string)(await requester.Post("/changes", Samples.Change("First"))).Is(201)["ref"]!;
        var body = Samples.Change("Second");
        body["dependsOn"] = new System.Text.Json.Nodes.JsonArray(first);
        body["securityImpact"] = "high";
        var second = (await requester.Post("/changes", body)).Is(201);
        var path = $"/changes/{second["ref"]}";

        var renamed = (await requester.Patch(path, new { title = "Renamed" }, second.ETag)).Is(200);
        var freed = (await requester.Patch(path, new { dependsOn = (string[]?)null, securityImpact = (string?)null }, renamed.ETag)).Is(200);
        var moved = (await requester.Patch(path, """{"requestedWindow":{"until":"2098-06-01T00:00:00Z"}}""", freed.ETag)).Is(200);

        Assert.Equal([first], renamed["dependsOn"].AsArray().Select(reference => (string)reference!));
        Assert.Empty(freed["dependsOn"].AsArray());
        Assert.Equal(("Renamed", "none"), ((string)freed["title"]!, (string)freed["securityImpact"]!));
        Assert.StartsWith("2098-01-01", (string)moved["requestedWindow"]["from"]!, StringComparison.Ordinal);
        Assert.StartsWith("2098-06-01", (string)moved["requestedWindow"]["until"]!, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task What_a_change_cannot_do_without_cannot_go(Store store)
    {
        var requester = await (await RunningSluice.On(store)).As("requester");
        var change = (await requester.Post("/changes", Samples.Change("Whole"))).Is(201);

        var refused = (await requester.Patch(
            $"/changes/{change["ref"]}", """{"title":null,"kind":null,"systems":null,"requestedWindow":{"from":null}}""", change.ETag)).Is(422);

        Assert.Equal(
            ["/kind", "/requestedWindow/from", "/systems", "/title"],
            refused["reasons"].AsArray().Select(reason => (string)reason!["pointer"]!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("{\"title\":1}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("")]
    public async Task What_is_no_patch_is_400(string body)
    {
        var requester = await (await RunningSluice.On(Store.Sqlite)).As("requester");
        var change = (await requester.Post("/changes", Samples.Change("Whole"))).Is(201);

        (await requester.Patch($"/changes/{change["ref"]}", body, change.ETag)).IsRefused(400, "request.malformed");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Stranger_is_told_so_before_being_sent_to_read_the_newest_version(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var requester = await sluice.As("requester");
        var path = $"/changes/{(await requester.Post("/changes", Samples.Change("Mine"))).Is(201)["ref"]}";

        (await (await sluice.As("app-owner")).Patch(path, new { title = "Theirs" }, null)).IsRefused(403, "edit.not-requester");
        (await requester.Patch(path, new { title = "Mine again" }, null)).IsRefused(428, "version.missing");
        (await requester.Patch(path, new { title = "Mine again" }, "\"99\"")).IsRefused(412, "version.stale");
    }
}
