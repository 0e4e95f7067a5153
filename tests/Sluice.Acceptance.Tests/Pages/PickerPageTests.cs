using Microsoft.Playwright;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Kernel.Http;
using static Microsoft.Playwright.Assertions;

namespace Sluice.Acceptance.Tests.Pages;

/// <summary>Choosing one of more records than a page should hold.</summary>
public sealed class PickerPageTests(Chromium chromium) : Visitors(chromium)
{
    private const int Most = Paging.LargestLimit;

    [Theory, ClassData(typeof(BothStores))]
    public async Task Windows_that_have_ended_leave_room_for_those_to_come(Store store)
    {
        var clock = new SetClock();
        await using var sluice = await RunningSluice.New(store, clock);
        await AddWindow(sluice, "zz-later", clock.GetUtcNow().AddDays(300));
        await AddWindow(sluice, "zz-sooner", clock.GetUtcNow().AddDays(299));
        for (var place = 0; place <= Most; place++)
            await AddWindow(sluice, $"aa-{place}", clock.GetUtcNow());
        clock.Advance(TimeSpan.FromHours(2));
        var page = await As("release-manager", sluice);

        await page.GotoAsync("/releases/new");

        var offered = await page.Locator("select#plan-window option").EvaluateAllAsync<string[]>("all => all.map(one => one.value)");
        Assert.Equal(["zz-sooner", "zz-later"], offered[^2..]);
        Assert.DoesNotContain(offered, key => key.StartsWith("aa-", StringComparison.Ordinal));
    }

    // Of the page, whatever the database: filling one with so many takes its time.
    [Fact]
    public async Task Window_that_is_not_offered_any_more_is_typed()
    {
        await using var sluice = await RunningSluice.New(Store.Sqlite);
        for (var place = 0; place <= Most; place++)
            await AddWindow(sluice, $"aa-{place}", sluice.Now.AddDays(200));
        await AddWindow(sluice, "last", sluice.Now.AddDays(300));
        var page = await As("release-manager", sluice);
        await page.GotoAsync("/releases/new");
        await Expect(page.Locator("#plan-window-offered option")).ToHaveCountAsync(Most);
        await Expect(page.Locator("#plan-window-offered option[value=last]")).ToHaveCountAsync(0);

        await page.FillAsync("#plan-title", "Far ahead");
        await page.FillAsync("#plan-window", "last");
        await Press(page, "Plan release");

        await Expect(page.Locator("[role=status]")).ToContainTextAsync("is planned");
        var release = await (await sluice.As("auditor")).Get("/releases/" + page.Url.Split('/')[^1]);
        Assert.Equal("last", (string?)release["window"]);
    }

    // Of the page, whatever the database: filling one with so many takes its time.
    [Fact]
    public async Task System_that_is_not_offered_any_more_is_typed()
    {
        await using var sluice = await RunningSluice.New(Store.Sqlite);
        var admin = await sluice.As("admin");
        foreach (var key in Enumerable.Range(0, Most).Select(place => $"aa-{place}").Append("zz-last"))
            (await admin.Post(
                "/systems", new { key, name = "A system", ownerTeam = "payments", criticality = "low", environment = "production" })).Is(201);
        var reference = await sluice.Drafted("Beyond the list");
        var page = await As("requester", sluice);
        await page.GotoAsync($"/changes/{reference}/edit");
        await Expect(page.Locator("[name=systems][value=zz-last]")).ToHaveCountAsync(0);

        await page.FillAsync("#content-furtherSystems", "zz-last payments-api");
        await page.Locator("main form button.primary").ClickAsync();

        await Expect(page.Locator("[role=status]")).ToContainTextAsync("Revision 2 is saved");
        var change = await (await sluice.As("auditor")).Get($"/changes/{reference}");
        Assert.Equal(["payments-api", "zz-last"], change["systems"]!.AsArray().Select(system => (string)system!).Order());
        await page.GotoAsync("/changes");
        await page.FillAsync("#filter-system", "zz-last");
        await Press(page, "Filter");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await page.GotoAsync($"/changes/{reference}/edit");
        await Expect(page.Locator("[name=systems][value=zz-last]")).ToBeCheckedAsync();
    }

    private static async Task AddWindow(RunningSluice sluice, string key, DateTimeOffset from) =>
        (await (await sluice.As("production-control")).Post("/windows",
            new { key, title = "A window", from, until = from.AddHours(1), zone = "UTC", systems = (string[])["payments-api"] })).Is(201);

    private static Task Press(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
