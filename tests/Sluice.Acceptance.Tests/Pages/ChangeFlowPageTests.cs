using Microsoft.Playwright;
using Sluice.Acceptance.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Sluice.Acceptance.Tests.Pages;

/// <summary>A change on its way through the gate, by hand, in a browser that runs no script.</summary>
public sealed class ChangeFlowPageTests(Chromium chromium) : Visitors(chromium)
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Change_goes_from_draft_to_approved_by_three_people(Store store)
    {
        // Of its own: elsewhere more may wait for the change manager than the overview shows.
        await using var sluice = await RunningSluice.New(store);
        var title = $"Overdraft limit, by hand on {store}";

        var requester = await As("requester", sluice);
        await requester.GotoAsync("/");
        await requester.ClickAsync("text=New change");
        await FillDraft(requester, title);
        await Press(requester, "Save draft");
        await Expect(requester.Locator("[role=status]")).ToContainTextAsync("is drafted");
        await Press(requester, "Submit revision 1");
        await IsAt(requester, "assess");
        var address = new Uri(requester.Url).AbsolutePath;

        var reviewer = await As("risk-reviewer", sluice);
        await reviewer.GotoAsync(address);
        await reviewer.SelectOptionAsync("#assessment-likelihood", "2");
        await reviewer.SelectOptionAsync("#assessment-impact", "2");
        await reviewer.FillAsync("#assessment-reasons", "Small.\nPractised.");
        await Press(reviewer, "Record assessment");
        await IsAt(reviewer, "authorize");

        var owner = await As("app-owner", sluice);
        await owner.GotoAsync(address);
        await Decide(owner, "approve", "Owns it, wants it.");
        await IsAt(owner, "authorize");
        await Expect(owner.Locator(".rails-verdict")).ToContainTextAsync("Waits for a change manager to approve it.");

        var manager = await As("change-manager", sluice);
        await manager.GotoAsync("/");
        await manager.ClickAsync($"text=Decide {address.Split('/')[^1]}");
        await Decide(manager, "approve", "");
        await IsAt(manager, "approved");
        await Expect(manager.Locator(".rails-verdict")).ToContainTextAsync("Approved, not planned");

        var shown = (await (await sluice.As("auditor")).Get(address)).Is(200);
        Assert.Equal(("approved", title), ((string)shown["status"]!, (string)shown["title"]!));
        Assert.Equal("Line one.\nLine two.", (string)shown["implementationPlan"]!);
        Assert.Equal("ACCT FILE", (string)shown["artefacts"]![1]!["name"]!);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Approval_says_which_revision_and_digest_it_signs(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var reference = await sluice.Assessed("What is signed");
        var digest = (string)(await (await sluice.As("app-owner")).Get($"/changes/{reference}"))["digest"]!;

        var owner = await As("app-owner", sluice);
        await owner.GotoAsync($"/changes/{reference}");

        await Expect(owner.Locator(".signs")).ToContainTextAsync("revision 1");
        await Expect(owner.Locator(".signs code")).ToHaveTextAsync(digest);
        await Expect(owner.Locator(".signs")).ToContainTextAsync("low risk, likelihood 2 × impact 2");
        await Expect(owner.Locator(".signs")).ToContainTextAsync("You have not acted on this change before");

        (await (await sluice.As("app-owner")).Post($"/changes/{reference}/comments", new { text = "Looked at it." })).Is(201);
        (await (await sluice.As("requester")).Patch($"/changes/{reference}", new { testPlan = "Read 300 accounts." })).Is(200);
        await owner.ReloadAsync();
        await Expect(owner.Locator(".signs")).ToContainTextAsync("revision 2");
        await Expect(owner.Locator(".signs")).ToContainTextAsync("you commented");
        await Expect(owner.Locator("[data-since=yours] li")).ToHaveCountAsync(1);
        await Expect(owner.Locator("[data-since=yours]")).ToContainTextAsync("requester made revision 2");
        await Expect(owner.Locator($".signs a[href='/changes/{reference}/difference?from=1&to=2']")).ToBeVisibleAsync();
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Question_is_answered_and_the_change_goes_back_to_where_it_was(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var reference = await sluice.Submitted("What is asked");

        var reviewer = await As("risk-reviewer", sluice);
        await reviewer.GotoAsync($"/changes/{reference}");
        await reviewer.ClickAsync("summary:has-text('Request information')");
        await Decide(reviewer, "request-information", "How long\ndoes it take?");
        await IsAt(reviewer, "information-requested");

        var requester = await As("requester", sluice);
        await requester.GotoAsync($"/changes/{reference}");
        await Expect(requester.Locator(".banner.tone-warn")).ToContainTextAsync("How long");
        await requester.FillAsync("#submit-answer", "20 minutes.");
        await Press(requester, "Send answer");
        await IsAt(requester, "assess");
        await Expect(requester.Locator(".history")).ToContainTextAsync("20 minutes.");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Edit_makes_a_revision_that_shows_its_difference_and_voids_approvals(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var reference = await sluice.Approved("What is edited");

        var requester = await As("requester", sluice);
        await requester.GotoAsync($"/changes/{reference}/edit");
        await requester.FillAsync("#content-backoutPlan", "Restore the copy.\n30 min.");
        await Press(requester, "Save as revision 2");

        await IsAt(requester, "authorize");
        await Expect(requester.Locator("tr.voided")).ToHaveCountAsync(2);
        await Expect(requester.Locator("td.removed")).ToHaveTextAsync("Restore the copy. 20 min.");
        await Expect(requester.Locator("td.added").Last).ToHaveTextAsync("30 min.");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Form_sent_back_untouched_makes_no_revision(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var body = new
        {
            title = "Untouched", reason = "First.\r\nSecond.\n\n", kind = "normal", systems = (string[])["payments-api"],
            artefacts = new[]
            {
                new { kind = "script", name = "two words\nand \"quotes\"", location = "bin", sha256 = SampleChange.Sha256, author = "qa" },
            },
            implementationPlan = "\nBegins with a blank line", testPlan = "T", backoutPlan = "B",
            requestedWindow = new { from = "2099-01-01T00:00:07.1234567Z", until = "2099-01-02T00:00:00Z" },
        };
        var drafted = (await (await sluice.As("requester")).Post("/changes", body)).Is(201);

        var requester = await As("requester", sluice);
        await requester.GotoAsync($"/changes/{drafted["ref"]}/edit");
        await Press(requester, "Save as revision 2");

        await Expect(requester.Locator("[role=status]")).ToContainTextAsync("Nothing differed");
        var shown = await (await sluice.As("requester")).Get($"/changes/{drafted["ref"]}");
        Assert.Equal((string)drafted["digest"]!, (string)shown["digest"]!);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Hold_resume_and_cancel_each_take_a_reason(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var reference = await sluice.Submitted("What is put aside");
        var manager = await As("change-manager", sluice);
        await manager.GotoAsync($"/changes/{reference}");

        foreach (var (act, label, status) in new[]
                 {
                     ("hold", "Put on hold", "on-hold"), ("resume", "Take up again", "assess"), ("cancel", "Cancel change", "cancelled"),
                 })
        {
            if (await manager.Locator($"#{act}-reason").IsHiddenAsync())
                await manager.ClickAsync($"summary:has-text('{label}')");
            await manager.FillAsync($"#{act}-reason", $"Because of {act}");
            await Press(manager, label);
            await IsAt(manager, status);
            await Expect(manager.Locator(".history > li").First).ToContainTextAsync($"Because of {act}");
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Evidence_and_comment_are_added_and_come_back(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var reference = await sluice.Drafted("What supports it");
        var requester = await As("requester", sluice);
        await requester.GotoAsync($"/changes/{reference}");

        await requester.ClickAsync("summary:has-text('Attach a file')");
        await requester.SelectOptionAsync("#file-kind", "test-result");
        await requester.FillAsync("#file-title", "Unit tests");
        await requester.SetInputFilesAsync("#file-file", new FilePayload
        {
            Name = "result.html", MimeType = "text/html", Buffer = "<b>200 of 200</b>"u8.ToArray(),
        });
        await Press(requester, "Attach file");
        await requester.FillAsync("#comment-text", "Ready from my side.\nOver to you.");
        await Press(requester, "Comment");

        await Expect(requester.Locator("[aria-labelledby=comments] .typed")).ToHaveTextAsync("Ready from my side.\nOver to you.");
        var download = await requester.RunAndWaitForDownloadAsync(() => requester.ClickAsync("a:has-text('Unit tests')"));
        await using var content = await download.CreateReadStreamAsync();
        Assert.Equal("<b>200 of 200</b>", await new StreamReader(content).ReadToEndAsync());
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task List_keeps_its_filters_in_the_address_and_pages_on(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var word = $"findme{store}".ToLowerInvariant();
        for (var i = 0; i < 3; i++)
            await sluice.Drafted($"{word} {i}");
        var page = await As("auditor", sluice);

        await page.GotoAsync("/changes");
        await page.FillAsync("#filter-q", word);
        await page.SelectOptionAsync("#filter-status", "draft");
        await Press(page, "Filter");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(3);
        await page.GotoAsync(new Uri(page.Url).PathAndQuery + "&limit=2");
        await page.ClickAsync("text=Next page");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Expect(page.Locator("tbody")).ToContainTextAsync($"{word} 0");

        await page.ClickAsync("text=Gate: Draft");
        await Expect(page.Locator("#filter-status")).ToHaveValueAsync("");
        await page.GotoAsync("/changes?q=nothing-is-called-this");
        await Expect(page.Locator(".empty")).ToContainTextAsync("No change matches");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Overview_counts_by_both_statuses_as_the_list_does(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        await sluice.Drafted("One");
        await sluice.Submitted("Two");
        await sluice.Submitted("Three");
        var page = await As("risk-reviewer", sluice);
        await page.GotoAsync("/");

        await Expect(page.GetByLabel("2: Assess, Unplanned")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("3: Unplanned")).ToBeVisibleAsync();
        await Expect(page.Locator("[aria-labelledby=waits-for-me] li")).ToHaveCountAsync(2);
        await page.GetByLabel("2: Assess", new() { Exact = true }).ClickAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);
    }

    private static async Task FillDraft(IPage page, string title)
    {
        await page.FillAsync("#content-title", title);
        await page.FillAsync("#content-reason", "Limits are set per account.");
        await page.CheckAsync("input[name=systems][value=payments-api]");
        await page.FillAsync("#content-requestedWindow-from", SampleChange.TypedFrom);
        await page.FillAsync("#content-requestedWindow-until", SampleChange.TypedUntil);
        await page.FillAsync("#content-artefacts",
            $"copybook CVACT01Y PROD.CARD.COPYLIB {SampleChange.Sha256}\njcl \"ACCT FILE\" PROD.CARD.JCLLIB {SampleChange.Sha256} qa");
        await page.FillAsync("#content-implementationPlan", "Line one.\nLine two.");
        await page.FillAsync("#content-testPlan", "Read 200 accounts.");
        await page.FillAsync("#content-backoutPlan", "Restore. 20 min.");
    }

    private static async Task Decide(IPage page, string decision, string comment)
    {
        await page.CheckAsync($"input[name=decision][value={decision}]");
        await page.FillAsync("#decision-comment", comment);
        await Press(page, "Record decision");
    }

    private static Task Press(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Last.ClickAsync();

    private static Task IsAt(IPage page, string status) =>
        Expect(page.Locator("[data-gate]")).ToHaveAttributeAsync("data-gate", status);
}
