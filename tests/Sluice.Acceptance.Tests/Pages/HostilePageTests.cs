using Microsoft.Playwright;
using Sluice.Acceptance.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Sluice.Acceptance.Tests.Pages;

/// <summary>
/// What people type is text and nothing else. With scripts on and the content security policy off, so that the encoding has to
/// hold by itself.
/// </summary>
public sealed class HostilePageTests(Chromium chromium) : Visitors(chromium)
{
    // Several to a text, so that each page is opened a few times only.
    private static readonly IReadOnlyList<string> Attacks = Joined(
    [
        "<script>window.pwned=1</script>", "<img src=x onerror=window.pwned=1>", "\"><svg onload=window.pwned=1>",
        "' autofocus onfocus='window.pwned=1", "</textarea><script>window.pwned=1</script>", "</title><script>window.pwned=1</script>",
        "<a href=\"javascript:window.pwned=1\">x</a>", "{{constructor.constructor('window.pwned=1')()}}", "@Model.Secret @(1+1)",
        "&lt;b&gt; &amp; &#x3c;", "'; drop table change; --", "\u202Egpj.exe\u202C", "Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤", "田中さん 👩‍👩‍👧‍👦 مرحبا",
    ]);

    [Theory, ClassData(typeof(BothStores))]
    public async Task Hostile_text_is_shown_as_text_wherever_a_change_is_shown(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var page = await WithScripts(sluice, "change-manager");
        foreach (var attack in Attacks)
        {
            var reference = await Everywhere(sluice, attack);
            foreach (var path in new[] { "", "/edit", "/difference?from=1&to=2" })
                await Open(page, $"/changes/{reference}{path}");
            await Open(page, $"/changes?q={Uri.EscapeDataString(attack)}");
            await Open(page, "/");

            await Open(page, $"/changes/{reference}");
            Assert.Equal(attack, await page.Locator("h1 .typed").EvaluateAsync<string>("node => node.textContent"));
            Assert.Equal(attack, await page.Locator("[aria-labelledby=comments] p").EvaluateAsync<string>("node => node.textContent"));
            Assert.Equal(attack, await page.Locator("#plans").Locator("xpath=../..").Locator("dd").First
                .EvaluateAsync<string>("node => node.textContent"));
            await Expect(page).ToHaveTitleAsync($"{reference} {attack} · Sluice".Trim());
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Hostile_text_comes_back_in_the_field_it_was_typed_into(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var page = await WithScripts(sluice, "requester");
        foreach (var attack in Attacks)
        {
            await page.GotoAsync("/changes/new");
            await page.FillAsync("#content-title", attack);
            await page.FillAsync("#content-testPlan", "\n" + attack + "\n  indented");
            await page.ClickAsync("text=Save draft");

            await Expect(page.Locator("[role=alert]")).ToBeVisibleAsync();
            await Expect(page.Locator("#content-title")).ToHaveValueAsync(attack);
            await Expect(page.Locator("#content-testPlan")).ToHaveValueAsync("\n" + attack + "\n  indented");
            await NothingRan(page);
        }
    }

    private async Task<IPage> WithScripts(RunningSluice sluice, string account)
    {
        var page = await As(account, sluice, new() { BypassCSP = true });
        page.Dialog += (_, _) => throw new InvalidOperationException("A dialog was opened by what somebody typed.");
        return page;
    }

    private static async Task<string> Everywhere(RunningSluice sluice, string text)
    {
        var requester = await sluice.As("requester");
        var drafted = (await requester.Post("/changes", new
        {
            title = text, reason = text, kind = "normal", systems = (string[])["payments-api"],
            artefacts = new[] { new { kind = "other", name = text, location = text, sha256 = SampleChange.Sha256, author = text } },
            implementationPlan = text, testPlan = text, backoutPlan = text,
            requestedWindow = new { from = SampleChange.From, until = SampleChange.From.AddHours(1) },
        })).Is(201);
        var address = $"/changes/{drafted["ref"]}";
        (await requester.Patch(address, new { testPlan = text + "\n" + text }, drafted.ETag)).Is(200);
        (await requester.Post($"{address}/comments", new { text })).Is(201);
        (await requester.Post($"{address}/evidence", new
        {
            kind = "other", title = text, url = "https://example.test/?" + Uri.EscapeDataString(text), sha256 = SampleChange.Sha256,
        })).Is(201);
        (await requester.Post($"{address}/submit")).Is(200);
        (await (await sluice.As("risk-reviewer")).Post($"{address}/assessment", new
        {
            likelihood = 1, impact = 1, reasons = text, dependencies = text, recovery = text,
        })).Is(200);
        (await (await sluice.As("change-manager")).Post($"{address}/decisions", new
        {
            decision = "request-information", comment = text, revision = 2,
        })).Is(200);
        return (string)drafted["ref"]!;
    }

    private static async Task Open(IPage page, string path)
    {
        var answer = await page.GotoAsync(path);
        Assert.Equal(200, answer!.Status);
        await NothingRan(page);
    }

    private static async Task NothingRan(IPage page) =>
        Assert.True(await page.EvaluateAsync<bool>("() => window.pwned === undefined"), $"Something typed ran at {page.Url}.");

    private static List<string> Joined(string[] attacks)
    {
        const int longest = 200;
        var joined = new List<string> { attacks[0] };
        foreach (var attack in attacks.Skip(1))
        {
            if (joined[^1].Length + 1 + attack.Length > longest)
                joined.Add(attack);
            else
                joined[^1] += " " + attack;
        }
        return joined;
    }
}
