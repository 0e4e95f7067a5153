using Microsoft.Playwright;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Acceptance.Tests.Releases;
using Sluice.Web.Pages.Parts;
using static Microsoft.Playwright.Assertions;

namespace Sluice.Acceptance.Tests.Pages;

/// <summary>A release on its way through the channel, by hand, in a browser that runs no script.</summary>
public sealed class ReleaseFlowPageTests(Chromium chromium) : Visitors(chromium)
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Release_goes_from_planning_to_completed_by_three_people(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = await sluice.Deliverable();

        var manager = await As("release-manager", sluice);
        await manager.GotoAsync("/releases/new");
        await manager.FillAsync("#plan-title", $"By hand on {store}");
        await manager.FillAsync("#plan-goal", "The new limit in production");
        await Press(manager, "Plan release");
        await IsAt(manager, "planning");
        var address = new Uri(manager.Url).AbsolutePath;
        await manager.FillAsync("#item-change", change);
        await Press(manager, "Add to release");
        await manager.ClickAsync("[data-undo=RemoveItem]");
        await Expect(manager.Locator("[role=status]")).ToContainTextAsync("is left out");
        await manager.ClickAsync("[data-undo=AddItem]");
        await Expect(manager.Locator("[role=status]")).ToContainTextAsync($"{change} is in it");
        await manager.ClickAsync("text=Edit runbook");
        await manager.ClickAsync("summary:has-text('Paste or upload')");
        await manager.FillAsync("#pasted",
            "key\tphase\tchange\tteam\tminutes\tdependsOn\tbacksOut\ttitle\n"
            + $"do\timplement\t{change}\tdelivery\t20\t\t\tCopy the load modules | all of them\n"
            + $"look\tverify\t{change}\tdelivery\t10\tdo\t\tRead 200 accounts\n"
            + "tell\tcommunicate\t\tdelivery\t5\tlook\t\tTell the branches\n"
            + $"undo\tback-out\t{change}\tdelivery\t15\t\tdo\tRestore the copy");
        await Press(manager, "Read what is pasted");
        await Expect(manager.Locator(".step-row")).ToHaveCountAsync(4);
        await Press(manager, "Save runbook");
        await Expect(manager.Locator("[role=status]")).ToContainTextAsync("4 steps");
        await manager.FillAsync("#schedule-from", Utc.Write(Minute(sluice.Now.AddMinutes(-5))));
        await manager.FillAsync("#schedule-until", Utc.Write(Minute(sluice.Now.AddHours(8))));
        await manager.FillAsync("#schedule-zone", "Europe/Zurich");
        await Press(manager, "Commit to this time");
        await IsAt(manager, "scheduled");
        var digest = (string)(await sluice.Release(address.Split('/')[^1]))["runbookDigest"]!;
        await Expect(manager.Locator(".signs code").First).ToHaveTextAsync(digest);
        await Expect(manager.Locator($"[data-signed={change}]")).ToContainTextAsync("revision 1");
        await Expect(manager.Locator($"[data-signed={change}]")).ToContainTextAsync("authorized for exactly this");
        await Press(manager, "Go");
        await IsAt(manager, "ready");
        await manager.ClickAsync("summary:has-text('Start')");
        await Expect(manager.Locator("[data-consequence=start]")).ToContainTextAsync("cannot be unstarted");
        await Press(manager, $"Start {address.Split('/')[^1]}");
        await IsAt(manager, "executing");

        var implementer = await As("implementer-1", sluice);
        await implementer.GotoAsync(address);
        foreach (var key in (string[])["do", "look", "tell"])
            foreach (var (act, status) in new[] { ("Start", "in-progress"), ("Complete", "done") })
            {
                await Press(implementer, $"{act} {key}");
                await Expect(implementer.Locator($"[data-step={key}]")).ToHaveAttributeAsync("data-status", status);
            }
        await IsAt(implementer, "validating");

        var qa = await As("qa", sluice);
        await qa.GotoAsync(address);
        await qa.CheckAsync("input[name=passed][value=yes]");
        await Press(qa, "Record validation");
        await Expect(qa.Locator($"#item-{change} [data-channel]")).ToHaveAttributeAsync("data-channel", "validated");

        await manager.GotoAsync(address);
        await manager.CheckAsync("input[name=outcome][value=successful]");
        await manager.FillAsync("#close-notes", "A quiet night.\nNothing to add.");
        await Press(manager, "Close release");
        await IsAt(manager, "completed");
        await Expect(manager.Locator(".history > li").First).ToContainTextAsync("A quiet night.");
        Assert.Equal("Copy the load modules | all of them", (string)(await sluice.Release(address.Split('/')[^1]))["steps"]![0]!["title"]!);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Refused_go_shows_every_failing_check(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var release = await sluice.Planned(await sluice.Drafted("Approved by nobody"));
        var manager = await As("release-manager", sluice);
        await manager.GotoAsync($"/releases/{release}");

        var go = manager.Locator("[data-act=go]");
        await Expect(go).ToBeDisabledAsync();
        var why = manager.Locator($"#{await go.GetAttributeAsync("aria-describedby")}");
        var shown = await sluice.Release(release, "release-manager");
        var reasons = shown["refusedActions"].AsArray().Single(act => (string)act!["action"]! == "go")!["reasons"]!.AsArray();
        Assert.True(reasons.Count > 2);
        foreach (var reason in reasons)
            await Expect(why).ToContainTextAsync((string)reason!["detail"]!);
        var failing = await sluice.FailingChecks(release);
        for (var row = 0; row < failing.Count; row++)
            Assert.Contains(await manager.Locator("[data-check]").Nth(row).GetAttributeAsync("data-check"), failing);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Page_of_a_release_refuses_the_same_acts_as_the_api_for_the_same_reasons(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var release = await sluice.Planned(await sluice.Drafted("Refused in a release"));
        foreach (var account in (string[])["release-manager", "auditor"])
        {
            var expected = (await sluice.Release(release, account))["refusedActions"].AsArray().Select(act => (string)act!["action"]!);
            var page = await As(account, sluice);
            await page.GotoAsync($"/releases/{release}");
            var shown = new List<string?>();
            foreach (var button in await page.Locator("[aria-labelledby=acts] .refusal button").AllAsync())
                shown.Add(await button.GetAttributeAsync("data-act"));

            Assert.Equal(expected.Order(), shown.Order());
        }
    }

    private static DateTimeOffset Minute(DateTimeOffset moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMinute));

    private static Task Press(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Last.ClickAsync();

    private static Task IsAt(IPage page, string status) =>
        Expect(page.Locator("[data-release]")).ToHaveAttributeAsync("data-release", status);
}
