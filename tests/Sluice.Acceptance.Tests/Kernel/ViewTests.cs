using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Kernel;

/// <summary>Lists as one person looks at them.</summary>
public sealed class ViewTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task View_is_saved_in_one_spelling_renamed_and_really_removed(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        var qa = await sluice.As("qa");
        var saved = (await qa.Post("/me/views", new
        {
            list = "changes", name = "Mine", query = "?system=payments-api&status=draft&status=assess&q=&sort=-updated",
        })).Is(201);
        Assert.Equal("?sort=-updated&status=assess&status=draft&system=payments-api", saved.Text("query"));

        var path = $"/me/views/{saved.Text("id")}";
        Assert.Equal("Mine too", (await qa.Post(path + "/rename", new { name = "Mine too" })).Is(200).Text("name"));
        Assert.Equal(["changes: Mine too"], await Named(qa));
        (await qa.Delete(path)).Is(200);
        Assert.Empty(await Named(qa));
        (await qa.Delete(path)).IsRefused(404, "view.unknown");
        (await qa.Post(path + "/rename", new { name = "Gone" })).IsRefused(404, "view.unknown");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task View_is_nobody_elses(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        var view = await Saved(await sluice.As("qa"), "Mine");

        foreach (var account in (string[])["support", "admin", "other-admin"])
        {
            var other = await sluice.As(account);
            Assert.Empty(await Named(other));
            (await other.Delete(view)).IsRefused(404, "view.unknown");
            (await other.Post(view + "/rename", new { name = "Theirs" })).IsRefused(404, "view.unknown");
            (await other.Post("/me/views", new { list = "audit", name = "Mine" })).Is(201);
        }
        Assert.Equal(["audit: Mine"], await Named(await sluice.As("qa")));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task View_of_no_list_or_of_what_the_list_is_not_asked_for_is_refused_with_every_reason(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        var qa = await sluice.As("qa");

        (await qa.Post("/me/views", new { list = "tokens", name = "X" })).IsRefused(422, "list.unknown");
        (await qa.Post("/me/views", new { list = "audit", name = "X", query = "?after=abc" })).IsRefused(422, "query.unknown");
        Assert.Equal(
            ["/name", "/query"],
            (await qa.Post("/me/views", new { list = "changes", name = new string('x', 61), query = "?actor=qa" })).Is(422).Pointers.Order());
        (await qa.Post("/me/views", new { list = "audit", name = " " })).IsRefused(422, "text.missing");
        (await qa.Post("/me/views", new { list = "audit", name = "X", query = "?act=" + new string('x', 3_000) })).IsRefused(422, "text.too-long");
        (await qa.Post("/me/views", new { list = "audit", name = "X", query = "?act=%00" })).IsRefused(422, "text.null-character");
        await Saved(qa, "Taken");
        (await qa.Post("/me/views", new { list = "audit", name = "Taken" })).IsRefused(409, "view.name-taken");
        (await qa.Post(await Saved(qa, "Another") + "/rename", new { name = "Taken" })).IsRefused(409, "view.name-taken");
        (await qa.Post("/me/views", new { list = "changes", name = "Taken" })).Is(201);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Person_keeps_fifty_views_and_no_more_however_many_are_saved_at_once(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        var qa = await sluice.As("qa");
        for (var place = 0; place < 46; place++)
            await Saved(qa, $"View {place}");

        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(place =>
            qa.Post("/me/views", new { list = "releases", name = $"At once {place}" })));

        Assert.Equal(4, replies.Count(reply => reply.Status == 201));
        Assert.All(replies.Where(reply => reply.Status != 201), reply => reply.IsRefused(409, "views.full"));
        Assert.Equal(50, (await Named(qa)).Count);
    }

    private static async Task<string> Saved(Caller caller, string name) =>
        $"/me/views/{(await caller.Post("/me/views", new { list = "audit", name, query = "?act=commented" })).Is(201).Text("id")}";

    private static async Task<IReadOnlyList<string>> Named(Caller caller) =>
        [.. (await caller.Get("/me/views")).Is(200)["items"].AsArray().Select(view => $"{view!["list"]}: {view["name"]}")];
}
