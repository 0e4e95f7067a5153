using Sluice.Acceptance.Tests.Hosting;
using Sluice.Acceptance.Tests.Releases;

namespace Sluice.Acceptance.Tests.Pages;

/// <summary>The main path's pages, as each of its people sees them.</summary>
public sealed class PageLookTests(Chromium chromium) : Visitors(chromium)
{
    [Fact]
    public async Task Every_page_is_accessible_narrow_and_light()
    {
        await using var sluice = await RunningSluice.New(Store.Sqlite);
        var nobody = await Looking(account: null, sluice);
        await PageLook.At(nobody, "sign-in", "/sign-in");
        var requester = await Looking("requester", sluice);
        await PageLook.At(requester, "overview-empty", "/");
        await PageLook.At(requester, "changes-empty", "/changes");

        var (draft, assess, approved, edited) = await Changes(sluice);
        await PageLook.At(requester, "new", "/changes/new");
        await requester.ClickAsync("text=Save draft");
        await PageLook.Here(requester, "new-refused");
        await PageLook.At(requester, "change-draft", $"/changes/{draft}");
        await PageLook.At(requester, "change-edited", $"/changes/{edited}");
        await PageLook.At(requester, "edit", $"/changes/{edited}/edit");
        await PageLook.At(requester, "difference", $"/changes/{edited}/difference");
        await PageLook.At(requester, "not-found", "/nothing-here");

        var reviewer = await Looking("risk-reviewer", sluice);
        await PageLook.At(reviewer, "change-assess", $"/changes/{assess}");
        await reviewer.ClickAsync("text=Record assessment");
        await PageLook.Here(reviewer, "change-assess-refused");

        var manager = await Looking("change-manager", sluice);
        await PageLook.At(manager, "overview", "/");
        await PageLook.At(manager, "changes", "/changes");
        await PageLook.At(manager, "changes-filtered", "/changes?status=draft&status=authorize&system=payments-api&q=card");
        await PageLook.At(manager, "change-decide", $"/changes/{edited}");
        await PageLook.At(manager, "change-approved", $"/changes/{approved}");
        var closed = manager.Locator("details.act:not([open]) > summary");
        while (await closed.CountAsync() > 0)
            await closed.First.ClickAsync();
        await PageLook.Here(manager, "change-all-acts-open");

        var planner = await Looking("release-manager", sluice);
        await PageLook.At(planner, "releases-empty", "/releases");
        await PageLook.At(planner, "release-new", "/releases/new");
        var (planned, executing) = (await sluice.Planned(draft, approved), await sluice.Executing(await sluice.Deliverable()));
        await PageLook.At(planner, "changes-to-add", "/changes?sort=from&into=" + planned);
        await PageLook.At(planner, "add-several", $"/releases/add-several?change={draft}&change={assess}&change={edited}&release={planned}");
        await planner.ClickAsync("form[method=post] >> text=Add 2 to");
        await PageLook.Here(planner, "added-several");
        await PageLook.At(planner, "view-save", "/views?list=changes&query=%3Fstatus%3Ddraft%26sort%3D-updated");
        await planner.FillAsync("#save-name", "A view of mine with a long name that is a tab all the same");
        await planner.ClickAsync("text=Save view");
        await PageLook.Here(planner, "changes-own-view");
        await PageLook.At(planner, "views", "/views");
        await PageLook.At(planner, "release-planning", $"/releases/{planned}");
        await PageLook.At(planner, "release-edit", $"/releases/{planned}/edit");
        await PageLook.At(planner, "releases", "/releases");
        await PageLook.At(planner, "release-executing", $"/releases/{executing}");
        await PageLook.At(planner, "overview-release", "/");
        var implementer = await Looking("implementer-1", sluice);
        await PageLook.At(implementer, "release-implementer", $"/releases/{executing}");
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
