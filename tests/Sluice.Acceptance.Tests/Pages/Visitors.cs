using Microsoft.Playwright;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Pages;

/// <summary>People with a browser; when the test is over they close it, or it would go on drawing pages that nobody sees.</summary>
public abstract class Visitors(Chromium chromium) : IAsyncDisposable
{
    private readonly List<IBrowserContext> open = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var context in open)
            await context.CloseAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Nobody has signed in yet. Without scripts, unless a test is about them.</summary>
    protected async Task<IPage> Visit(RunningSluice sluice, BrowserNewContextOptions? options = null)
    {
        options ??= new() { JavaScriptEnabled = false };
        options.BaseURL = sluice.Http.BaseAddress!.ToString();
        var context = await chromium.Open(options);
        open.Add(context);
        return await context.NewPageAsync();
    }

    /// <summary>Signed in by the demo's persona picker.</summary>
    protected async Task<IPage> As(string account, RunningSluice sluice, BrowserNewContextOptions? options = null)
    {
        var page = await Visit(sluice, options);
        await page.GotoAsync("/sign-in");
        await page.ClickAsync($"button[value='{account}']");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Overview" }).WaitForAsync();
        return page;
    }
}
