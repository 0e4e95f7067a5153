using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Pages;

/// <summary>People with a browser; when the test is over they close it, or it would go on drawing pages that nobody sees.</summary>
public abstract partial class Visitors(Chromium chromium) : IAsyncDisposable
{
    private const string SessionCookie = "sluice";
    private const string FormCookie = "sluice-form";

    private readonly List<IBrowserContext> open = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var context in open)
            await context.CloseAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Nobody has signed in yet. Without scripts, unless a test is about them.</summary>
    protected Task<IPage> Visit(RunningSluice sluice, BrowserNewContextOptions? options = null) => Visit(sluice.Address, options);

    protected async Task<IPage> Visit(Uri address, BrowserNewContextOptions? options = null)
    {
        options ??= new() { JavaScriptEnabled = false };
        options.BaseURL = address.ToString();
        var context = await chromium.Open(options);
        open.Add(context);
        return await context.NewPageAsync();
    }

    /// <summary>Signed in already; on no page yet.</summary>
    protected async Task<IPage> As(string account, RunningSluice sluice, BrowserNewContextOptions? options = null)
    {
        var page = await Visit(sluice, options);
        await page.Context.AddCookiesAsync(
        [
            new()
            {
                Name = SessionCookie, Value = await sluice.Kept("session of " + account, running => Session(running, account)),
                Url = sluice.Address.ToString(), HttpOnly = true, Secure = true,
            },
        ]);
        return page;
    }

    /// <summary>Somebody, or with no account nobody, whose pages are looked at.</summary>
    protected async Task<IPage> Looking(string? account, RunningSluice sluice, Action<BrowserNewContextOptions>? set = null)
    {
        var options = PageLook.Browser;
        set?.Invoke(options);
        var page = account is null ? await Visit(sluice, options) : await As(account, sluice, options);
        await page.AddInitScriptAsync(PageLook.Axe);
        return page;
    }

    /// <summary>Signed in by hand, with the demo's persona picker.</summary>
    protected async Task<IPage> ByHand(string account, RunningSluice sluice)
    {
        var page = await Visit(sluice);
        await page.GotoAsync("/sign-in");
        await page.ClickAsync($"button[value='{account}']");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Overview" }).WaitForAsync();
        return page;
    }

    /// <summary>What somebody who has signed in carries along, for whoever asks without a browser.</summary>
    internal static async Task<string> Session(RunningSluice sluice, string account)
    {
        using var asked = await sluice.Http.GetAsync("/sign-in");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in?handler=Persona");
        request.Headers.Add("Cookie", $"{FormCookie}={Cookie(asked, FormCookie)}");
        request.Content = new FormUrlEncodedContent(
        [
            new("account", account), new("__RequestVerificationToken", FormToken().Match(await asked.Content.ReadAsStringAsync()).Groups[1].Value),
        ]);
        using var entered = await sluice.Http.SendAsync(request);
        return Cookie(entered, SessionCookie);
    }

    private static string Cookie(HttpResponseMessage reply, string name) => reply.Headers.GetValues("Set-Cookie")
        .Single(cookie => cookie.StartsWith(name + "=", StringComparison.Ordinal)).Split(';')[0][(name.Length + 1)..];

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]* value="([^"]+)""")]
    private static partial Regex FormToken();
}
