using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Sluice.Acceptance.Tests.Pages;

/// <summary>
/// How a page looks in each theme and width: no finding by axe, nothing that scrolls sideways, at most 60 kB once scripts and
/// styles are there. It is fetched once and turned: what the server sends is the same for all of them. With
/// SLUICE_TEST_PICTURES in the environment each look is saved there as a picture too, to be looked at.
/// </summary>
public static class PageLook
{
    private const string PicturesVariable = "SLUICE_TEST_PICTURES";
    private const long MostBytes = 60_000;
    private const int Wide = 1360;
    private const int Narrow = 360;
    private const int Height = 900;

    // Each differs from the one before in one thing; the first is how the browser was opened.
    private static readonly (ColorScheme Scheme, int Width)[] All =
        [(ColorScheme.Light, Wide), (ColorScheme.Dark, Wide), (ColorScheme.Dark, Narrow), (ColorScheme.Light, Narrow)];

    /// <summary>Given to the browser once, to have on each page: sending half a megabyte anew takes as long as a scan.</summary>
    public static string Axe { get; } = new BundledAxeScriptProvider().GetScript();

    // Nobody reads how each node passed, and telling it of every one takes longer than looking.
    private const string Everything = "resultTypes: ['violations']";

    // All that another theme can break.
    private const string Colours = Everything + ", runOnly: ['color-contrast', 'link-in-text-block']";

    // A look, the rules of axe that it passed, and those that it did not.
    private const string Table = "axe.csv";
    private static readonly Lock Noting = new();

    private static string? Folder =>
        Environment.GetEnvironmentVariable(PicturesVariable) is { Length: > 0 } folder ? folder : null;

    // Nothing is between two colours when the theme is turned.
    public static BrowserNewContextOptions Browser => new()
    {
        ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce, ViewportSize = new() { Width = Wide, Height = Height },
    };

    /// <summary>Goes there, and looks.</summary>
    public static async Task At(IPage page, string name, string path)
    {
        var transferred = await Transferred(page, path);
        Assert.True(transferred <= MostBytes, $"{path} takes {transferred} bytes.");
        await Here(page, name);
    }

    /// <summary>Looks at what is there already.</summary>
    public static async Task Here(IPage page, string name)
    {
        foreach (var (scheme, width) in All)
        {
            await Turn(page, scheme, width);
            var look = $"{name}-{width}-{(scheme is ColorScheme.Dark ? "dark" : "light")}";
            if (Folder is { } folder)
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, look + ".png"), FullPage = true });
            Assert.True(await page.EvaluateAsync<bool>(
                "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{look} scrolls sideways.");
            if (ScanOf(scheme, width) is not { } scan)
                continue;
            var scanned = await page.EvaluateAsync<Scanned>($$"""
                async () => {
                  const { passes, violations } = await axe.run(document, { {{scan}} })
                  return { passed: passes.length, found: violations.map(finding =>
                    `${finding.id} (${finding.help}) at ${finding.nodes.map(node => node.html).join(', ')}`) }
                }
                """);
            Note(look, scanned);
            Assert.True(scanned.Found.Length == 0, $"{look}: {string.Join("; ", scanned.Found)}");
        }
        await Turn(page, All[0].Scheme, All[0].Width);
    }

    // The browser's driver fills it in property by property.
    private sealed record Scanned
    {
        /// <summary>How many of axe's rules had something to look at and found nothing wrong with it.</summary>
        public int Passed { get; set; }

        public string[] Found { get; set; } = [];
    }

    /// <summary>Beside the pictures, a table of what axe said of each.</summary>
    private static void Note(string look, Scanned scanned)
    {
        if (Folder is not { } folder)
            return;
        lock (Noting)
            File.AppendAllText(Path.Combine(folder, Table), $"{look},{scanned.Passed},{scanned.Found.Length}\n");
    }

    private static async Task Turn(IPage page, ColorScheme scheme, int width)
    {
        if (page.ViewportSize!.Width != width)
            await page.SetViewportSizeAsync(width, Height);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
    }

    /// <summary>Colours go with the theme and places with the width: crosswise, two scans see them all. With pictures, all four are scanned whole.</summary>
    private static string? ScanOf(ColorScheme scheme, int width) => (scheme, width) switch
    {
        _ when Folder is not null => Everything,
        (ColorScheme.Light, Wide) => Everything,
        (ColorScheme.Dark, Narrow) => Colours,
        _ => null,
    };

    private static async Task<long> Transferred(IPage page, string path)
    {
        var finished = new List<IRequest>();
        page.RequestFinished += Keep;
        await page.GotoAsync(path);
        page.RequestFinished -= Keep;
        var transferred = 0L;
        // What carries its version is fetched once and kept for good: what counts is a page that somebody has open all day.
        foreach (var request in finished.Where(request => !request.Url.Contains("?v=", StringComparison.Ordinal)))
            transferred += await Size(request);
        return transferred;

        void Keep(object? sender, IRequest request) => finished.Add(request);
    }

    private static async Task<long> Size(IRequest request)
    {
        var sizes = await request.SizesAsync();
        return sizes.ResponseBodySize + sizes.ResponseHeadersSize;
    }
}
