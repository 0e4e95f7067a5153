using Microsoft.Playwright;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Acceptance.Tests.Releases;
using static Microsoft.Playwright.Assertions;

namespace Sluice.Acceptance.Tests.Pages;

/// <summary>Lists that are open all day: sorted, kept as views, and several changes added to a release at once.</summary>
public sealed class ListPageTests(Chromium chromium) : Visitors(chromium)
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Heads_sort_a_view_is_kept_renamed_and_removed_without_a_script(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        var (first, second) = (await sluice.Drafted("Sorted one"), await sluice.Drafted("Sorted two"));
        await sluice.Drafted("Another");
        var page = await As("stakeholder", sluice);
        await page.GotoAsync("/changes?q=sorted");
        await Expect(page.Locator("th[aria-sort=descending]")).ToHaveTextAsync("Change ↓ newest first");
        await Expect(page.Locator("input[type=checkbox]")).ToHaveCountAsync(0);
        await Expect(page.Locator(".pager")).ToContainTextAsync("2 rows on this page, the last");
        await Press(page, "Change ↓");
        await Expect(page.Locator("th[aria-sort=ascending]")).ToHaveTextAsync("Change ↑ oldest first");
        await Expect(page.Locator("tbody tr").First).ToContainTextAsync(first);
        await Press(page, "Requested from");
        await Press(page, "Touched");
        await Expect(page.Locator("th[aria-sort=descending]")).ToHaveTextAsync("Touched ↓ last first");
        await Expect(page.Locator("tbody tr").First).ToContainTextAsync(second);
        await Expect(page.Locator(".filter-tags .tag")).ToHaveCountAsync(1);

        await Press(page, "Save this view");
        await page.ClickAsync("button:has-text('Save view')");
        await Expect(page.Locator("#save-name-error")).ToContainTextAsync("text.missing");
        await page.FillAsync("#save-name", "<b>Mine</b>");
        await page.ClickAsync("button:has-text('Save view')");
        await Expect(page.Locator(".tabs [aria-current]")).ToHaveTextAsync("<b>Mine</b>");
        Assert.EndsWith("/changes?q=sorted&sort=-updated", page.Url, StringComparison.Ordinal);
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);
        await page.GotoAsync("/releases");
        await Expect(page.Locator(".tabs .own")).ToHaveCountAsync(0);

        await page.GotoAsync("/views");
        await page.ClickAsync("summary:has-text('Rename')");
        await page.FillAsync("tbody [name=name]", "Sorted");
        await page.ClickAsync("form[action*=Rename] button");
        await Expect(page.Locator("[role=status]")).ToContainTextAsync("“Sorted”");
        await page.ClickAsync("tbody th a:has-text('Sorted')");
        await Expect(page.Locator(".tabs [aria-current]")).ToHaveTextAsync("Sorted");
        await Press(page, "Your views");
        await page.ClickAsync("form[action*=Remove] button");
        await Expect(page.Locator("h3")).ToHaveTextAsync("No views of your own yet");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Several_changes_are_added_at_once_and_what_cannot_be_says_why(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        var (one, two, held) = (await sluice.Deliverable(), await sluice.Deliverable(), await sluice.Deliverable());
        var cancelled = await sluice.Drafted("Never mind");
        await (await sluice.As("requester")).Post($"/changes/{cancelled}/cancel", new { reason = "Not needed" });
        var (release, other) = (await sluice.Planned(), await sluice.Planned(held));
        var page = await As("release-manager", sluice);
        await page.GotoAsync($"/releases/{release}");
        await Press(page, "Add several");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);
        await page.GotoAsync($"/changes?into={release}");
        await Press(page, "Touched");
        foreach (var change in (string[])[two, one, held, cancelled])
            await page.CheckAsync($"input[value={change}]");
        await Press(page, $"Add ticked to {release}");

        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(4);
        await Expect(Row(page, held)).ToContainTextAsync($"{held} is in {other}");
        await Expect(Row(page, held).Locator("[data-code='change.in-release']")).ToHaveCountAsync(1);
        await Expect(Row(page, cancelled).Locator("[data-code='change.ended']")).ToHaveCountAsync(1);
        await Expect(Row(page, one)).ToContainTextAsync("Yes");
        // Meanwhile somebody else takes one of them.
        (await (await sluice.As("release-manager")).Post($"/releases/{other}/items", new { change = two })).Is(200);
        await Press(page, $"Add 2 to {release}");

        await Expect(page.Locator("[role=status]")).ToContainTextAsync("1 of 2 added");
        await Expect(Row(page, one)).ToContainTextAsync("Added");
        await Expect(Row(page, two)).ToContainTextAsync("Not added");
        await Expect(Row(page, two).Locator("[data-code='change.in-release']")).ToHaveCountAsync(1);
        // Loaded again, it sends nothing again, and says the same.
        await page.ReloadAsync();
        await Expect(page.Locator("[role=status]")).ToContainTextAsync("1 of 2 added");
        await Expect(Row(page, two).Locator("[data-code='change.in-release']")).ToHaveCountAsync(1);
        var shown = await (await sluice.As("auditor")).Get($"/releases/{release}");
        Assert.Equal([one], shown["items"].AsArray().Select(item => (string)item!["change"]!));

        var requester = await As("requester", sluice);
        var answer = await requester.GotoAsync($"/releases/add-several?change={two}&release={release}");
        Assert.Equal(403, answer!.Status);
        await Expect(requester.Locator("[role=alert]")).ToContainTextAsync("release.not-manager");
        await Expect(requester.Locator("form[method=post]:not([action='/sign-out'])")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Keys_walk_along_a_list_and_tick_its_rows()
    {
        await using var sluice = await RunningSluice.New(Store.Sqlite);
        var (one, two) = (await sluice.Deliverable(), await sluice.Deliverable());
        await sluice.Planned();
        var page = await As("release-manager", sluice, new());
        await page.GotoAsync("/changes");

        foreach (var key in (string[])["j", "x", "j", "x"])
            await page.Keyboard.PressAsync(key);
        await Expect(page.Locator("#ticked")).ToHaveTextAsync("2 ticked.");
        await page.Keyboard.PressAsync("k");
        await page.Keyboard.PressAsync("x");
        await Expect(page.Locator("#ticked")).ToHaveTextAsync("1 ticked.");
        await page.Keyboard.PressAsync("?");
        await Expect(page.Locator("#keys")).ToContainTextAsync("Ticks the row");
        await page.Keyboard.PressAsync("Escape");
        await Press(page, "Add ticked to a release");

        await Expect(page.Locator("main")).ToContainTextAsync($"Ticked: {one}");
        await Expect(page.Locator("main")).Not.ToContainTextAsync(two);
    }

    private static ILocator Row(IPage page, string change) => page.Locator("tbody tr", new() { Has = page.Locator($"text={change}").First });

    private static Task Press(IPage page, string word) => page.ClickAsync($"main :is(a, button):has-text('{word}')");
}
