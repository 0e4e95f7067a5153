using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Acceptance.Tests.Releases;

namespace Sluice.Acceptance.Tests.Pages;

/// <summary>
/// Each page in both themes, on a desk and on a telephone: no finding by axe, nothing that scrolls sideways, at most 60 kB. With
/// SLUICE_TEST_PICTURES in the environment each is saved there as a picture too, to be looked at.
/// </summary>
public sealed class PageLookTests(Chromium chromium) : Visitors(chromium)
{
    private const string PicturesVariable = "SLUICE_TEST_PICTURES";
    private const long MostBytes = 60_000;
    private const int Narrow = 360;

    // Nobody reads how each node passed, and telling it of every one takes longer than looking.
    private static readonly AxeRunOptions Violations = new() { ResultTypes = [ResultType.Violations] };

    public static TheoryData<ColorScheme, int> Looks { get; } = new()
    {
        { ColorScheme.Light, 1360 }, { ColorScheme.Light, Narrow }, { ColorScheme.Dark, 1360 }, { ColorScheme.Dark, Narrow },
    };

    private static string? Folder =>
        Environment.GetEnvironmentVariable(PicturesVariable) is { Length: > 0 } folder ? folder : null;

    [Theory, MemberData(nameof(Looks))]
    public async Task Every_page_is_accessible_narrow_and_light(ColorScheme scheme, int width)
    {
        // Colours go with the theme and places with the width: crosswise, two scans see them all. With pictures, all four are scanned.
        var isScanned = Folder is not null || scheme is ColorScheme.Light == width > Narrow;
        await using var sluice = await RunningSluice.New(Store.Sqlite);
        var options = new BrowserNewContextOptions { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } };
        var nobody = await Visit(sluice, options);
        await Look(nobody, "sign-in", "/sign-in");
        var requester = await As("requester", sluice, options);
        await Look(requester, "overview-empty", "/");
        await Look(requester, "changes-empty", "/changes");

        var (draft, assess, approved, edited) = await Changes(sluice);
        await Look(requester, "new", "/changes/new");
        await requester.ClickAsync("text=Save draft");
        await Check(requester, "new-refused");
        await Look(requester, "change-draft", $"/changes/{draft}");
        await Look(requester, "change-edited", $"/changes/{edited}");
        await Look(requester, "edit", $"/changes/{edited}/edit");
        await Look(requester, "difference", $"/changes/{edited}/difference");
        await Look(requester, "not-found", "/nothing-here");

        var reviewer = await As("risk-reviewer", sluice, options);
        await Look(reviewer, "change-assess", $"/changes/{assess}");
        await reviewer.ClickAsync("text=Record assessment");
        await Check(reviewer, "change-assess-refused");

        var manager = await As("change-manager", sluice, options);
        await Look(manager, "overview", "/");
        await Look(manager, "changes", "/changes");
        await Look(manager, "changes-filtered", "/changes?status=draft&status=authorize&system=payments-api&q=card");
        await Look(manager, "change-decide", $"/changes/{edited}");
        await Look(manager, "change-approved", $"/changes/{approved}");
        var closed = manager.Locator("details.act:not([open]) > summary");
        while (await closed.CountAsync() > 0)
            await closed.First.ClickAsync();
        await Check(manager, "change-all-acts-open");

        var planner = await As("release-manager", sluice, options);
        await Look(planner, "releases-empty", "/releases");
        await Look(planner, "release-new", "/releases/new");
        var (planned, executing) = (await sluice.Planned(draft, approved), await sluice.Executing(await sluice.Deliverable()));
        await Look(planner, "release-planning", $"/releases/{planned}");
        await Look(planner, "release-edit", $"/releases/{planned}/edit");
        await Look(planner, "releases", "/releases");
        await Look(planner, "release-executing", $"/releases/{executing}");
        await Look(planner, "overview-release", "/");
        var implementer = await As("implementer-1", sluice, options);
        await Look(implementer, "release-implementer", $"/releases/{executing}");

        async Task Look(IPage page, string name, string path)
        {
            var transferred = 0L;
            var finished = new List<IRequest>();
            page.RequestFinished += Keep;
            await page.GotoAsync(path);
            page.RequestFinished -= Keep;
            foreach (var request in finished)
                transferred += await Size(request);
            Assert.True(transferred <= MostBytes, $"{path} takes {transferred} bytes.");
            await Check(page, name);

            void Keep(object? sender, IRequest request) => finished.Add(request);
        }

        async Task Check(IPage page, string name)
        {
            if (Folder is { } folder)
                await page.ScreenshotAsync(new()
                {
                    Path = Path.Combine(folder, $"{name}-{width}-{(scheme is ColorScheme.Dark ? "dark" : "light")}.png"), FullPage = true,
                });
            Assert.True(await page.EvaluateAsync<bool>(
                "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{name} scrolls sideways.");
            if (!isScanned)
                return;
            var found = (await page.RunAxe(Violations)).Violations;
            Assert.True(found.Length == 0, $"{name}: " + string.Join("; ", found.Select(finding =>
                $"{finding.Id} ({finding.Help}) at {string.Join(", ", finding.Nodes.Select(node => node.Html))}")));
        }
    }

    private static async Task<long> Size(IRequest request)
    {
        var sizes = await request.SizesAsync();
        return sizes.ResponseBodySize + sizes.ResponseHeadersSize;
    }

    private static async Task<(string Draft, string Assess, string Approved, string Edited)> Changes(RunningSluice sluice)
    {
        var draft = await sluice.Drafted("Portal sign-in: passkeys for business customers");
        var assess = await sluice.Submitted("INTCALC JCL: date from control card", "core-batch");
        var approved = await sluice.Approved(
            "Card portal 8.4.2: show overdraft limit", conditions: "Only while the night batch is not running; call operations first.");
        var edited = await sluice.Assessed(
            "Account copybook CVACT01Y: add overdraft limit, and a title that goes on and on until it needs a second line");
        var requester = await sluice.As("requester");
        (await (await sluice.As("app-owner")).Post(
            $"/changes/{edited}/decisions", new { decision = "approve", comment = "Field taken from FILLER.", revision = 1 })).Is(200);
        var shown = await requester.Get($"/changes/{edited}");
        (await requester.Patch(
            $"/changes/{edited}", new { backoutPlan = "Restore from the 00:35 copy.\n45 min." }, shown.ETag)).Is(200);
        (await (await sluice.As("app-owner")).Post($"/changes/{edited}/decisions", new
        {
            decision = "approve", comment = "Still fine.", revision = 2, conditions = "Load test present before the window opens.",
        })).Is(200);
        (await requester.Post($"/changes/{edited}/evidence", new
        {
            kind = "load-test", title = "Load test, 1.2 M accounts", url = "https://example.test/load", sha256 = SampleChange.Sha256,
        })).Is(201);
        (await requester.Post($"/changes/{edited}/comments", new { text = "The load test ran on the copy of 22 November.\nAll green." })).Is(201);
        return (draft, assess, approved, edited);
    }
}
