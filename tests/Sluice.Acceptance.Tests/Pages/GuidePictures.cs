using Microsoft.Playwright;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Pages;

/// <summary>The guide's pictures, taken of the demo's story; with <c>SLUICE_WRITE_DOCS=1</c> they are written anew.</summary>
internal static class GuidePictures
{
    private const int Width = 1360;
    private const int Least = 320;
    private const int LargestBytes = 120_000;

    /// <param name="visit">A page of the browser for somebody who is signed in.</param>
    /// <param name="tonight">The release that is half run.</param>
    /// <param name="withdrawn">The change whose authorization has gone with an edit.</param>
    public static async Task Take(Func<string, BrowserNewContextOptions, Task<IPage>> visit, string tonight, string withdrawn)
    {
        foreach (var (name, account, path, height) in new[]
                 {
                     ("overview", "requester", "/", 900), ("change", "requester", $"/changes/{withdrawn}", 760),
                     ("decide", "app-owner", $"/changes/{withdrawn}", 760), ("release", "release-manager", $"/releases/{tonight}", 760),
                     ("run", "release-manager", $"/releases/{tonight}/run", 760), ("calendar", "production-control", "/calendar", 900),
                     ("steps", "operations", $"/releases/{tonight}/run", 600), ("audit", "auditor", "/audit", 760),
                 })
        {
            var page = await visit(account, new()
            {
                JavaScriptEnabled = false, ViewportSize = new() { Width = Width, Height = height }, ColorScheme = ColorScheme.Light,
                TimezoneId = "Europe/Berlin", Locale = "en-GB",
            });
            Assert.Equal(200, (await page.GotoAsync(path))!.Status);
            var taken = await Topmost(page, height);
            if (WrittenTable.IsToBeWritten)
                await File.WriteAllBytesAsync(Path.Combine(WrittenTable.Root.FullName, "docs", "guide", name + ".png"), taken);
        }
    }

    /// <summary>As much of the page from its top as fits: where it is dense, less of it.</summary>
    private static async Task<byte[]> Topmost(IPage page, int height)
    {
        for (; height > Least; height -= Least / 8)
            if (await page.ScreenshotAsync(new() { Clip = new() { Width = Width, Height = height } }) is { Length: <= LargestBytes } taken)
                return taken;
        throw new InvalidOperationException($"{page.Url} has too much in it for a picture.");
    }
}
