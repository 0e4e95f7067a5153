using Microsoft.Playwright;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Acceptance.Tests.Production;
using static Microsoft.Playwright.Assertions;

namespace Sluice.Acceptance.Tests.Pages;

/// <summary>The calendar as people read it. Each test has a month of its own, decades ahead: the servers are shared.</summary>
public sealed class CalendarPageTests(Chromium chromium) : Visitors(chromium)
{
    // Where every other test has booked the present month, its page takes seconds.
    private const string Purpose = "calendar";

    [Theory, ClassData(typeof(BothStores))]
    public async Task Months_follow_one_another_and_today_leads_back(Store store)
    {
        var page = await As("requester", await RunningSluice.On(store, Purpose));
        await page.GotoAsync("/calendar");
        await Expect(page.Locator("td[aria-current=date] > time")).ToHaveCountAsync(1);
        var now = await Title(page);

        await page.GotoAsync("/calendar?month=2060-12");
        await Expect(page.Locator("h1")).ToHaveTextAsync("December 2060");
        await page.ClickAsync("[rel=next]");
        await Expect(page.Locator("h1")).ToHaveTextAsync("January 2061");
        Assert.Contains("month=2061-01", page.Url, StringComparison.Ordinal);
        await page.ClickAsync("[rel=prev]");
        await Expect(page.Locator("h1")).ToHaveTextAsync("December 2060");
        await Expect(page.Locator(".empty")).ToContainTextAsync("Nothing is planned");
        await page.GetByRole(AriaRole.Link, new() { Name = "Today", Exact = true }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(now);
        await page.FillAsync("#filter-month", "2061-05");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("May 2061");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task What_is_no_month_or_system_is_refused_and_a_month_is_shown_all_the_same(Store store)
    {
        var page = await As("requester", await RunningSluice.On(store, Purpose));
        foreach (var (query, code) in new[]
                 {
                     ("month=2060-13", "month.malformed"), ("month=nonsense", "month.malformed"), ("day=2061-02-29", "day.malformed"),
                     ("month=0001-01", "month.malformed"), ("month=9999-12", "month.malformed"), ("system=no-system", "system.unknown"),
                     ("system=claims-web", "system.unknown"),
                 })
        {
            var answer = await page.GotoAsync("/calendar?" + query);
            Assert.Equal(422, answer!.Status);
            await Expect(page.Locator("[role=alert]")).ToContainTextAsync(code);
            await Expect(page.Locator("h1")).Not.ToBeEmptyAsync();
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Day_belongs_to_the_viewers_clock(Store store)
    {
        var sluice = await RunningSluice.On(store, Purpose);
        var title = await Window(sluice, Moment(2062, 3, 10, 23), 2);
        var page = await As("requester", sluice, British);
        await page.GotoAsync("/calendar?month=2062-03");
        await Expect(Cell(page, "2062-03-10")).ToContainTextAsync($"23:00 {title}");
        await Expect(Cell(page, "2062-03-11").Locator(".entry")).ToHaveCountAsync(0);

        await ZoneOf(page, "Europe/Zurich");
        await page.ReloadAsync();
        await Expect(Cell(page, "2062-03-11")).ToContainTextAsync($"00:00 {title}");
        await Expect(page.Locator(".head-facts")).ToContainTextAsync("Europe/Zurich");

        await ZoneOf(page, "America/New_York");
        await page.ReloadAsync();
        await Expect(Cell(page, "2062-03-10")).ToContainTextAsync($"18:00 {title}");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Week_begins_as_the_viewers_language_has_it(Store store)
    {
        var sluice = await RunningSluice.On(store, Purpose);
        foreach (var (locale, first, title) in new[] { ("en-US", "Sunday", "August 2062"), ("en-GB", "Monday", "August 2062") })
        {
            var page = await As("requester", sluice, new() { JavaScriptEnabled = false, Locale = locale });
            await page.GotoAsync("/calendar?month=2062-08");
            await Expect(page.Locator(".month th").First).ToHaveTextAsync(first);
            await Expect(page.Locator("h1")).ToHaveTextAsync(title);
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Freeze_stands_on_every_day_that_it_covers_and_a_night_on_the_one_on_which_it_begins(Store store)
    {
        var sluice = await RunningSluice.On(store, Purpose);
        var title = Given.Key("Quarter close");
        (await (await sluice.As("production-control")).Post("/freezes", new
        {
            key = Given.Key("freeze"), title, from = Moment(2062, 5, 30, 12), until = Moment(2062, 6, 3, 0), zone = "UTC", reason = "Books",
        })).Is(201);
        var night = await Window(sluice, Moment(2062, 5, 10, 20), 8);
        var page = await As("requester", sluice, British);
        await page.GotoAsync("/calendar?month=2062-05");

        // It excludes its end, which is a midnight.
        Assert.Equal(["2062-05-30", "2062-05-31", "2062-06-01", "2062-06-02"], await DaysOf(title));
        Assert.Equal(["2062-05-10"], await DaysOf(night));
        await Expect(page.Locator("td.outside > time").First).ToHaveTextAsync("1 Jun");

        await page.ClickAsync(".tabs a:has-text('List')");
        await Expect(page.Locator("#day-2062-05-30")).ToContainTextAsync("12:00 – Sat 3 Jun 2062 00:00");
        await Expect(page.Locator("#day-2062-05-31")).ToContainTextAsync("all day");
        await Expect(page.Locator("#day-2062-06-01")).ToHaveCountAsync(0);
        await page.GotoAsync("/calendar?day=2062-05-11");
        await Expect(page.Locator("#day-2062-05-11")).ToContainTextAsync("until 04:00");
        await Expect(page.Locator("#day-2062-05-11")).ToContainTextAsync(night);

        Task<string[]> DaysOf(string text) => page.Locator($"td:has(.entry:has-text('{text}')) > time")
            .EvaluateAllAsync<string[]>("all => all.map(one => one.dateTime)");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Full_day_shows_the_first_few_and_leads_to_all_of_them(Store store)
    {
        var sluice = await RunningSluice.On(store, Purpose);
        for (var hour = 0; hour < 7; hour++)
            await Window(sluice, Moment(2062, 6, 15, hour), 1);
        var page = await As("requester", sluice);
        await page.GotoAsync("/calendar?month=2062-06");
        await Expect(Cell(page, "2062-06-15").Locator(".entry")).ToHaveCountAsync(3);

        await page.ClickAsync("text=4 more");

        Assert.EndsWith("/calendar?day=2062-06-15", page.Url, StringComparison.Ordinal);
        await Expect(page.Locator("#day-2062-06-15 tr:not(.group)")).ToHaveCountAsync(7);
        await Expect(page.Locator(".tabs [aria-current=page]")).ToHaveTextAsync("Day");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Conflict_is_on_its_day_and_listed_with_all_that_it_is_about(Store store)
    {
        var sluice = await RunningSluice.On(store, Purpose);
        var system = await sluice.AddedSystem();
        var window = await sluice.AddedWindow(Moment(2062, 7, 4, 20), Moment(2062, 7, 4, 23), [system], maxChanges: 1);
        var (one, other) = (Given.Key("CHG"), Given.Key("REL"));
        await sluice.Books(
            Given.Booking(one, Moment(2062, 7, 4, 20), Moment(2062, 7, 4, 22), system) with { Window = window },
            Given.Booking(other, Moment(2062, 7, 4, 21), Moment(2062, 7, 4, 23), system) with { Window = window });
        var page = await As("requester", sluice, British);
        await page.GotoAsync("/calendar?month=2062-07");

        await Expect(Cell(page, "2062-07-04").Locator(".is-conflict")).ToHaveTextAsync("2 conflicts");
        var overlap = page.Locator("[data-conflict='booking.overlap']");
        await Expect(overlap.Locator("th a")).ToHaveAttributeAsync("href", $"/changes/{one}");
        await Expect(overlap.Locator("[data-label=With] a")).ToHaveAttributeAsync("href", $"/releases/{other}");
        await Expect(overlap.Locator("[data-label=Overlap]")).ToContainTextAsync("21:00 – 22:00");
        await Expect(overlap.Locator("[data-label=Systems]")).ToHaveTextAsync(system);
        var full = page.Locator("[data-conflict='window.over-capacity']");
        await Expect(full.Locator("th a")).ToHaveAttributeAsync("href", $"/windows/{window}");
        await Expect(full.Locator("[data-label=With] li")).ToHaveCountAsync(2);
        await Expect(page.Locator($"[data-window={window}] [data-label=Changes]")).ToHaveTextAsync("2 of 1");
        await Expect(page.Locator($"[data-window={window}] svg[aria-label*='too much']")).ToHaveCountAsync(1);

        await page.GotoAsync($"/windows/{window}");
        await Expect(page.Locator("[data-booking]")).ToHaveCountAsync(2);
        await Expect(page.Locator("[data-conflict]")).ToHaveCountAsync(2);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Booking_says_where_its_change_or_release_stands_and_is_there_once(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        var (loose, held) = (await sluice.Submitted("Asks for a time"), await sluice.Submitted("Rides along"));
        var window = await sluice.AddedWindow(Given.In(1, 1), Given.In(1, 3), ["payments-api"], maxChanges: 3);
        var manager = await sluice.As("release-manager");
        var release = (await manager.Post("/releases", new { title = "Both rails" })).Is(201).Ref;
        (await manager.Post($"/releases/{release}/items", new { change = held })).Is(200);
        (await manager.Post($"/releases/{release}/schedule", new { window })).Is(200);
        var page = await As("requester", sluice);

        await page.GotoAsync("/calendar?day=" + Given.In(1, 1).UtcDateTime.ToString("yyyy-MM-dd", null));
        await Expect(page.Locator($"tr:has(th a[href='/changes/{loose}']) .mark")).ToHaveTextAsync(["Assess", "Unplanned"]);
        var row = page.Locator($"tr:has(th > a[href='/releases/{release}'])");
        await Expect(row.Locator(".mark")).ToHaveTextAsync("Scheduled");
        await Expect(row).ToContainTextAsync($"with {held}");
        await Expect(page.Locator($"th > a[href='/changes/{held}']")).ToHaveCountAsync(0);

        await page.GotoAsync("/calendar?month=" + Given.In(1, 1).UtcDateTime.ToString("yyyy-MM", null));
        await Expect(page.Locator($".entry.is-release[href='/releases/{release}']").First).ToContainTextAsync("Scheduled");
        await page.GotoAsync($"/windows/{window}");
        await Expect(page.Locator($"[data-booking={release}]")).ToContainTextAsync($"with {held}");
        await Expect(page.Locator("#booked + small")).ToHaveTextAsync("1 of 3 changes, 0 risk points");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Calendar_of_one_system_stays_narrowed_from_month_to_month(Store store)
    {
        var sluice = await RunningSluice.On(store, Purpose);
        var system = await sluice.AddedSystem();
        var mine = await sluice.AddedWindow(Moment(2062, 9, 4, 20), Moment(2062, 9, 4, 23), [system]);
        await Window(sluice, Moment(2062, 9, 5, 20), 1);
        var page = await As("requester", sluice);
        await page.GotoAsync($"/calendar?month=2062-08&system={system}");
        await Expect(page.Locator(".empty")).ToContainTextAsync(system);

        await page.ClickAsync("[rel=next]");
        await Expect(page.Locator("[data-window]")).ToHaveCountAsync(1);
        await Expect(page.Locator($"[data-window={mine}]")).ToHaveCountAsync(1);
        await page.Locator(".filter-tags a").ClickAsync();
        await Expect(page.Locator("[data-window]")).ToHaveCountAsync(2);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Hostile_text_is_text_in_the_calendar_and_breaks_nothing(Store store)
    {
        var sluice = await RunningSluice.On(store, Purpose);
        string[] texts =
        [
            "<script>window.pwned=1</script>", "\u202Egpj.exe\u202C مرحبا", new string('W', 180), "\"><svg onload=window.pwned=1>",
            "👩‍👩‍👧‍👦👩‍👩‍👧‍👦 Z̺̺̕algo @(1+1)",
        ];
        var control = await sluice.As("production-control");
        var keys = new List<(string Window, string Freeze)>();
        foreach (var (place, text) in texts.Index())
        {
            var (window, freeze) = (Given.Key("window"), Given.Key("freeze"));
            var (from, until) = (Moment(2062, 10, 2 + place, 20), Moment(2062, 10, 2 + place, 23));
            (await control.Post("/windows", new { key = window, title = text, from, until, zone = "UTC", systems = (string[])["crm"] })).Is(201);
            (await control.Post($"/windows/{window}/hold", new { reason = text })).Is(200);
            (await control.Post("/freezes", new { key = freeze, title = text, from, until, zone = "UTC", reason = text })).Is(201);
            keys.Add((window, freeze));
        }
        var page = await As("production-control", sluice, new() { BypassCSP = true, ViewportSize = new() { Width = 360, Height = 900 } });

        foreach (var path in new[] { "/calendar?month=2062-10", "/calendar?month=2062-10&view=list", "/calendar?day=2062-10-03" })
            await IsHarmless(page, path);
        foreach (var (place, (window, freeze)) in keys.Index())
            foreach (var path in new[] { $"/windows/{window}", $"/freezes/{freeze}" })
            {
                await IsHarmless(page, path);
                Assert.Equal(texts[place], await page.Locator("h1 .typed").EvaluateAsync<string>("node => node.textContent"));
            }
        await page.GotoAsync("/calendar?month=2062-10&view=list");
        var titles = await page.Locator("tbody th > a").EvaluateAllAsync<string[]>("all => all.map(one => one.textContent)");
        Assert.All(texts, text => Assert.Equal(2, titles.Count(title => title == text)));
    }

    private static BrowserNewContextOptions British => new() { JavaScriptEnabled = false, Locale = "en-GB" };

    private static async Task IsHarmless(IPage page, string path)
    {
        Assert.Equal(200, (await page.GotoAsync(path))!.Status);
        Assert.True(await page.EvaluateAsync<bool>("() => window.pwned === undefined"), $"Something typed ran at {path}.");
        Assert.True(await page.EvaluateAsync<bool>(
            "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{path} scrolls sideways.");
    }

    /// <returns>Its title.</returns>
    private static async Task<string> Window(RunningSluice sluice, DateTimeOffset from, int hours)
    {
        var title = Given.Key("Night");
        (await (await sluice.As("production-control")).Post("/windows", new
        {
            key = Given.Key("window"), title, from, until = from.AddHours(hours), zone = "UTC", systems = (string[])["crm"],
        })).Is(201);
        return title;
    }

    private static ILocator Cell(IPage page, string day) => page.Locator($"td:has(> time[datetime='{day}'])");

    private static async Task<string> Title(IPage page) => (await page.Locator("h1").TextContentAsync())!;

    private static Task ZoneOf(IPage page, string zone) => page.Context.AddCookiesAsync(
        [new() { Name = "sluice-zone", Value = Uri.EscapeDataString(zone), Url = page.Url, Secure = true }]);

    private static DateTimeOffset Moment(int year, int month, int day, int hour) => new(year, month, day, hour, 0, 0, TimeSpan.Zero);
}
