using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Changes;

public sealed class PagingTests
{
    public static MatrixTheoryData<Store, string> Sorts { get; } = new([Store.Sqlite, Store.Postgres], ["-ref", "ref", "-updated", "updated", "-from", "from"]);

    [Theory, MemberData(nameof(Sorts))]
    public async Task Pages_show_each_change_once_in_the_order_of_the_list_while_others_are_added(Store store, string sort)
    {
        var sluice = await RunningSluice.On(store);
        var marker = $"paged {sort}";
        var made = new List<string>();
        for (var place = 0; place < 7; place++)
            made.Add(await Titled(sluice, marker));
        var isDown = sort.StartsWith('-');
        if (isDown)
            made.Reverse();
        var auditor = await sluice.As("auditor");

        var (seen, pages) = (new List<string>(), 0);
        for (var next = $"/changes?q={Uri.EscapeDataString(marker)}&sort={sort}&limit=3"; next is not null; pages++)
        {
            var page = (await auditor.Get(next)).Is(200);
            seen.AddRange(page["items"].AsArray().Select(item => (string)item!["ref"]!));
            next = (string?)page.Json["nextLink"];
            Assert.StartsWith("/api/v1/", next ?? "/api/v1/", StringComparison.Ordinal);
            if (isDown)
                await Titled(sluice, marker);
        }

        Assert.Equal(3, pages);
        Assert.Equal(made, seen);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Place_in_one_list_is_none_in_another(Store store)
    {
        var sluice = await RunningSluice.On(store);
        for (var place = 0; place < 2; place++)
            await Titled(sluice, "placed");
        var auditor = await sluice.As("auditor");
        var next = (await auditor.Get("/changes?q=placed&limit=1")).Text("nextLink");

        (await auditor.Get(next.Replace("q=placed", "q=place", StringComparison.Ordinal))).IsRefused(422, "after.unreadable");
        (await auditor.Get(next + "&sort=ref")).IsRefused(422, "after.unreadable");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task History_is_paged_newest_first(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Approved()).Ref;
        var auditor = await sluice.As("auditor");

        var seen = new List<long>();
        for (var next = $"/changes/{change}/history?limit=2"; next is not null;)
        {
            var page = (await auditor.Get(next)).Is(200);
            seen.AddRange(page["items"].AsArray().Select(entry => (long)entry!["sequence"]!));
            next = (string?)page.Json["nextLink"];
        }

        Assert.Equal([5, 4, 3, 2, 1], seen);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task People_are_paged_by_account(Store store)
    {
        var auditor = await (await RunningSluice.On(store)).As("auditor");

        var seen = new List<string>();
        for (var next = "/people?limit=5"; next is not null;)
        {
            var page = (await auditor.Get(next)).Is(200);
            seen.AddRange(page["items"].AsArray().Select(person => (string)person!["account"]!));
            next = (string?)page.Json["nextLink"];
        }

        Assert.Contains("stakeholder", seen);
        Assert.Equal(seen.Distinct().Order(StringComparer.Ordinal), seen);
    }

    private static async Task<string> Titled(RunningSluice sluice, string title)
    {
        var body = sluice.ChangeBody();
        body["title"] = title;
        return (await sluice.Drafted(body)).Ref;
    }
}
