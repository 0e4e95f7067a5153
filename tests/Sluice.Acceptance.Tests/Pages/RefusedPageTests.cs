using Microsoft.Playwright;
using Sluice.Acceptance.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Sluice.Acceptance.Tests.Pages;

public sealed class RefusedPageTests(Chromium chromium) : Visitors(chromium)
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Page_refuses_the_same_acts_as_the_api_for_the_same_reasons(Store store)
    {
        var sluice = await RunningSluice.On(store);
        foreach (var reference in (string[])[await sluice.Drafted("Refused as a draft"), await sluice.Assessed("Refused in Authorize")])
            foreach (var account in (string[])["requester", "app-owner", "risk-reviewer", "change-manager", "auditor"])
            {
                var shown = await (await sluice.As(account)).Get($"/changes/{reference}");
                var expected = shown["refusedActions"].AsArray().Select(act => (string)act!["action"]! + ": "
                    + string.Join(' ', act["reasons"]!.AsArray().Select(reason => (string)reason!["code"]!)));
                var page = await As(account, sluice);
                await page.GotoAsync($"/changes/{reference}");

                Assert.Equal(expected.Order(), (await Refused(page)).Order());
            }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Refused_button_is_disabled_and_names_its_reasons(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var reference = await sluice.Assessed("Four eyes");
        var page = await As("requester", sluice);
        await page.GotoAsync($"/changes/{reference}");

        var approve = page.Locator("[data-act=approve]");
        await Expect(approve).ToBeDisabledAsync();
        var why = page.Locator($"#{await approve.GetAttributeAsync("aria-describedby")}");
        await Expect(why).ToContainTextAsync("Nobody decides on a change they requested.");
        await Expect(why).ToContainTextAsync("decision.own-change");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Refused_assessment_gives_back_what_was_typed_and_marks_what_is_wrong(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var reference = await sluice.Submitted("Half an assessment");
        var page = await As("risk-reviewer", sluice);
        await page.GotoAsync($"/changes/{reference}");
        await page.SelectOptionAsync("#assessment-likelihood", "4");
        await page.FillAsync("#assessment-recovery", "Half an hour\nor more");

        var response = await page.RunAndWaitForResponseAsync(
            () => page.ClickAsync("text=Record assessment"), answer => answer.Request.Method == "POST");

        Assert.Equal(422, response.Status);
        await Expect(page.Locator("#assessment-likelihood")).ToHaveValueAsync("4");
        await Expect(page.Locator("#assessment-recovery")).ToHaveValueAsync("Half an hour\nor more");
        await Expect(page.Locator("[role=alert] a[href='#assessment-impact']")).ToBeVisibleAsync();
        foreach (var wrong in (string[])["impact", "reasons"])
        {
            await Expect(page.Locator($"#assessment-{wrong}")).ToHaveAttributeAsync("aria-invalid", "true");
            await Expect(page.Locator($"#assessment-{wrong}-error")).ToBeVisibleAsync();
        }
        Assert.Null(await page.Locator("#assessment-likelihood").GetAttributeAsync("aria-invalid"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Draft_that_says_nothing_has_a_message_in_each_field(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var page = await As("requester", sluice);
        await page.GotoAsync("/changes/new");
        await page.FillAsync("#content-artefacts", "copybook CVACT01Y\nteapot A B C");
        await page.ClickAsync("text=Save draft");

        foreach (var field in (string[])
                 [
                     "title", "reason", "systems", "requestedWindow-from", "requestedWindow-until", "artefacts",
                     "implementationPlan", "testPlan", "backoutPlan",
                 ])
            await Expect(page.Locator($"#content-{field}-error")).ToBeVisibleAsync();
        await Expect(page.Locator("#content-artefacts-error")).ToContainTextAsync("1, sha256: A SHA-256 is 64");
        await Expect(page.Locator("#content-artefacts-error")).ToContainTextAsync("2, kind: Say what kind");
        await Expect(page.Locator("#content-artefacts")).ToHaveValueAsync("copybook CVACT01Y\nteapot A B C");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Edit_that_began_with_an_older_revision_overwrites_nothing(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var reference = await sluice.Drafted("Two windows open");
        var late = await As("requester", sluice);
        await late.GotoAsync($"/changes/{reference}/edit");
        var requester = await sluice.As("requester");
        var shown = await requester.Get($"/changes/{reference}");
        (await requester.Patch($"/changes/{reference}", new { reason = "Saved first." }, shown.ETag)).Is(200);

        await late.FillAsync("#content-reason", "Typed later.");
        await late.ClickAsync("text=Save as revision");

        await Expect(late.Locator("[role=alert]")).ToContainTextAsync("version.stale");
        await Expect(late.Locator("#content-reason")).ToHaveValueAsync("Typed later.");
        Assert.Equal("Saved first.", (string)(await requester.Get($"/changes/{reference}"))["reason"]!);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Comment_by_another_does_not_stand_in_the_way_of_an_edit(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var reference = await sluice.Drafted("Much talked about");
        var page = await As("requester", sluice);
        await page.GotoAsync($"/changes/{reference}/edit");
        (await (await sluice.As("qa")).Post($"/changes/{reference}/comments", new { text = "Meanwhile." })).Is(201);

        await page.FillAsync("#content-reason", "Better.");
        await page.ClickAsync("text=Save as revision");

        await Expect(page.Locator("[role=status]")).ToContainTextAsync("Revision 2 is saved");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Who_cannot_request_changes_is_told_so_where_the_form_would_be(Store store)
    {
        var page = await As("auditor", await RunningSluice.On(store));
        await page.GotoAsync("/changes/new");

        await Expect(page.Locator(".refusal")).ToContainTextAsync("change.not-creator");
        await Expect(page.Locator("main form")).ToHaveCountAsync(0);
    }

    private static async Task<List<string>> Refused(IPage page)
    {
        var acts = new List<string>();
        foreach (var box in await page.Locator("[aria-labelledby=acts] .refusal").AllAsync())
        {
            var codes = string.Join(' ', await Task.WhenAll(
                (await box.Locator("li").AllAsync()).Select(reason => reason.GetAttributeAsync("data-code"))));
            foreach (var button in await box.Locator("button").AllAsync())
                acts.Add($"{await button.GetAttributeAsync("data-act")}: {codes}");
        }
        return acts;
    }
}
