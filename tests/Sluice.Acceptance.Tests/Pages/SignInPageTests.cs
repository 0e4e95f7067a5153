using Microsoft.Playwright;
using Sluice.Acceptance.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Sluice.Acceptance.Tests.Pages;

public sealed class SignInPageTests(Chromium chromium) : Visitors(chromium)
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Persona_signs_in_and_out_without_a_script(Store store)
    {
        var page = await ByHand("risk-reviewer", await RunningSluice.On(store));
        await Expect(page.Locator(".bar-end")).ToContainTextAsync("risk-reviewer");

        await page.ClickAsync("text=Sign out");
        await page.GotoAsync("/changes");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sign in", Exact = true })).ToBeVisibleAsync();
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Password_opens_the_page_that_was_asked_for(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var added = (await (await sluice.As("admin")).Post(
            "/people", new { account = $"typist-{store}", name = "Typist", roles = (string[])["requester"] })).Is(201);
        var page = await Visit(sluice);

        await page.GotoAsync("/changes?status=draft");
        await SignIn(page, $"typist-{store}", (string)added["password"]!);

        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"/changes\?status=draft$"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Wrong_password_is_refused_in_the_same_words_as_an_unknown_name(Store store)
    {
        var page = await Visit(await RunningSluice.On(store));
        var told = new List<string>();

        foreach (var account in (string[])["requester", "nobody-of-that-name"])
        {
            await page.GotoAsync("/sign-in");
            await SignIn(page, account, "wrong");
            await Expect(page.Locator("#account")).ToHaveValueAsync(account);
            told.Add(await page.Locator("[role=alert]").InnerTextAsync());
        }

        Assert.Equal(told[0], told[1]);
        Assert.Contains("sign-in.wrong", told[0], StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Return_address_never_leads_to_another_site(Store store)
    {
        var sluice = await RunningSluice.On(store);
        foreach (var elsewhere in (string[])["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"])
        {
            var page = await Visit(sluice);
            await page.GotoAsync("/sign-in?returnUrl=" + Uri.EscapeDataString(elsewhere));
            await page.ClickAsync("button[value='stakeholder']");

            await Expect(page).ToHaveURLAsync(sluice.Http.BaseAddress!.ToString());
        }
    }

    private static async Task SignIn(IPage page, string account, string password)
    {
        await page.FillAsync("#account", account);
        await page.FillAsync("#password", password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }
}
