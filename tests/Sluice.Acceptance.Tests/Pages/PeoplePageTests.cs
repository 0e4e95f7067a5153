using Microsoft.Playwright;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Acceptance.Tests.Kernel;
using static Microsoft.Playwright.Assertions;

namespace Sluice.Acceptance.Tests.Pages;

/// <summary>People, their roles, tokens and passwords, by hand in a browser that runs no script.</summary>
public sealed class PeoplePageTests(Chromium chromium) : Visitors(chromium)
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Admin_adds_a_person_who_signs_in_with_the_first_password_and_changes_it(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var account = Samples.Unique("joins");
        var admin = await As("admin", sluice);
        await admin.GotoAsync("/people/new");
        await admin.FillAsync("#person-account", account);
        await admin.FillAsync("#person-name", "Joins today");
        await admin.CheckAsync("input[name=roles][value=requester]");
        await Press(admin, "Add person");
        var first = await admin.Locator("#shown-once").InnerTextAsync();
        await admin.GotoAsync($"/people/{account}");
        Assert.DoesNotContain(first, await admin.ContentAsync(), StringComparison.Ordinal);

        var page = await Visit(sluice);
        await SignIn(page, account, first);
        await page.GotoAsync("/settings");
        await Change(page, "not the old one", "a long new password");
        await Expect(page.Locator("[role=alert]")).ToContainTextAsync("sign-in.wrong");
        await Change(page, first, "short");
        await Expect(page.Locator("#password-newPassword-error")).ToContainTextAsync("password.too-short");
        await page.FillAsync("#password-oldPassword", first);
        await page.FillAsync("#password-newPassword", "a long new password");
        await page.FillAsync("#password-passwordAgain", "a long new pasword");
        await Press(page, "Change password");
        await Expect(page.Locator("#password-passwordAgain-error")).ToContainTextAsync("password.differs");
        await Change(page, first, "a long new password");

        await Expect(page.Locator("[role=status]")).ToContainTextAsync("signed out everywhere");
        await SignIn(page, account, "a long new password");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Overview" })).ToBeVisibleAsync();
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Admin_grants_roles_but_none_to_themselves(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var (api, account) = (await sluice.As("admin"), Samples.Unique("granted"));
        (await api.Post("/people", new { account, name = "Granted", roles = (string[])["requester"] })).Is(201);
        var admin = await As("admin", sluice);
        await admin.GotoAsync($"/people/{account}");
        await Expect(admin.Locator("input[value=requester]")).ToBeCheckedAsync();
        await admin.UncheckAsync("input[value=requester]");
        await admin.CheckAsync("input[value=qa]");
        await admin.CheckAsync("input[value=support]");
        await Press(admin, "Grant these roles");

        await Expect(admin.Locator("[role=status]")).ToContainTextAsync("qa and support");
        await Expect(admin.Locator(".history > li").First).ToContainTextAsync("requester → qa, support");

        // Somebody else grants while the boxes are looked at.
        (await api.Put($"/people/{account}/roles", new { roles = (string[])["auditor"] }, (await api.Get($"/people/{account}")).ETag)).Is(200);
        await admin.CheckAsync("input[value=implementer]");
        await Press(admin, "Grant these roles");
        await Expect(admin.Locator("[role=alert]")).ToContainTextAsync("version.stale");
        await Expect(admin.Locator("input[value=implementer]")).ToBeCheckedAsync();
        Assert.Equal(["auditor"], (await api.Get($"/people/{account}")).Texts("roles"));

        await admin.GotoAsync("/people/admin");
        await Expect(admin.Locator(".refusal")).ToContainTextAsync("roles.own");
        await Expect(admin.Locator("input[type=checkbox]")).ToHaveCountAsync(0);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Requester_is_refused_with_every_reason(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var requester = await As("requester", sluice);

        await requester.GotoAsync("/people");
        await Expect(requester.Locator("tbody tr").First).ToBeVisibleAsync();
        await Expect(requester.Locator("text=New person")).ToHaveCountAsync(0);
        await requester.GotoAsync("/people/requester");
        foreach (var code in (string[])["person.not-admin", "roles.own"])
            await Expect(requester.Locator(".refusal")).ToContainTextAsync(code);
        await requester.GotoAsync("/people/new");
        await Expect(requester.Locator(".refusal")).ToContainTextAsync("person.not-admin");
        await requester.GotoAsync("/people?after=nonsense");
        await Expect(requester.Locator("[role=alert]")).ToContainTextAsync("after.unreadable");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Everything_wrong_with_a_person_stands_beside_its_field(Store store)
    {
        var admin = await As("admin", await RunningSluice.On(store));
        await admin.GotoAsync("/people/new");
        await admin.FillAsync("#person-account", "two words");
        await admin.CheckAsync("input[name=roles][value=qa]");
        await Press(admin, "Add person");

        await Expect(admin.Locator("#person-account-error")).ToContainTextAsync("key.malformed");
        await Expect(admin.Locator("#person-name-error")).ToContainTextAsync("text.missing");
        await Expect(admin.Locator("#person-account")).ToHaveValueAsync("two words");
        await Expect(admin.Locator("input[name=roles][value=qa]")).ToBeCheckedAsync();
        await admin.FillAsync("#person-account", "requester");
        await admin.FillAsync("#person-name", "Another");
        await Press(admin, "Add person");
        await Expect(admin.Locator("#person-account-error")).ToContainTextAsync("account.taken");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Token_is_shown_once_works_and_opens_nothing_once_revoked(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var name = $"Pipeline <b>{Samples.Unique("x")}</b>";
        var page = await As("implementer-2", sluice);
        await page.GotoAsync("/tokens");
        await Press(page, "Make token");
        foreach (var field in (string[])["name", "scopes"])
            await Expect(page.Locator($"#token-{field}-error")).ToBeVisibleAsync();

        await page.FillAsync("#token-name", name);
        await page.CheckAsync("input[name=scopes][value=read]");
        await page.SelectOptionAsync("#token-expiresAt", "30");
        var answer = await page.RunAndWaitForResponseAsync(() => Press(page, "Make token"), reply => reply.Request.Method == "POST");
        Assert.Contains("no-store", (await answer.AllHeadersAsync())["cache-control"], StringComparison.Ordinal);
        var secret = await page.Locator("#shown-once").InnerTextAsync();
        Assert.Equal(200, (await new Caller(sluice.Http, secret).Get("/me")).Status);
        Assert.Equal(403, (await new Caller(sluice.Http, secret).Post("/changes", Samples.Change("No"))).Status);

        await page.GotoAsync("/tokens");
        Assert.DoesNotContain(secret, await page.ContentAsync(), StringComparison.Ordinal);
        var row = page.Locator("tbody tr").Filter(new() { HasText = name });
        await row.Locator("summary").ClickAsync();
        await Expect(row).ToContainTextAsync("cannot be undone");
        await row.Locator("form button").ClickAsync();
        await Expect(page.Locator("[role=status]")).ToContainTextAsync("Revoked");
        await Expect(row).ToHaveCountAsync(0);
        Assert.Equal(401, (await new Caller(sluice.Http, secret).Get("/me")).Status);

        await page.GotoAsync("/people/implementer-2");
        await Expect(page.Locator(".history > li").Nth(0)).ToContainTextAsync("revoked a token");
        await Expect(page.Locator(".history > li").Nth(1)).ToContainTextAsync(name);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Audit_finds_who_granted_what_and_leads_to_the_record(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var (api, account) = (await sluice.As("admin"), Samples.Unique("audited"));
        var added = (await api.Post("/people", new { account, name = "Audited", roles = (string[])[] })).Is(201);
        (await api.Put($"/people/{account}/roles", new { roles = (string[])["release-manager"] }, added.ETag)).Is(200);
        var auditor = await As("auditor", sluice);

        await auditor.GotoAsync("/audit");
        await auditor.FillAsync("#filter-record", account);
        await auditor.FillAsync("#filter-act", "person.roles-granted");
        await auditor.FillAsync("#filter-from", $"{sluice.Now.AddHours(-1):yyyy-MM-dd'T'HH:mm}");
        await Press(auditor, "Search");

        var row = auditor.Locator("tbody tr");
        await Expect(row).ToHaveCountAsync(1);
        await Expect(row.Locator("[data-label=What]")).ToContainTextAsync("none → release-manager");
        await Expect(row.Locator("[data-label=Entry]")).ToContainTextAsync("#2");
        await row.Locator("th a").ClickAsync();
        await Expect(auditor.Locator("h1")).ToContainTextAsync(account);

        await auditor.GotoAsync("/audit?actor=admin&limit=2");
        await auditor.ClickAsync("[rel=next]");
        await Expect(auditor.Locator(".filter-tags")).ToContainTextAsync("By: admin");
        await Expect(row).ToHaveCountAsync(2);
        Assert.Equal(422, (await auditor.GotoAsync("/audit?from=yesterday"))!.Status);
        await Expect(auditor.Locator("#filter-from-error")).ToContainTextAsync("moment.unreadable");
        await auditor.GotoAsync("/audit?record=nothing-of-that-name");
        await Expect(auditor.GetByRole(AriaRole.Heading, new() { Name = "No entry matches" })).ToBeVisibleAsync();
    }

    private static async Task Change(IPage page, string old, string fresh)
    {
        await page.FillAsync("#password-oldPassword", old);
        await page.FillAsync("#password-newPassword", fresh);
        await page.FillAsync("#password-passwordAgain", fresh);
        await Press(page, "Change password");
    }

    private static async Task SignIn(IPage page, string account, string password)
    {
        await page.GotoAsync("/sign-in");
        await page.FillAsync("#account", account);
        await page.FillAsync("#password", password);
        await page.Locator("[aria-labelledby=with-password] button").ClickAsync();
    }

    private static Task Press(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
