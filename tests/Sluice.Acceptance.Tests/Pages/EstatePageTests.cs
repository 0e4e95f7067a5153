using Microsoft.Playwright;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Acceptance.Tests.Production;
using Sluice.Acceptance.Tests.Releases;
using static Microsoft.Playwright.Assertions;

namespace Sluice.Acceptance.Tests.Pages;

/// <summary>Systems, teams and customers, kept by hand in a browser that runs no script.</summary>
public sealed class EstatePageTests(Chromium chromium) : Visitors(chromium)
{
    private const string Hostile = "<script>window.pwned=1</script> \u202Egpj.exe\u202C Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";

    [Theory, ClassData(typeof(BothStores))]
    public async Task Admin_adds_a_team_and_a_system_that_depends_on_another_and_edits_it(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var (team, system) = (Given.Key("desk"), Given.Key("switch"));
        var admin = await As("admin", sluice);

        await admin.GotoAsync("/teams");
        await admin.ClickAsync("text=New team");
        await admin.FillAsync("#team-key", team);
        await admin.FillAsync("#team-name", "Switch desk");
        await admin.CheckAsync("input[value=operations]");
        await Press(admin, "Add team");
        await Expect(admin.Locator("[role=status]")).ToContainTextAsync(team);
        await Expect(admin.Locator("[aria-labelledby=members] a")).ToHaveTextAsync("operations");

        await admin.GotoAsync("/systems/new");
        await admin.FillAsync("#system-key", system);
        await admin.FillAsync("#system-name", "Message switch");
        await admin.FillAsync("#system-environment", "z/OS");
        await admin.SelectOptionAsync("#system-ownerTeam", team);
        await admin.CheckAsync("input[name=criticality][value=high]");
        await admin.CheckAsync("input[name=dependsOn][value=ledger-db]");
        await Press(admin, "Add system");
        await Expect(admin.Locator("[aria-labelledby=depends] a").First).ToHaveTextAsync("ledger-db");
        await admin.ClickAsync("[aria-labelledby=depends] a >> text=ledger-db");
        await Expect(admin.Locator($"[aria-labelledby=depends] a[href='/systems/{system}']")).ToBeVisibleAsync();

        await admin.GotoAsync($"/systems/{system}");
        await admin.ClickAsync(".actions >> text=Edit");
        await admin.UncheckAsync("input[name=dependsOn][value=ledger-db]");
        await admin.CheckAsync("input[name=authorsImplement]");
        await Press(admin, "Save");
        await Expect(admin.Locator("[role=status]")).ToHaveTextAsync("Saved.");
        await Expect(admin.Locator(".history > li")).ToHaveCountAsync(2);
        var shown = await (await sluice.As("auditor")).Get($"/systems/{system}");
        Assert.Empty(shown.Texts("dependsOn"));
        Assert.True((bool)shown["authorsImplement"]!);

        await admin.GotoAsync($"/systems?q=MESSAGE+SWITCH&team={team}&criticality=high");
        await Expect(admin.Locator("tbody tr")).ToHaveCountAsync(1);
        await admin.GotoAsync($"/systems?q=message+switch&team={team}&criticality=low");
        await Expect(admin.GetByRole(AriaRole.Heading, new() { Name = "None matches" })).ToBeVisibleAsync();
        await admin.GotoAsync($"/teams/{team}");
        await Expect(admin.Locator($"[aria-labelledby=owned] a[href='/systems/{system}']")).ToBeVisibleAsync();
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Of_two_who_edit_the_same_the_later_is_told_what_changed_and_keeps_what_was_typed(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var (key, api) = (await sluice.AddedSystem(), await sluice.As("admin"));
        var late = await As("admin", sluice);
        await late.GotoAsync($"/systems/{key}/edit");
        (await api.Patch($"/systems/{key}", new { environment = "moved" })).Is(200);

        await late.FillAsync("#system-name", "Typed later");
        await Press(late, "Save");

        await Expect(late.Locator("[role=alert]")).ToContainTextAsync("version.stale");
        await Expect(late.Locator(".banner.tone-warn li")).ToHaveTextAsync("Environment: production → moved");
        await Expect(late.Locator("#system-name")).ToHaveValueAsync("Typed later");
        // What nobody typed over says what it says now.
        await Expect(late.Locator("#system-environment")).ToHaveValueAsync("moved");
        Assert.Equal("A system", (await api.Get($"/systems/{key}")).Text("name"));

        await late.FillAsync("#system-name", "Typed again");
        // What somebody says about it meanwhile is in nobody's way.
        (await api.Post($"/systems/{key}/comments", new { text = "Meanwhile." })).Is(201);
        await Press(late, "Save");
        await Expect(late.Locator("[role=status]")).ToHaveTextAsync("Saved.");
        var shown = await api.Get($"/systems/{key}");
        Assert.Equal(("Typed again", "moved"), (shown.Text("name"), shown.Text("environment")));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Everything_wrong_with_a_system_stands_beside_its_field(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var admin = await As("admin", sluice);
        await admin.GotoAsync("/systems/new");
        await admin.FillAsync("#system-key", "two words");
        await admin.CheckAsync("input[name=dependsOn][value=crm]");
        await Press(admin, "Add system");

        foreach (var field in (string[])["key", "name", "ownerTeam", "criticality", "environment"])
            await Expect(admin.Locator($"#system-{field}-error")).ToBeVisibleAsync();
        await Expect(admin.Locator("#system-key")).ToHaveValueAsync("two words");
        await Expect(admin.Locator("input[name=dependsOn][value=crm]")).ToBeCheckedAsync();

        await admin.GotoAsync("/systems/ledger-db/edit");
        await admin.CheckAsync("input[name=dependsOn][value=crm]");
        await Press(admin, "Save");
        await Expect(admin.Locator("#system-dependsOn-error")).ToContainTextAsync("system.dependency-cycle");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Who_does_not_keep_them_is_told_so_on_every_page(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var requester = await As("requester", sluice);
        foreach (var (path, code) in new[]
                 {
                     ("/systems/crm", "system.not-admin"), ("/systems/crm/edit", "system.not-admin"), ("/systems/new", "system.not-admin"),
                     ("/teams/payments", "team.not-admin"), ("/teams/payments/edit", "team.not-admin"), ("/teams/new", "team.not-admin"),
                     ("/customers/retail", "customer.not-admin"), ("/customers/retail/edit", "customer.not-admin"), ("/customers/new", "customer.not-admin"),
                 })
        {
            await requester.GotoAsync(path);
            await Expect(requester.Locator(".refusal")).ToContainTextAsync(code);
            await Expect(requester.Locator(".refusal button")).ToBeDisabledAsync();
            await Expect(requester.Locator("main form[method=post] >> text=Save")).ToHaveCountAsync(0);
        }
        foreach (var path in (string[])["/systems/no-such", "/teams/no-such/edit", "/customers/no-such", "/people/no-such", "/systems/claims-web"])
            Assert.Equal(404, (await requester.GotoAsync(path))!.Status);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Admin_cannot_join_a_team_by_themselves(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var admin = await As("admin", sluice);
        await admin.GotoAsync("/teams/payments/edit");
        await admin.CheckAsync("input[name=members][value=admin]");
        await Press(admin, "Save");

        await Expect(admin.Locator("[role=alert]")).ToContainTextAsync("team.self");
        await Expect(admin.Locator("input[name=members][value=admin]")).ToBeCheckedAsync();
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task What_changed_here_shows_both_statuses_of_what_moved_today(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = await sluice.Deliverable();
        var release = await sluice.Executing(change);
        await sluice.Done(release, $"i-{change}");
        var support = await As("support", sluice);

        await support.GotoAsync("/systems/payments-api");
        var row = support.Locator("[aria-labelledby=changed] tbody tr").Filter(new() { HasText = change });
        await Expect(row.Locator("[data-label=Gate]")).ToContainTextAsync("Approved");
        await Expect(row.Locator("[data-label=Channel]")).ToContainTextAsync("In progress");
        await Expect(row.Locator($"a[href='/releases/{release}']")).ToBeVisibleAsync();
        await Expect(support.Locator(".tabs [aria-current]")).ToHaveTextAsync("24 hours");

        await support.ClickAsync("text=30 days");
        await Expect(support.Locator(".tabs [aria-current]")).ToHaveTextAsync("30 days");
        await Expect(row).ToHaveCountAsync(1);
        await support.GotoAsync($"/systems/payments-api?since={sluice.Now.AddHours(1):yyyy-MM-dd'T'HH:mm}");
        await Expect(support.GetByRole(AriaRole.Heading, new() { Name = "Nothing has touched" })).ToBeVisibleAsync();
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Hostile_names_are_text(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var (api, key) = (await sluice.As("admin"), Given.Key("hostile"));
        (await api.Post("/teams", new { key, name = Hostile, members = (string[])["qa"] })).Is(201);
        (await api.Post("/systems", new { key, name = Hostile, ownerTeam = key, criticality = "low", environment = Hostile, dependsOn = (string[])[] })).Is(201);
        (await api.Post("/customers", new { key, name = Hostile, systems = (string[])[key] })).Is(201);
        var page = await As("admin", sluice, new() { BypassCSP = true, ViewportSize = new() { Width = 360, Height = 800 } });

        foreach (var kind in (string[])["systems", "teams", "customers"])
        {
            foreach (var path in (string[])[$"/{kind}?q={key}", $"/{kind}/{key}", $"/{kind}/{key}/edit", $"/{kind}?q={Uri.EscapeDataString(Hostile[..60])}"])
            {
                Assert.Equal(200, (await page.GotoAsync(path))!.Status);
                Assert.True(await page.EvaluateAsync<bool>(
                    "() => window.pwned === undefined && document.documentElement.scrollWidth <= document.documentElement.clientWidth"), path);
            }
            await page.GotoAsync($"/{kind}/{key}");
            Assert.Equal(Hostile, await page.Locator("h1 .typed").EvaluateAsync<string>("node => node.textContent"));
        }
        await page.GotoAsync($"/audit?record={key}");
        Assert.True(await page.EvaluateAsync<bool>("() => window.pwned === undefined"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Lists_are_paged_and_keep_their_filter(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var page = await As("auditor", sluice);
        await page.GotoAsync("/systems?criticality=critical&limit=2");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);
        await page.ClickAsync("[rel=next]");
        await Expect(page.Locator(".filter-tags")).ToContainTextAsync("Criticality: critical");
        await page.ClickAsync("text=First page");
        await Expect(page.Locator("tbody tr").First).ToBeVisibleAsync();

        Assert.Equal(422, (await page.GotoAsync("/systems?criticality=dire"))!.Status);
        await Expect(page.Locator("[role=alert]")).ToContainTextAsync("criticality.unknown");
        Assert.Equal(422, (await page.GotoAsync("/systems?after=nonsense"))!.Status);
    }

    private static Task Press(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
