using Microsoft.Playwright;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Acceptance.Tests.Production;
using static Microsoft.Playwright.Assertions;

namespace Sluice.Acceptance.Tests.Pages;

/// <summary>Windows and freezes, made and ended by hand, in a browser that runs no script.</summary>
public sealed class CalendarFlowPageTests(Chromium chromium) : Visitors(chromium)
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Production_control_makes_a_window_holds_it_and_releases_it(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var key = Given.Key("by-hand");
        var page = await As("production-control", sluice);
        await page.GotoAsync("/calendar");
        await page.GetByRole(AriaRole.Link, new() { Name = "New window" }).ClickAsync();
        await Fill(page, "window", key, "Sysplex night", "2064-01-10T22:00", "2064-01-11T04:00", "Europe/Zurich");
        await page.CheckAsync("input[name=systems][value=crm]");
        await page.CheckAsync("input[name=systems][value=ledger-db]");
        await page.FillAsync("#window-maxChanges", "7");
        await Press(page, "Make window");

        await Expect(page.Locator("[role=status]")).ToContainTextAsync("in the calendar");
        await IsAt(page, "data-window", "upcoming");
        var made = await (await sluice.As("auditor")).Get($"/windows/{key}");
        Assert.Equal(
            ("2064-01-10T21:00:00+00:00", "2064-01-11T03:00:00+00:00", "Europe/Zurich"),
            (made.Text("from"), made.Text("until"), made.Text("zone")));
        Assert.Equal((7, null), ((int?)made.Json["maxChanges"], (int?)made.Json["maxRiskPoints"]));
        Assert.Equal(["crm", "ledger-db"], made.Texts("systems"));

        await page.ClickAsync("summary:has-text('Hold window')");
        await page.FillAsync("#hold-reason", "Storage is\nbeing moved.");
        await Press(page, "Hold window");
        await IsAt(page, "data-window", "held");
        await Expect(page.Locator(".banner.tone-warn")).ToContainTextAsync("Storage is");
        await page.ClickAsync(".crumbs a");
        await Expect(page.Locator($"[data-window={key}]")).ToContainTextAsync("Held");
        await page.Locator($"[data-window={key}] th a").ClickAsync();

        await page.ClickAsync("summary:has-text('Release window')");
        await page.FillAsync("#release-reason", "Moved.");
        await Press(page, "Release window");
        await IsAt(page, "data-window", "upcoming");
        await Expect(page.Locator(".history > li")).ToHaveCountAsync(3);
        await Expect(page.Locator(".history > li").First).ToContainTextAsync("released it");
        await Expect(page.Locator(".history > li").First).ToContainTextAsync("Moved.");

        await page.FillAsync("#comment-text", "Thank you.");
        await Press(page, "Comment");
        await Expect(page.Locator("[aria-labelledby=comments] .typed")).ToHaveTextAsync("Thank you.");
        var proof = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("text=Download proof"));
        Assert.Equal($"{key}-proof.json", proof.SuggestedFilename);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Production_control_places_a_freeze_and_lifts_it(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var key = Given.Key("by-hand");
        var page = await As("production-control", sluice);
        await page.GotoAsync("/calendar?month=2064-02");
        await page.GetByRole(AriaRole.Link, new() { Name = "New freeze" }).ClickAsync();
        await Fill(page, "freeze", key, "Year-end close", "2064-02-10T00:00", "2064-02-13T00:00", "America/New_York");
        await page.CheckAsync("input[name=systems][value=ledger-db]");
        await page.FillAsync("#freeze-reason", "Books are closed.\nNo exceptions.");
        await Press(page, "Place freeze");

        await IsAt(page, "data-freeze", "upcoming");
        var placed = await (await sluice.As("auditor")).Get($"/freezes/{key}");
        Assert.Equal("2064-02-10T05:00:00+00:00", placed.Text("from"));
        Assert.Equal("Books are closed.\nNo exceptions.", placed.Text("reason"));
        Assert.Equal(["ledger-db"], placed.Texts("systems"));

        await page.ClickAsync("summary:has-text('Lift freeze')");
        await Press(page, "Lift freeze");
        await Expect(page.Locator("#lift-reason-error")).ToContainTextAsync("text.missing");
        await page.FillAsync("#lift-reason", "Closed early.");
        await Press(page, "Lift freeze");
        await IsAt(page, "data-freeze", "lifted");
        await Expect(page.Locator(".history > li").First).ToContainTextAsync("Closed early.");
        await Expect(page.Locator("[data-act=lift]")).ToBeDisabledAsync();
        await Expect(page.Locator("[data-code='freeze.lifted']")).ToBeVisibleAsync();
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Freeze_of_everything_is_said_outright(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var key = Given.Key("by-hand");
        var page = await As("production-control", sluice);
        await page.GotoAsync("/freezes/new");
        await Fill(page, "freeze", key, "Everything", "2064-03-10T00:00", "2064-03-11T00:00", "UTC");
        await page.FillAsync("#freeze-reason", "Migration");
        await Press(page, "Place freeze");
        await Expect(page.Locator("#freeze-systems-error")).ToContainTextAsync("systems.missing");

        await page.CheckAsync("input[name=scope][value=everything]");
        await Press(page, "Place freeze");

        await Expect(page.Locator(".facts").First).ToContainTextAsync("Everything");
        Assert.Null((await (await sluice.As("auditor")).Get($"/freezes/{key}")).Json["systems"]);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Requester_is_told_why_windows_and_freezes_are_not_theirs_to_keep(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var key = await sluice.AddedWindow(Given.In(30), Given.In(31), ["crm"]);
        var page = await As("requester", sluice);
        await page.GotoAsync("/calendar");
        await Expect(page.Locator("text=New window")).ToHaveCountAsync(0);
        foreach (var (path, code) in new[] { ("/windows/new", "window.not-production-control"), ("/freezes/new", "freeze.not-production-control") })
        {
            await page.GotoAsync(path);
            await Expect(page.Locator(".refusal button")).ToBeDisabledAsync();
            await Expect(page.Locator(".refusal")).ToContainTextAsync(code);
            await Expect(page.Locator("main form")).ToHaveCountAsync(0);
        }

        await page.GotoAsync($"/windows/{key}");
        foreach (var act in (await (await sluice.As("requester")).Get($"/windows/{key}"))["refusedActions"].AsArray())
        {
            var button = page.Locator($"[data-act={act!["action"]}]");
            await Expect(button).ToBeDisabledAsync();
            var why = page.Locator($"#{await button.GetAttributeAsync("aria-describedby")}");
            foreach (var reason in act["reasons"]!.AsArray())
                await Expect(why).ToContainTextAsync((string)reason!["code"]!);
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Time_that_the_clocks_skip_is_refused_at_its_field_and_nothing_typed_is_lost(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var key = Given.Key("by-hand");
        var page = await As("production-control", sluice);
        await page.GotoAsync("/windows/new");
        // In Zurich the clocks go forward on 30 March 2064, and back on 26 October.
        await Fill(page, "window", key, "Over the gap", "2064-03-30T02:30", "2064-03-30T05:00", "Europe/Zurich");
        await page.CheckAsync("input[name=systems][value=crm]");
        await page.FillAsync("#window-maxRiskPoints", "0");
        await Press(page, "Make window");

        await Expect(page.Locator("#window-from-error")).ToContainTextAsync("moment.skipped");
        await Expect(page.Locator("#window-maxRiskPoints-error")).ToContainTextAsync("capacity.out-of-range");
        await Expect(page.Locator("[role=alert] li")).ToHaveCountAsync(2);
        await Expect(page.Locator("#window-from")).ToHaveValueAsync("2064-03-30T02:30");
        await Expect(page.Locator("#window-title")).ToHaveValueAsync("Over the gap");
        await Expect(page.Locator("input[name=systems][value=crm]")).ToBeCheckedAsync();

        await page.FillAsync("#window-from", "2064-10-26T02:30");
        await page.FillAsync("#window-until", "2064-10-26T03:00");
        await page.FillAsync("#window-maxRiskPoints", "5");
        await Press(page, "Make window");
        await Expect(page.Locator("#window-from-error")).ToContainTextAsync("moment.twice");
        await page.CheckAsync("input[name=fromTurn][value=first]");
        await Press(page, "Make window");
        var made = await (await sluice.As("auditor")).Get($"/windows/{key}");
        Assert.Equal(("2064-10-26T00:30:00+00:00", "2064-10-26T02:00:00+00:00"), (made.Text("from"), made.Text("until")));
        // By the clocks half an hour, in truth an hour and a half.
        await Expect(page.Locator(".facts").First).ToContainTextAsync("1 h 30");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Form_begins_with_the_viewers_zone_and_every_empty_field_has_its_message(Store store)
    {
        var page = await As("production-control", await RunningSluice.On(store));
        foreach (var (path, form, button, fields) in new (string, string, string, string[])[]
                 {
                     ("/windows/new", "window", "Make window", ["key", "title", "from", "until", "systems"]),
                     ("/freezes/new", "freeze", "Place freeze", ["key", "title", "from", "until", "systems", "reason"]),
                 })
        {
            await page.GotoAsync(path);
            await page.Context.AddCookiesAsync([new() { Name = "sluice-zone", Value = "Asia%2FTokyo", Url = page.Url, Secure = true }]);
            await page.ReloadAsync();
            await Expect(page.Locator($"#{form}-zone")).ToHaveValueAsync("Asia/Tokyo");
            await Press(page, button);
            foreach (var field in fields)
                await Expect(page.Locator($"#{form}-{field}-error")).ToBeVisibleAsync();
            await page.FillAsync($"#{form}-zone", "Europe/Atlantis");
            await Press(page, button);
            await Expect(page.Locator($"#{form}-zone-error")).ToContainTextAsync("zone.unknown");
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Other_organisations_window_and_freeze_look_like_none_at_all(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var key = await sluice.AddedWindow(Given.In(30), Given.In(31), ["crm"]);
        var page = await As("other-requester", sluice);
        var pages = new List<string>();
        foreach (var path in new[] { $"/windows/{key}", "/windows/no-window", $"/windows/{key}/proof", "/freezes/card-campaign", "/freezes/no-freeze" })
        {
            Assert.Equal(404, (await page.GotoAsync(path))!.Status);
            pages.Add(await page.Locator("main").InnerHTMLAsync());
        }
        Assert.Single(pages.Distinct());
        await page.GotoAsync("/calendar");
        await Expect(page.Locator(".empty")).ToContainTextAsync("as soon as production control makes them");
    }

    private static async Task Fill(IPage page, string form, string key, string title, string from, string until, string zone)
    {
        foreach (var (field, value) in new[] { ("key", key), ("title", title), ("from", from), ("until", until), ("zone", zone) })
            await page.FillAsync($"#{form}-{field}", value);
    }

    private static Task Press(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Last.ClickAsync();

    private static Task IsAt(IPage page, string record, string status) =>
        Expect(page.Locator($"[{record}]")).ToHaveAttributeAsync(record, status);
}
