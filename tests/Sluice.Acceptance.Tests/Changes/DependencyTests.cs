using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Changes;

public sealed class DependencyTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Two_edits_at_once_never_close_a_circle_together(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var requester = await sluice.As("requester");
        for (var round = 0; round < 10; round++)
        {
            var (one, other) = (await sluice.Drafted(), await sluice.Drafted());

            var replies = await Task.WhenAll(
                requester.Patch($"/changes/{one.Ref}", new { dependsOn = (string[])[other.Ref] }, one.ETag),
                requester.Patch($"/changes/{other.Ref}", new { dependsOn = (string[])[one.Ref] }, other.ETag));

            Assert.Equal([200, 422], replies.Select(reply => reply.Status).Order());
            Assert.Equal("change.dependency-cycle", Assert.Single(replies.Single(reply => reply.Status == 422).Codes));
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Dependencies_that_cannot_be_followed_to_their_end_are_refused(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var requester = await sluice.As("requester");
        var chain = new List<string> { (await sluice.Drafted()).Ref };
        while (chain.Count <= 101)
            chain.Add((await sluice.Drafted(On(chain[^1]))).Ref);
        var last = await sluice.Drafted();

        var refused = await requester.Patch($"/changes/{last.Ref}", new { dependsOn = (string[])[chain[^1]] });
        (await requester.Patch($"/changes/{last.Ref}", new { dependsOn = (string[])[chain[50]] })).Is(200);
        var renamed = await requester.Patch($"/changes/{chain[^1]}", new { title = "Renamed" });

        Assert.Equal(["/dependsOn"], refused.IsRefused(422, "change.dependency-too-deep").Pointers);
        Assert.Equal("Renamed", renamed.Is(200).Text("title"));

        System.Text.Json.Nodes.JsonObject On(string reference)
        {
            var body = sluice.ChangeBody();
            body["dependsOn"] = new System.Text.Json.Nodes.JsonArray(reference);
            return body;
        }
    }
}
