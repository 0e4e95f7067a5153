using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Pages;

public sealed partial class PageSafetyTests(Chromium chromium) : Visitors(chromium)
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Every_cookie_is_secure_hidden_from_scripts_and_bound_to_the_site(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var page = await ByHand("qa", sluice);
        await page.GotoAsync($"/changes/{await sluice.Drafted("Cookies")}");
        // With the answer to an act comes the cookie that carries its confirmation.
        await page.FillAsync("#comment-text", "Noted.");
        var answer = await page.RunAndWaitForResponseAsync(
            () => page.Locator("form[action*='handler=Comment'] button").ClickAsync(), any => any.Request.Method == "POST");
        var seen = (await answer.HeaderValuesAsync("set-cookie")).ToList();
        await page.Locator("[role=status]").WaitForAsync();

        var kept = await page.Context.CookiesAsync();
        Assert.Equal(["sluice", "sluice-form"], kept.Select(cookie => cookie.Name).Order());
        Assert.All(kept, cookie => Assert.True(
            cookie.Secure && cookie.HttpOnly && cookie.SameSite is SameSiteAttribute.Lax or SameSiteAttribute.Strict, cookie.Name));
        Assert.Contains(seen, cookie => cookie.StartsWith("sluice-done=", StringComparison.Ordinal));
        Assert.All(seen, cookie => Assert.Matches("(?i)(?=.*; secure)(?=.*; httponly)(?=.*; samesite=(lax|strict))", cookie));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Form_without_its_antiforgery_token_does_nothing(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var reference = await sluice.Assessed("Forged");
        var forms = 0;
        foreach (var (account, path) in new[]
                 {
                     ("change-manager", $"/changes/{reference}"), ("requester", $"/changes/{reference}"),
                     ("requester", "/changes/new"), ("requester", $"/changes/{reference}/edit"),
                 })
        {
            var page = await As(account, sluice);
            await page.GotoAsync(path);
            var cookies = string.Join("; ", (await page.Context.CookiesAsync()).Select(cookie => $"{cookie.Name}={cookie.Value}"));
            var before = (long)(await (await sluice.As(account)).Get($"/changes/{reference}"))["version"]!;
            foreach (var form in await page.Locator("form[method=post]").AllAsync())
            {
                Assert.Equal(1, await form.Locator("input[name=__RequestVerificationToken]").CountAsync());
                var action = await form.GetAttributeAsync("action") ?? path;
                using var request = new HttpRequestMessage(HttpMethod.Post, action);
                request.Headers.Add("Cookie", cookies);
                request.Content = new FormUrlEncodedContent(
                [
                    new("decision", "approve"), new("revision", "1"), new("reason", "forged"), new("text", "forged"),
                    new("title", "forged"), new("answer", "forged"),
                ]);

                Assert.Equal(HttpStatusCode.BadRequest, (await sluice.Http.SendAsync(request)).StatusCode);
                forms++;
            }
            Assert.Equal(before, (long)(await (await sluice.As(account)).Get($"/changes/{reference}"))["version"]!);
        }
        Assert.True(forms >= 12, $"Only {forms} forms were found.");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task No_page_holds_a_script_or_a_style_inline_and_the_policy_allows_none_inline(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var reference = await sluice.Approved("Bare markup");
        var page = await As("change-manager", sluice);
        foreach (var path in (string[])
                 ["/", "/changes", "/changes/new", $"/changes/{reference}", $"/changes/{reference}/edit", "/calendar", "/nothing-here", "/sign-in"])
        {
            var answer = await page.GotoAsync(path);
            var policy = await answer!.HeaderValueAsync("content-security-policy");
            Assert.NotNull(policy);
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.DoesNotMatch(Inline(), await answer.TextAsync());
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task What_is_not_there_is_a_page_for_people_and_a_problem_for_programs(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var page = await As("requester", sluice);
        foreach (var path in (string[])["/no-such-page", "/changes/CHG-999999", "/changes/x", "/evidence/" + SampleChange.Sha256])
        {
            var answer = await page.GotoAsync(path);
            Assert.Equal(404, answer!.Status);
            Assert.StartsWith("text/html", await answer.HeaderValueAsync("content-type"), StringComparison.Ordinal);
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Nothing here");
            await Assertions.Expect(page.Locator(".bar-end")).ToContainTextAsync("requester");
        }

        var api = await (await sluice.As("requester")).Get("/changes/CHG-999999");
        Assert.Equal("application/problem+json", api.ContentType);
        api.IsRefused(404, "change.unknown");
        Assert.Equal("application/problem+json", (await (await sluice.As("requester")).Get("/no-such-address")).Is(404).ContentType);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Other_organisations_change_looks_like_none_at_all(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var reference = await sluice.Drafted("Not theirs");
        var page = await As("other-requester", sluice);
        var pages = new List<string>();
        foreach (var asked in (string[])[reference, "CHG-999999"])
            foreach (var path in (string[])["", "/edit", "/difference", "/proof"])
            {
                var answer = await page.GotoAsync($"/changes/{asked}{path}");
                Assert.Equal(404, answer!.Status);
                pages.Add(await page.Locator("main").InnerHTMLAsync());
            }
        Assert.Single(pages.Distinct());
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Failure_inside_is_told_without_a_word_of_the_inside(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        var reference = await sluice.Drafted("Altered on disk");
        using var form = new MultipartFormDataContent
        {
            { new StringContent("other"), "kind" }, { new StringContent("Log"), "title" },
            { new ByteArrayContent("as uploaded"u8.ToArray()), "file", "log.txt" },
        };
        var kept = (await (await sluice.As("requester")).Send(HttpMethod.Post, $"/changes/{reference}/evidence", form)).Is(201);
        var file = Directory.EnumerateFiles(sluice.Database.Folder.FullName, (string)kept["sha256"]!, SearchOption.AllDirectories).Single();
        await File.WriteAllTextAsync(file, "as altered");
        var page = await As("requester", sluice);

        var answer = await page.GotoAsync($"/evidence/{kept["sha256"]}");

        Assert.Equal(500, answer!.Status);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Something broke here");
        Assert.NotNull(await answer.HeaderValueAsync("content-security-policy"));
        var told = await answer.TextAsync();
        foreach (var inside in (string[])["Exception", " at Sluice.", "altered", "FileStore"])
            Assert.DoesNotContain(inside, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stylesheet_is_kept_for_good_under_the_address_that_pages_give_it()
    {
        var sluice = await RunningSluice.On(Store.Sqlite);
        var page = await sluice.Http.GetStringAsync("/sign-in");
        var address = StyleAddress().Match(page).Groups[1].Value;

        using var style = await sluice.Http.GetAsync(address);

        Assert.Equal("text/css", style.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", style.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    // In tags only: as text, people may have written any of it.
    [GeneratedRegex(
        """<script(?!\s+src="/[^"]+"\s+defer></script>)|<style|<[a-z][^\s>]*(?:\s+[a-z:-]+(?:="[^"]*")?)*\s+(?:style\s*=|on[a-z]+\s*=|[a-z]+="javascript:)""",
        RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex("""href="(/sluice\.css\?v=[^"]+)""")]
    private static partial Regex StyleAddress();
}
