using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Kernel;

public sealed class PagingTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Changes_made_between_two_pages_neither_hide_nor_repeat_any(Store store)
    {
        var requester = await (await RunningSluice.On(store)).As("requester");
        foreach (var sort in (string[])["-ref", "ref", "-updated"])
        {
            var word = Samples.Unique("paged");
            Task<Reply> Add() => requester.Post("/changes", Samples.Change($"One {word}"));
            var before = new List<string>();
            for (var number = 0; number < 7; number++)
                before.Add((string)(await Add()).Is(201)["ref"]!);

            var seen = await Walk(requester, $"/changes?q={word}&sort={sort}&limit=2", "ref", Add);

            Assert.Equal(seen.Count, seen.Distinct().Count());
            Assert.Equal(before.Order(StringComparer.Ordinal), seen.Intersect(before).Order(StringComparer.Ordinal));
            Assert.Equal(sort == "ref" ? before : Enumerable.Reverse(before), seen.Where(before.Contains));
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task People_added_between_two_pages_neither_hide_nor_repeat_any(Store store)
    {
        var admin = await (await RunningSluice.On(store)).As("admin");
        var first = await Walk(admin, "/people?limit=200", "account", () => Task.FromResult<Reply>(null!));

        var seen = await Walk(admin, "/people?limit=3", "account", async () =>
        {
            foreach (var start in (string[])["a", "m", "z"])
                (await admin.Post("/people", new { account = Samples.Unique(start), name = "New", roles = (string[])[] })).Is(201);
            return null!;
        }, most: 4);

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Empty(first.Except(seen));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Comments_and_history_are_paged(Store store)
    {
        var requester = await (await RunningSluice.On(store)).As("requester");
        var path = $"/changes/{(await requester.Post("/changes", Samples.Change("Discussed"))).Is(201)["ref"]}";
        for (var number = 1; number <= 5; number++)
            (await requester.Post($"{path}/comments", new { text = $"{number}" })).Is(201);
        Task<Reply> Add() => requester.Post($"{path}/comments", new { text = "later" });

        var comments = await Walk(requester, $"{path}/comments?limit=2", "sequence", Add, most: 1);
        var history = await Walk(requester, $"{path}/history?limit=2", "sequence", Add, most: 1);

        Assert.Equal(["2", "3", "4", "5", "6", "7"], comments);
        Assert.Equal(["7", "6", "5", "4", "3", "2", "1"], history);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Place_in_one_list_is_no_place_in_another(Store store)
    {
        var requester = await (await RunningSluice.On(store)).As("requester");
        await requester.Post("/changes", Samples.Change("One"));
        await requester.Post("/changes", Samples.Change("Two"));
        var link = (string)(await requester.Get("/changes?limit=1")).Is(200)["nextLink"]!;

        Assert.StartsWith("/api/v1/changes?", link, StringComparison.Ordinal);
        (await requester.Get(link)).Is(200);
        (await requester.Get(link + "&status=draft")).IsRefused(422, "after.unreadable");
        (await requester.Get(link + "&sort=ref")).IsRefused(422, "after.unreadable");
        (await requester.Get(link.Replace("/changes?", "/people?", StringComparison.Ordinal))).IsRefused(422, "after.unreadable");
    }

    /// <summary>Reads all pages, and has something added after each of the first <paramref name="most"/>.</summary>
    private static async Task<List<string>> Walk(Caller caller, string? path, string name, Func<Task<Reply>> add, int most = 100)
    {
        var seen = new List<string>();
        // A list that grows at the end as fast as it is read would never end.
        for (var pages = 0; path is not null && pages < 100; pages++)
        {
            var page = (await caller.Get(path)).Is(200);
            seen.AddRange(page["items"].AsArray().Select(item => item![name]!.ToString()));
            path = (string?)page.Json["nextLink"];
            if (pages < Math.Min(most, 5))
                await add();
        }
        return seen;
    }
}
