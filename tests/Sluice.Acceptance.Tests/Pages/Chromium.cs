using Microsoft.Playwright;
using Sluice.Acceptance.Tests.Pages;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Sluice.Acceptance.Tests.Pages;

/// <summary>One browser for all tests of pages, started by the first that needs it.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private const float PatienceMilliseconds = 60_000;

    /// <summary>Debian's; where it is there, the build without windows, whose pages cost a fraction.</summary>
    private static readonly string[] Builds = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    private static readonly string[] Switches =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> started = new(Start);

    /// <summary>A profile of its own.</summary>
    internal async Task<IBrowserContext> Open(BrowserNewContextOptions options)
    {
        var context = await (await started.Value).Browser.NewContextAsync(options);
        context.SetDefaultTimeout(PatienceMilliseconds);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (!started.IsValueCreated)
            return;
        var (playwright, browser) = await started.Value;
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private static async Task<(IPlaywright, IBrowser)> Start()
    {
        var playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Builds.First(File.Exists), Args = Switches });
        return (playwright, browser);
    }
}
