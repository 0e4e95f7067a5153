using System.Text.Json.Nodes;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Changes;

public sealed class DifferenceTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Any_two_revisions_are_compared_field_by_field(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var draft = await sluice.Drafted();
        var (requester, path) = (await sluice.As("requester"), $"/changes/{draft.Ref}");
        (await requester.Patch(path, new { title = "Second" })).Is(200);
        var third = (await requester.Patch(path, new { title = "Third", systems = (string[])["ledger-db"] })).Is(200);

        var last = (await requester.Get(path + "/difference")).Is(200);
        Assert.Equal((2, 3), ((int)last["from"], (int)last["to"]));
        var all = (await requester.Get(path + "/difference?from=1&to=3")).Is(200);

        Assert.Equal((draft.Text("digest"), third.Text("digest")), (all.Text("fromDigest"), all.Text("toDigest")));
        Assert.Equal(["/systems", "/title"], Altered(all).Keys.Order(StringComparer.Ordinal));
        Assert.Equal("Second", (string)Altered(last)["/title"]["before"]!);
        var title = Altered(all)["/title"];
        Assert.Equal(((string)draft["title"]!, "Third"), ((string)title["before"]!, (string)title["after"]!));
        var systems = Altered(all)["/systems"];
        Assert.Equal(
            ("[\"ledger-db\"]", "[\"payments-api\"]"), (systems["added"]!.ToJsonString(), systems["removed"]!.ToJsonString()));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Two_revisions_that_say_the_same_differ_in_nothing(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Drafted()).Ref;

        var same = (await (await sluice.As("auditor")).Get($"/changes/{change}/difference?from=1&to=1")).Is(200);

        Assert.Empty(same["altered"].AsArray());
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Revision_that_never_was_is_refused(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var path = $"/changes/{(await sluice.Drafted()).Ref}/difference";
        var auditor = await sluice.As("auditor");

        Assert.Equal(["/from"], (await auditor.Get(path)).IsRefused(422, "revision.unknown").Pointers);
        Assert.Equal(["/to"], (await auditor.Get(path + "?from=1&to=2")).IsRefused(422, "revision.unknown").Pointers);
    }

    private static Dictionary<string, JsonNode> Altered(Reply reply) =>
        reply["altered"].AsArray().ToDictionary(altered => (string)altered!["pointer"]!, altered => altered!);
}
