using Microsoft.Playwright;
using Sluice.Acceptance.Tests.Changes;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Acceptance.Tests.Releases;
using static Microsoft.Playwright.Assertions;

namespace Sluice.Acceptance.Tests.Pages;

/// <summary>The run board, with a script that keeps it live, and without.</summary>
public sealed class RunBoardPageTests(Chromium chromium) : Visitors(chromium)
{
    private static readonly BrowserNewContextOptions WithScript = new() { JavaScriptEnabled = true };

    [Theory, ClassData(typeof(BothStores))]
    public async Task What_one_does_the_other_sees_without_asking(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = await sluice.Deliverable();
        var (board, step) = ($"/releases/{await sluice.Executing(change)}/run", $"i-{change}");
        var one = await As("implementer-1", sluice, WithScript);
        var other = await As("release-manager", sluice, new() { JavaScriptEnabled = true });
        await other.GotoAsync(board);
        await Expect(other.Locator(".live-word")).ToHaveTextAsync("Live");
        await one.GotoAsync(board);

        await one.ClickAsync($"button[aria-label='Start {step}']");

        await Expect(other.Locator($"[data-row={step}]")).ToHaveAttributeAsync("data-status", "in-progress");
        await Expect(other.Locator(".feed")).ToContainTextAsync($"started step {step}");
    }

    [Fact]
    public async Task Notes_being_typed_survive_what_others_do()
    {
        var sluice = await RunningSluice.On(Store.Sqlite);
        var change = await sluice.Deliverable();
        var (release, step) = (await sluice.Executing(change), $"i-{change}");
        var page = await As("implementer-1", sluice, new() { JavaScriptEnabled = true });
        await page.GotoAsync($"/releases/{release}/run");
        await Expect(page.Locator(".live-word")).ToHaveTextAsync("Live");
        await page.Locator($"[data-step={step}] summary", new() { HasText = "Notes" }).First.ClickAsync();
        await page.FillAsync($"#step-{step}-notes", "Copied 14 of 20");

        (await (await sluice.As("implementer-1")).Post($"/releases/{release}/steps/{step}/start")).Is(200);

        await Expect(page.Locator($"[data-row={step}]")).ToHaveAttributeAsync("data-status", "in-progress");
        await Expect(page.Locator($"#step-{step}-notes")).ToHaveValueAsync("Copied 14 of 20");
        await Expect(page.Locator($"#step-{step}-notes")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Line_that_cannot_be_had_at_first_is_tried_until_there_is_one()
    {
        var sluice = await RunningSluice.On(Store.Sqlite);
        var release = await sluice.Executing(await sluice.Deliverable());
        var page = await As("implementer-1", sluice, new() { JavaScriptEnabled = true });
        var tried = 0;
        // Refused, then cut, and the third is let through.
        await page.RouteAsync("**/run/events", line => ++tried switch
        {
            1 => line.FulfillAsync(new() { Status = 503 }),
            2 => line.AbortAsync(),
            _ => line.ContinueAsync(),
        });

        await page.GotoAsync($"/releases/{release}/run");

        await Expect(page.Locator(".live-word")).ToContainTextAsync("Not live");
        await Expect(page.Locator(".live-word")).ToHaveTextAsync("Live");
        Assert.Equal(3, tried);
    }

    [Fact]
    public async Task Line_that_has_gone_silent_is_hung_up_and_made_anew()
    {
        var sluice = await RunningSluice.On(Store.Sqlite);
        var release = await sluice.Executing(await sluice.Deliverable());
        var page = await As("implementer-1", sluice, new() { JavaScriptEnabled = true });
        await page.Clock.InstallAsync();
        var tried = 0;
        await page.RouteAsync("**/run/events", line => ++tried == 2 ? line.FulfillAsync(new() { Status = 503 }) : line.ContinueAsync());
        await page.GotoAsync($"/releases/{release}/run");
        await Expect(page.Locator(".live-word")).ToHaveTextAsync("Live");

        // Longer than the server ever leaves it without a sign of life: to the page, something in between has swallowed them.
        await page.Clock.FastForwardAsync(26_000);

        await Expect(page.Locator(".live-word")).ToContainTextAsync("Not live");
        await page.Clock.FastForwardAsync(11_000);
        await Expect(page.Locator(".live-word")).ToHaveTextAsync("Live");
        Assert.Equal(3, tried);
    }

    [Fact]
    public async Task Dead_line_is_said_at_once_and_what_was_missed_is_fetched_when_it_is_back()
    {
        var sluice = await RunningSluice.On(Store.Sqlite);
        var change = await sluice.Deliverable();
        var (release, step) = (await sluice.Executing(change), $"i-{change}");
        var page = await As("implementer-1", sluice, new() { JavaScriptEnabled = true });
        await page.GotoAsync($"/releases/{release}/run");
        await Expect(page.Locator(".live-word")).ToHaveTextAsync("Live");

        await page.Context.SetOfflineAsync(true);
        await Expect(page.Locator(".live-word")).ToContainTextAsync("Not live");
        (await (await sluice.As("implementer-1")).Post($"/releases/{release}/steps/{step}/start")).Is(200);
        await page.Context.SetOfflineAsync(false);

        await Expect(page.Locator(".live-word")).ToHaveTextAsync("Live");
        await Expect(page.Locator($"[data-row={step}]")).ToHaveAttributeAsync("data-status", "in-progress");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Without_script_a_step_is_done_and_a_failed_one_is_decided_upon(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = await sluice.Deliverable();
        var (board, step) = ($"/releases/{await sluice.Executing(change)}/run", $"i-{change}");
        var implementer = await As("implementer-1", sluice);
        await implementer.GotoAsync(board);
        await Expect(implementer.GetByRole(AriaRole.Link, new() { Name = "Refresh" })).ToBeVisibleAsync();
        await implementer.ClickAsync($"button[aria-label='Start {step}']");
        await implementer.ClickAsync($"button[aria-label='Fail {step}']");

        // Whoever does the step may try again, but nobody except a release manager turns back.
        await Expect(implementer.Locator("input[value=retry]")).ToBeEnabledAsync();
        await Expect(implementer.Locator("input[value=everything]")).ToBeDisabledAsync();
        await Expect(implementer.Locator("label:has(input[value=everything]) [data-code]").First).ToBeVisibleAsync();
        await implementer.CheckAsync("input[value=retry]");
        await implementer.ClickAsync("text=Continue");
        await Expect(implementer.Locator($"[data-row={step}]")).ToHaveAttributeAsync("data-status", "in-progress");
        await implementer.ClickAsync($"button[aria-label='Fail {step}']");

        var manager = await As("release-manager", sluice);
        await manager.GotoAsync(board);
        await manager.CheckAsync("input[value=item]");
        await manager.ClickAsync("text=Continue");
        await Expect(manager.Locator("[role=alert] [data-code='text.missing']")).ToBeVisibleAsync();
        await manager.CheckAsync("input[value=item]");
        await manager.FillAsync($"#choice-{step}-reason", "RC 12 in the link step");
        await manager.ClickAsync("text=Continue");
        await Expect(manager.Locator(".banner[role=status]")).ToContainTextAsync($"{change} is to be backed out");
    }

    [Fact]
    public async Task Nothing_running_is_said_and_one_running_is_led_to()
    {
        await using var sluice = await RunningSluice.New(Store.Sqlite);
        var page = await As("operations", sluice);
        await page.GotoAsync("/run");
        await Expect(page.Locator("main")).ToContainTextAsync("Nothing runs now");

        var release = await sluice.Executing(await sluice.Deliverable());
        await page.GotoAsync("/run");

        Assert.EndsWith($"/releases/{release}/run", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Board_is_accessible_narrow_and_light()
    {
        var sluice = await RunningSluice.On(Store.Sqlite);
        var body = sluice.ChangeBody();
        body["title"] = "A change whose title goes on and on until it needs a second line, and then some more of it";
        var change = await sluice.Deliverable(body);
        var (release, step) = (await sluice.Executing(change), $"i-{change}");
        var implementer = await Looking("implementer-1", sluice);
        await PageLook.At(implementer, "run-board", $"/releases/{release}/run");
        await implementer.ClickAsync($"button[aria-label='Start {step}']");
        await implementer.ClickAsync($"button[aria-label='Fail {step}']");
        await PageLook.Here(implementer, "run-board-failed");
        await PageLook.At(await Looking("release-manager", sluice), "run-board-choice", $"/releases/{release}/run");
        await PageLook.At(implementer, "run-board-planned", $"/releases/{await sluice.Planned()}/run");
    }
}
