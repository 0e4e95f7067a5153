using System.Text.RegularExpressions;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Acceptance.Tests.Pages;

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

    [Theory, ClassData(typeof(BothStores))]
    public async Task One_view_of_each_list_is_the_default_and_takes_the_place_of_another(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        var (qa, support) = (await sluice.As("qa"), await sluice.As("support"));
        var (first, second) = (await Saved(qa, "First"), await Saved(qa, "Second"));
        var drafts = $"/me/views/{(await qa.Post("/me/views", new { list = "changes", name = "Drafts", query = "?status=draft" })).Is(201).Text("id")}";
        Assert.Empty(await Defaults(qa));

        foreach (var view in (string[])[first, drafts, second, second])
            Assert.True((bool)(await qa.Post(view + "/default")).Is(200)["isDefault"]);
        Assert.Equal(["audit: Second", "changes: Drafts"], await Defaults(qa));

        // Of two that are made the default at once, one is.
        var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(place => qa.Post((place % 2 == 0 ? first : second) + "/default")));
        Assert.All(replies, reply => reply.Is(200));
        Assert.Equal(2, (await Defaults(qa)).Count);
        (await support.Post(first + "/default")).IsRefused(404, "view.unknown");
        (await support.Delete(drafts + "/default")).IsRefused(404, "view.unknown");

        Assert.False((bool)(await qa.Delete(drafts + "/default")).Is(200)["isDefault"]);
        await qa.Delete(first);
        await qa.Delete(second);
        Assert.Empty(await Defaults(qa));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task List_opens_with_its_default_view_and_all_of_it_is_one_tab_away(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        var (draft, submitted) = (await sluice.Drafted("Only a draft"), await sluice.Submitted("Sent on its way"));
        var qa = await sluice.As("qa");
        var typist = new Typist(sluice);
        await typist.SignIn("qa");
        Assert.Equal("/changes", (await typist.Open("/changes")).Address);
        (await qa.Post("/me/views", new { list = "changes", name = "<i>Drafts</i>", query = "?status=draft" })).Is(201);

        var told = await typist.Send(await typist.Open("/views"), "Default");
        Assert.Contains("opens with “<i>Drafts</i>” from now on", told.Text, StringComparison.Ordinal);
        var opened = await typist.Open("/changes");

        Assert.Equal("/changes?status=draft", opened.Address);
        Assert.Contains(draft, opened.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(submitted, opened.Text, StringComparison.Ordinal);
        Assert.Matches("<a class=\"own\" href=\"/changes\\?status=draft\" aria-current=\"page\">", opened.Html);
        // The tab, the tag of the last filter, and both ways to clear them: all of it.
        var ways = Regex.Matches(opened.Html, "href=\"(/changes\\?view=all)\"").Select(found => found.Groups[1].Value).ToList();
        Assert.Equal(3, ways.Count);
        var all = await typist.Open(ways[0]);
        Assert.Equal("/changes?view=all", all.Address);
        foreach (var change in (string[])[draft, submitted])
            Assert.Contains(change, all.Text, StringComparison.Ordinal);
        Assert.Matches("href=\"/changes\\?view=all\" aria-current=\"page\"", all.Html);

        // What asks for something is answered that, and other lists and people are as they were.
        Assert.Equal($"/changes?into=REL-1", (await typist.Open("/changes?into=REL-1")).Address);
        Assert.Equal("/releases", (await typist.Open("/releases")).Address);
        Assert.Equal(2, (await qa.Get("/changes")).Is(200)["items"].AsArray().Count);
        await typist.Send(await typist.Open("/views"), "Default");
        Assert.Equal("/changes", (await typist.Open("/changes")).Address);
    }

    private static async Task<IReadOnlyList<string>> Defaults(Caller caller) =>
    [
        .. (await caller.Get("/me/views")).Is(200)["items"].AsArray().Where(view => (bool)view!["isDefault"]!)
            .Select(view => $"{view!["list"]}: {view["name"]}"),
    ];

    private static async Task<string> Saved(Caller caller, string name) =>
        $"/me/views/{(await caller.Post("/me/views", new { list = "audit", name, query = "?act=commented" })).Is(201).Text("id")}";

    private static async Task<IReadOnlyList<string>> Named(Caller caller) =>
        [.. (await caller.Get("/me/views")).Is(200)["items"].AsArray().Select(view => $"{view!["list"]}: {view["name"]}")];
}
