using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Sluice.Acceptance.Tests.Pages;

/// <summary>
/// How pages look in one theme and width: no finding by axe, nothing that scrolls sideways, at most 60 kB
/// once scripts and styles are there. With
/// SLUICE_TEST_PICTURES in the environment each is saved there as a picture too, to be looked at.
/// </summary>
public sealed class PageLook(ColorScheme scheme, int width)
{
    private const string PicturesVariable = "SLUICE_TEST_PICTURES";
    private const long MostBytes = 60_000;
    private const int Narrow = 360;

    // Nobody reads how each node passed, and telling it of every one takes longer than looking.
    private static readonly AxeRunOptions Violations = new() { ResultTypes = [ResultType.Violations] };

    // All that another theme can break.
    private static readonly AxeRunOptions Colours = new()
    {
        ResultTypes = [ResultType.Violations], RunOnly = new() { Type = "rule", Values = ["color-contrast", "link-in-text-block"] },
    };

    public static TheoryData<ColorScheme, int> All { get; } = new()
    {
        { ColorScheme.Light, 1360 }, { ColorScheme.Light, Narrow }, { ColorScheme.Dark, 1360 }, { ColorScheme.Dark, Narrow },
    };

    private static string? Folder =>
        Environment.GetEnvironmentVariable(PicturesVariable) is { Length: > 0 } folder ? folder : null;

    // Colours go with the theme and places with the width: crosswise, two scans see them all. With pictures, all four are scanned whole.
    private bool IsScanned => Folder is not null || scheme is ColorScheme.Light == width > Narrow;

    public BrowserNewContextOptions Browser => new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } };

    /// <summary>Goes there, and looks.</summary>
    public async Task At(IPage page, string name, string path)
    {
        var transferred = await Transferred(page, path);
        Assert.True(transferred <= MostBytes, $"{path} takes {transferred} bytes.");
        await Here(page, name);
    }

    /// <summary>Looks at what is there already.</summary>
    public async Task Here(IPage page, string name)
    {
        if (Folder is { } folder)
            await page.ScreenshotAsync(new()
            {
                Path = Path.Combine(folder, $"{name}-{width}-{(scheme is ColorScheme.Dark ? "dark" : "light")}.png"), FullPage = true,
            });
        Assert.True(await page.EvaluateAsync<bool>(
            "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{name} scrolls sideways.");
        if (!IsScanned)
            return;
        var isWhole = Folder is not null || scheme is ColorScheme.Light;
        var found = (await page.RunAxe(isWhole ? Violations : Colours)).Violations;
        Assert.True(found.Length == 0, $"{name}: " + string.Join("; ", found.Select(finding =>
            $"{finding.Id} ({finding.Help}) at {string.Join(", ", finding.Nodes.Select(node => node.Html))}")));
    }

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
