using Microsoft.Playwright;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Acceptance.Tests.Releases;
using static Microsoft.Playwright.Assertions;

namespace Sluice.Acceptance.Tests.Pages;

/// <summary>The editor of a runbook with a script, and how it and its paper look.</summary>
public sealed class RunbookPageTests(Chromium chromium) : Visitors(chromium)
{
    // Some of each phase: axe takes a minute for two hundred rows, each of which is as the others.
    private const int Steps = 24;

    [Fact]
    public async Task With_a_script_steps_are_pasted_and_moved_by_keys_and_the_page_stays_where_it_is()
    {
        var sluice = await RunningSluice.On(Store.Sqlite);
        var release = await sluice.Planned(await sluice.Drafted("By keyboard"));
        var page = await As("release-manager", sluice, new() { ViewportSize = new() { Width = 1360, Height = 900 } });
        await page.GotoAsync($"/releases/{release}/runbook");
        await page.ClickAsync("summary:has-text('Paste or upload')");
        await page.FillAsync("#pasted", "title\tminutes\tphase\n" + string.Join('\n', Enumerable.Range(1, 60).Select(step => $"Step {step}\t5\tprepare")));
        await page.ClickAsync("text=Read what is pasted");
        await Expect(page.Locator(".step-row")).ToHaveCountAsync(60);

        await page.EvaluateAsync("window.sameDocument = true");
        await page.FocusAsync("#title-29");
        var before = await page.EvaluateAsync<double>("scrollY");
        Assert.True(before > 300);
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await Expect(page.Locator("[name=title]").Nth(28)).ToHaveValueAsync("Step 30");
        await Expect(page.Locator("#title-29")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("!");
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await Expect(page.Locator("[name=title]").Nth(29)).ToHaveValueAsync("!Step 30");
        Assert.InRange(await page.EvaluateAsync<double>("scrollY") - before, -300, 300);
        await page.ClickAsync("button[aria-label='Remove step-1']");
        await Expect(page.Locator(".step-row")).ToHaveCountAsync(59);
        Assert.True(await page.EvaluateAsync<bool>("window.sameDocument"));

        // An answer without the form does not take the draft away.
        var cookies = await page.Context.CookiesAsync();
        await page.Context.ClearCookiesAsync(new() { Name = "sluice" });
        await page.Locator("button", new() { HasText = "Save runbook" }).First.ClickAsync();
        await Expect(page.Locator("#not-sent")).ToContainTextAsync("Sign in again");
        await Expect(page.Locator(".step-row")).ToHaveCountAsync(59);
        await page.Context.AddCookiesAsync([.. cookies.Select(cookie => new Cookie
        {
            Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path, Secure = cookie.Secure, HttpOnly = cookie.HttpOnly,
        })]);

        await page.Locator("button", new() { HasText = "Save runbook" }).First.ClickAsync();
        await Expect(page.Locator("[role=status]").First).ToContainTextAsync("59 steps");
        Assert.Equal("!Step 30", (string)(await sluice.Release(release))["steps"]![28]!["title"]!);
    }

    [Fact]
    public async Task Editor_and_paper_are_accessible_narrow_and_light()
    {
        var sluice = await RunningSluice.On(Store.Sqlite);
        var release = await sluice.Kept("release with a runbook of every phase", RunbookOfEveryPhase);
        var manager = await Looking("release-manager", sluice);
        await PageLook.At(manager, "runbook", $"/releases/{release}/runbook");
        await manager.FillAsync("#minutes-3", "soon");
        await manager.FillAsync("#team-4", "nobody at all");
        await manager.Locator("button", new() { HasText = "Check" }).First.ClickAsync();
        await Expect(manager.Locator("[role=alert] li")).ToHaveCountAsync(2);
        await PageLook.Here(manager, "runbook-refused");
        await PageLook.At(manager, "runbook-paper", $"/releases/{release}/runbook/print");
    }

    [Fact]
    public async Task On_paper_there_is_nothing_to_press_and_nothing_folded()
    {
        var sluice = await RunningSluice.On(Store.Sqlite);
        var change = await sluice.Deliverable();
        var release = await sluice.Executing(change);
        var page = await As("release-manager", sluice);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var path in (string[])[$"/changes/{change}", $"/releases/{release}", $"/releases/{release}/run", $"/releases/{release}/runbook/print"])
        {
            await page.GotoAsync(path);
            await Expect(page.Locator("h1")).ToBeVisibleAsync();
            foreach (var pressed in (string[])["nav", "main button", "main form", "main input", "header.bar"])
                foreach (var found in await page.Locator(pressed).AllAsync())
                    Assert.False(await found.IsVisibleAsync(), $"{path} prints {await found.EvaluateAsync<string>("node => node.outerHTML.slice(0, 200)")}");
            foreach (var folded in await page.Locator("main details:not(.act):not(.step-acts) > :not(summary):not(form)").AllAsync())
                if (!await folded.EvaluateAsync<bool>("node => node.closest('.act, .refusal, form, [aria-labelledby=acts]') !== null"))
                    Assert.True(await folded.IsVisibleAsync(), $"{path} keeps {await folded.TextContentAsync()} folded");
        }
    }

    private static async Task<string> RunbookOfEveryPhase(RunningSluice sluice)
    {
        string[] changes = [await sluice.Drafted("First of a long night"), await sluice.Drafted("Second of a long night")];
        var release = await sluice.Planned(changes);
        var phases = (string[])["prepare", "implement", "verify", "communicate", "decide", "back-out"];
        await sluice.WriteRunbook(release, [.. Enumerable.Range(0, Steps).Select(number =>
        {
            var phase = phases[number * phases.Length / Steps];
            var step = ReleaseSteps.Step(
                $"step-{number:000}", phase, phase is "implement" or "verify" or "back-out" ? changes[number % 2] : null,
                number % 4 > 0 && phase != "back-out" && number % (Steps / phases.Length) > 0 ? $"step-{number - 1:000}" : null);
            step["title"] = $"{phase} CARD.PROD.LOADLIB(CVA{number:0000}) on LPAR {number % 4}";
            step["dependsOn"] = step["dependsOn"]!.DeepClone();
            return (System.Text.Json.Nodes.JsonNode)step;
        })]);
        return release;
    }
}
