using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Changes;

public sealed class KindTests
{
    public static MatrixTheoryData<Store, string> Unavailable { get; } = new(
        [Store.Sqlite, Store.Postgres], ["standard", "latent"]);

    [Theory, MemberData(nameof(Unavailable))]
    public async Task Kind_that_needs_a_model_is_not_available(Store store, string kind)
    {
        var sluice = await RunningSluice.On(store);
        var (requester, body) = (await sluice.As("requester"), sluice.ChangeBody());
        body["kind"] = kind;

        Assert.Equal(["/kind"], (await requester.Post("/changes", body)).IsRefused(422, "kind.not-available").Pointers);
        var draft = await sluice.Drafted();
        (await requester.Patch($"/changes/{draft.Ref}", new { kind })).IsRefused(422, "kind.not-available");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Emergency_goes_the_same_way(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var body = sluice.ChangeBody();
        body["kind"] = "emergency";
        var change = (await sluice.Drafted(body)).Ref;
        await sluice.Act("requester", change, "submit");
        await sluice.Assess(change);

        Assert.Equal("approved", (await sluice.Approve(change)).Text("status"));
    }
}
