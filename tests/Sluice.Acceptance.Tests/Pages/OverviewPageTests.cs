using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Sluice.Acceptance.Tests.Changes;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Acceptance.Tests.Releases;
using Sluice.Web.Pages;
using static Microsoft.Playwright.Assertions;

namespace Sluice.Acceptance.Tests.Pages;

/// <summary>Where one looks first: what stands where, what waits, what is about to go wrong, and the one field that finds everything.</summary>
public sealed class OverviewPageTests(Chromium chromium) : Visitors(chromium)
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Overview_counts_by_both_statuses_and_says_what_is_at_risk(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        var (waiting, running) = (await sluice.Deliverable(), await sluice.Deliverable());
        var late = await sluice.Scheduled(waiting);
        var release = await sluice.Executing(running);
        var page = await As("implementer-1", sluice);

        await page.GotoAsync("/");

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "1: Implementing" })).ToHaveAttributeAsync("href", "/changes?deliveryStatus=in-progress");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "0: Backed out" })).ToBeVisibleAsync();
        await Expect(page.Locator("section", new() { Has = page.Locator("#at-risk") })).ToContainTextAsync(late);
        await Expect(page.Locator("section", new() { Has = page.Locator("#waits-for-me") })).ToContainTextAsync($"Step i-{running} of {release}");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task More_at_risk_than_is_shown_leads_to_lists_that_hold_all_of_it(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        var clock = new { from = sluice.Now.AddMinutes(-5), until = sluice.Now.AddHours(8), zone = "UTC" };
        for (var count = 0; count < IndexModel.RiskShown + 2; count++)
            await sluice.Run(await sluice.Planned(), "schedule", clock);
        var typist = new Typist(sluice);
        await typist.SignIn("release-manager");

        var more = Regex.Match((await typist.Open("/")).Html, "(?s)id=\"at-risk\".*?<a href=\"(/releases\\?[^\"]*)\"").Groups[1].Value;

        // Late ones count whichever of these they are in: validating is not done either.
        Assert.Equal(
            ["backing-out", "executing", "scheduled", "suspended", "validating"],
            Regex.Matches(more, "status=([a-z-]+)").Select(found => found.Groups[1].Value).Order());
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Outcomes_are_counted_by_week(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        var change = await sluice.Deliverable();
        var release = await sluice.Executing(change);
        await sluice.Run(release, "back-out", new { reason = "It does not work", change });
        var page = await As("auditor", sluice);

        await page.GotoAsync("/");

        await Expect(page.Locator("section", new() { Has = page.Locator("#outcomes") })).ToContainTextAsync("backed out 1");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task My_work_is_what_waits_for_me_and_nobody_elses(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        var assess = await sluice.Submitted("To be assessed", "payments-api");
        var change = await sluice.Deliverable();
        var release = await sluice.Executing(change);

        var reviewer = await As("risk-reviewer", sluice);
        await reviewer.GotoAsync("/my-work");
        await Expect(reviewer.Locator("main")).ToContainTextAsync($"Assess {assess}");
        await Expect(reviewer.Locator("main")).Not.ToContainTextAsync(release);

        var implementer = await As("implementer-1", sluice);
        await implementer.GotoAsync("/my-work");
        await Expect(implementer.Locator("main")).ToContainTextAsync($"i-{change}");
        await Expect(implementer.Locator("main")).Not.ToContainTextAsync(assess);

        var stakeholder = await As("stakeholder", sluice);
        await stakeholder.GotoAsync("/my-work");
        await Expect(stakeholder.Locator("main")).ToContainTextAsync("Nothing waits for you");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Everything_is_found_by_reference_title_member_and_digest(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        var body = sluice.ChangeBody();
        body["title"] = "Interest in arrears";
        body["artefacts"]![0]!["name"] = "CBACT04C";
        body["artefacts"]![0]!["sha256"] = new string('e', 64);
        var change = (await sluice.Drafted(body)).Ref;
        var release = await sluice.Planned(change);
        var page = await As("operations", sluice);

        foreach (var words in (string[])["in arr", "cbact04c", new string('e', 64), "sha256:" + new string('E', 64)])
        {
            await Search(page, words);
            await Expect(page.Locator("main")).ToContainTextAsync(change);
        }
        await Search(page, change.ToLowerInvariant());
        Assert.EndsWith($"/changes/{change}", page.Url, StringComparison.Ordinal);
        await Search(page, release);
        Assert.EndsWith($"/releases/{release}", page.Url, StringComparison.Ordinal);
        await Search(page, "CBACT04");
        await Expect(page.Locator("main")).ToContainTextAsync("Nothing found");
    }

    [Fact]
    public async Task Member_is_found_under_its_present_name_only()
    {
        await using var sluice = await RunningSluice.New(Store.Sqlite);
        var body = sluice.ChangeBody();
        body["artefacts"]![0]!["name"] = "OLDNAME";
        var change = (await sluice.Drafted(body)).Ref;
        var shown = await sluice.Show(change);
        var artefacts = shown["artefacts"].AsArray().DeepClone();
        artefacts[0]!["name"] = "NEWNAME";
        (await (await sluice.As("requester")).Patch($"/changes/{change}", new { artefacts }, shown.ETag)).Is(200);
        var page = await As("operations", sluice);

        await Search(page, "OLDNAME");
        await Expect(page.Locator("main")).ToContainTextAsync("Nothing found");
        await Search(page, "NEWNAME");
        await Expect(page.Locator("main")).ToContainTextAsync(change);
    }

    [Fact]
    public async Task Keys_lead_to_search_to_places_and_along_a_list()
    {
        var sluice = await RunningSluice.On(Store.Sqlite);
        await sluice.Drafted("Something to go along");
        var page = await As("requester", sluice, new() { JavaScriptEnabled = true });
        // The page's clock goes on by hand only: how long this takes between two keys says nothing about the page.
        await page.Clock.InstallAsync(new() { TimeDate = sluice.Now.UtcDateTime });
        await page.GotoAsync("/");
        await page.Clock.PauseAtAsync(sluice.Now.UtcDateTime.AddHours(1));

        await page.Keyboard.PressAsync("/");
        await Expect(page.Locator(".bar-search input")).ToBeFocusedAsync();
        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("?");
        await Expect(page.Locator("#keys")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#keys")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("c");
        await page.WaitForURLAsync("**/changes");
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator("main tbody th a").First).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Times_are_those_of_the_viewers_zone()
    {
        var sluice = await RunningSluice.On(Store.Sqlite);
        var page = await As("operations", sluice, new() { JavaScriptEnabled = true, TimezoneId = "Asia/Tokyo" });
        await page.GotoAsync("/");
        await page.GotoAsync("/");
        await Expect(page.Locator(".bar-end")).ToContainTextAsync("Asia/Tokyo");

        await page.GotoAsync("/settings");
        await page.FillAsync("#settings-zone", "Atlantis/Center");
        await page.ClickAsync("text=Save");
        await Expect(page.Locator("[data-code='zone.unknown']").First).ToBeVisibleAsync();
        await page.FillAsync("#settings-zone", "America/New_York");
        await page.ClickAsync("text=Save");
        await Expect(page.Locator(".bar-end")).ToContainTextAsync("America/New_York");
    }

    [Fact]
    public async Task They_are_accessible_narrow_and_light()
    {
        await using var sluice = await RunningSluice.New(Store.Sqlite);
        var (change, other) = (await sluice.Deliverable(), await sluice.Deliverable());
        await sluice.Scheduled(other);
        var release = await sluice.Executing(change);
        await sluice.Run(release, "back-out", new { reason = "It does not work", change });
        await sluice.Executing(await sluice.Deliverable());
        var implementer = await Looking("implementer-1", sluice);
        await PageLook.At(implementer, "overview-running", "/");
        await PageLook.At(implementer, "my-work", "/my-work");
        await PageLook.At(implementer, "search", "/search?q=a");
        await PageLook.At(implementer, "search-none", "/search?q=zzz");
        await PageLook.At(implementer, "settings", "/settings");
        await PageLook.At(await Looking("change-manager", sluice), "my-work-manager", "/my-work");
    }

    private static async Task Search(IPage page, string words)
    {
        await page.GotoAsync("/search");
        await page.FillAsync("#search-q", words);
        await page.PressAsync("#search-q", "Enter");
    }
}
