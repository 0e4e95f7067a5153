using Microsoft.Playwright;
using Sluice.Acceptance.Tests.Crash;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Web.Pages.Parts;
using static Microsoft.Playwright.Assertions;

namespace Sluice.Acceptance.Tests.Pages;

/// <summary>A new organisation, in a browser that runs no script: nobody types an address, the overview leads.</summary>
public sealed class FirstUsePageTests(Chromium chromium) : Visitors(chromium)
{
    private const string Sha256 = "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd";
    private readonly Dictionary<string, IPage> people = [];

    [Theory, ClassData(typeof(BothStores))]
    public async Task New_organisation_is_led_from_nothing_to_its_first_closed_release(Store store)
    {
        await using var database = await TestDatabase.New(store);
        using var host = await HostProcess.StartInEarnest(database);
        var admin = await SignIn(host, "admin", await host.FirstPassword());
        await Expect(Steps(admin)).ToHaveCountAsync(9);
        await Expect(Done(admin)).ToHaveCountAsync(0);

        await ChangePassword(admin, await host.FirstPassword());
        await AddPeople(admin, host);
        await Follow(admin, "Add a team that answers for a system");
        await admin.FillAsync("#team-key", "core");
        await admin.FillAsync("#team-name", "Core");
        await admin.CheckAsync("input[value=owner]");
        await admin.CheckAsync("input[value=doer]");
        await Press(admin, "Add team");
        await Follow(admin, "Add a system that changes affect");
        await admin.FillAsync("#system-key", "ledger");
        await admin.FillAsync("#system-name", "Ledger");
        await admin.FillAsync("#system-environment", "Production");
        await admin.SelectOptionAsync("#system-ownerTeam", "core");
        await admin.CheckAsync("input[name=criticality][value=high]");
        await Press(admin, "Add system");
        await Overview(admin);
        await Expect(Done(admin)).ToHaveCountAsync(4);

        var change = await ApproveTheFirstChange();
        await RunTheFirstRelease(change);

        foreach (var person in people.Values)
        {
            await Overview(person);
            await Expect(Steps(person)).ToHaveCountAsync(0);
        }
    }

    private async Task AddPeople(IPage admin, HostProcess host)
    {
        foreach (var (account, roles) in new[]
                 {
                     ("asks", "requester"), ("owner", "app-owner qa"), ("decides", "change-manager"), ("plans", "release-manager"),
                     ("doer", "implementer"),
                 })
        {
            await Follow(admin, "Add people and give them roles");
            await admin.FillAsync("#person-account", account);
            await admin.FillAsync("#person-name", $"Who {account}");
            foreach (var role in roles.Split(' '))
                await admin.CheckAsync($"input[name=roles][value={role}]");
            await Press(admin, "Add person");
            await SignIn(host, account, await admin.Locator("#shown-once").InnerTextAsync());
        }
    }

    private async Task<string> ApproveTheFirstChange()
    {
        var asks = people["asks"];
        await Follow(asks, "Draft the first change");
        await asks.FillAsync("#content-title", "The first of all");
        await asks.FillAsync("#content-reason", "Somebody has to begin.");
        await asks.CheckAsync("input[name=systems][value=ledger]");
        var now = TimeProvider.System.GetUtcNow();
        await asks.FillAsync("#content-requestedWindow-from", Utc.Write(Minute(now.AddHours(-1))));
        await asks.FillAsync("#content-requestedWindow-until", Utc.Write(Minute(now.AddHours(9))));
        foreach (var plan in (string[])["implementationPlan", "testPlan", "backoutPlan"])
            await asks.FillAsync("#content-" + plan, "As usual.");
        await Press(asks, "Save draft");
        await Follow(asks, "Have it approved");
        await Press(asks, "Submit revision 1");
        var reference = new Uri(asks.Url).AbsolutePath.Split('/')[^1];

        var decides = people["decides"];
        await Follow(decides, "Have it approved");
        await decides.SelectOptionAsync("#assessment-likelihood", "1");
        await decides.SelectOptionAsync("#assessment-impact", "2");
        await decides.FillAsync("#assessment-reasons", "Small.");
        await Press(decides, "Record assessment");
        var owner = people["owner"];
        await Follow(owner, "Have it approved");
        await owner.ClickAsync("summary:has-text('Attach a link')");
        await owner.SelectOptionAsync("#link-kind", "test-result");
        await owner.FillAsync("#link-title", "Regression");
        await owner.FillAsync("#link-url", "https://ci.example/1");
        await owner.FillAsync("#link-sha256", Sha256);
        await Press(owner, "Attach link");
        foreach (var approver in (IPage[])[owner, decides])
        {
            await Follow(approver, "Have it approved");
            await approver.CheckAsync("input[name=decision][value=approve]");
            await Press(approver, "Record decision");
        }
        return reference;
    }

    private async Task RunTheFirstRelease(string change)
    {
        var plans = people["plans"];
        await Follow(plans, "Plan the first release");
        await plans.FillAsync("#plan-title", "First night");
        await Press(plans, "Plan release");
        await Follow(plans, "Run it and close it");
        await plans.FillAsync("#item-change", change);
        await Press(plans, "Add to release");
        await plans.GetByRole(AriaRole.Link, new() { Name = "Edit runbook", Exact = true }).ClickAsync();
        await plans.ClickAsync("summary:has-text('Paste or upload')");
        await plans.FillAsync("#pasted",
            "key,phase,change,owner,minutes,dependsOn,backsOut,title\n"
            + $"do,implement,{change},doer,20,,,Do it\nlook,verify,{change},owner,10,do,,Look at it\n"
            + $"tell,communicate,,doer,5,look,,Tell everybody\nundo,back-out,{change},doer,15,,do,Undo it");
        await Press(plans, "Read what is pasted");
        await Press(plans, "Save runbook");
        var now = TimeProvider.System.GetUtcNow();
        await plans.FillAsync("#schedule-from", Utc.Write(Minute(now.AddMinutes(-5))));
        await plans.FillAsync("#schedule-until", Utc.Write(Minute(now.AddHours(8))));
        await Press(plans, "Commit to this time");
        await Press(plans, "Go");
        await plans.ClickAsync("summary:has-text('Start')");
        await Press(plans, "Start " + new Uri(plans.Url).AbsolutePath.Split('/')[^1]);
        foreach (var (who, step) in new[] { ("doer", "do"), ("owner", "look"), ("doer", "tell") })
        {
            await Follow(people[who], "Run it and close it");
            await Press(people[who], $"Start {step}");
            await Press(people[who], $"Complete {step}");
        }
        await Follow(people["owner"], "Run it and close it");
        await people["owner"].CheckAsync("input[name=passed][value=yes]");
        await Press(people["owner"], "Record validation");
        await Follow(plans, "Run it and close it");
        await plans.CheckAsync("input[name=outcome][value=successful]");
        await plans.FillAsync("#close-notes", "The first one.");
        await Press(plans, "Close release");
        await Expect(plans.Locator("[data-release]")).ToHaveAttributeAsync("data-release", "completed");
    }

    private static async Task ChangePassword(IPage admin, string first)
    {
        await Follow(admin, "Change the password you were given");
        await admin.FillAsync("#password-oldPassword", first);
        await admin.FillAsync("#password-newPassword", "a long new password");
        await admin.FillAsync("#password-passwordAgain", "a long new password");
        await Press(admin, "Change password");
        await Enter(admin, "admin", "a long new password");
        await Expect(Done(admin)).ToHaveCountAsync(1);
    }

    private async Task<IPage> SignIn(HostProcess host, string account, string password)
    {
        var page = people[account] = await Visit(host.Http.BaseAddress!);
        await page.GotoAsync("/");
        await Enter(page, account, password);
        return page;
    }

    private static async Task Enter(IPage page, string account, string password)
    {
        await page.FillAsync("#account", account);
        await page.FillAsync("#password", password);
        await Press(page, "Sign in");
    }

    /// <summary>By the links on the page and nothing else.</summary>
    private static async Task Follow(IPage page, string step)
    {
        await Overview(page);
        await Steps(page).GetByRole(AriaRole.Link, new() { Name = step, Exact = true }).ClickAsync();
    }

    private static async Task Overview(IPage page)
    {
        await page.ClickAsync("a.brand");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Overview" })).ToBeVisibleAsync();
    }

    private static ILocator Steps(IPage page) => page.Locator("[aria-labelledby=first-steps] li");

    private static ILocator Done(IPage page) => page.Locator("[aria-labelledby=first-steps] li[data-done=yes]");

    private static DateTimeOffset Minute(DateTimeOffset moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMinute));

    private static Task Press(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Last.ClickAsync();
}
