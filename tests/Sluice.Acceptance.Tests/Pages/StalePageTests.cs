using Sluice.Acceptance.Tests.Hosting;
using Sluice.Acceptance.Tests.Releases;

namespace Sluice.Acceptance.Tests.Pages;

/// <summary>Pages that were open while somebody else acted: what was typed stays, and what happened is said.</summary>
public sealed class StalePageTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Decision_on_what_was_edited_meanwhile_says_who_did_what_and_compares_the_revisions(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var reference = await sluice.Assessed("Read at revision 1");
        var owner = new Typist(sluice);
        await owner.SignIn("app-owner");
        var page = await owner.Open($"/changes/{reference}");
        (await (await sluice.As("requester")).Patch($"/changes/{reference}", new { testPlan = "Read 300 accounts." })).Is(200);

        var refused = await owner.Send(page, "Decide", ("decision", "approve"), ("comment", "As read."));
        Assert.Equal(409, refused.Status);
        Assert.Contains("page.stale", refused.Text, StringComparison.Ordinal);
        Assert.Contains("requester made revision 2", refused.Text, StringComparison.Ordinal);
        Assert.Contains($"/changes/{reference}/difference?from=1&amp;to=2", refused.Html, StringComparison.Ordinal);
        Assert.Equal("As read.", refused.Value("decision-comment"));
        Assert.Contains("Read 300 accounts.", (await owner.Open($"/changes/{reference}/difference?from=1&to=2")).Text, StringComparison.Ordinal);
        Assert.Empty((await (await sluice.As("auditor")).Get($"/changes/{reference}"))["decisions"].AsArray());

        // Looked at, it is signed as it stands now.
        var signed = await owner.Send(refused, "Decide", ("decision", "approve"), ("comment", "As read again."));
        Assert.Contains("You approved revision 2", signed.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Another_approval_is_in_nobodys_way(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var reference = await sluice.Assessed("Two at once");
        var owner = new Typist(sluice);
        await owner.SignIn("app-owner");
        var page = await owner.Open($"/changes/{reference}");
        (await (await sluice.As("change-manager")).Post($"/changes/{reference}/decisions", new { decision = "approve", revision = 1 })).Is(200);

        var signed = await owner.Send(page, "Decide", ("decision", "approve"), ("comment", ""));

        Assert.Contains("You approved revision 1", signed.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Edit_that_thirty_comments_lie_on_top_of_is_none_the_less_signed_by_nobody_who_has_not_seen_it(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var reference = await sluice.Assessed("Talked about");
        var owner = new Typist(sluice);
        await owner.SignIn("app-owner");
        var page = await owner.Open($"/changes/{reference}");
        var requester = await sluice.As("requester");
        (await requester.Patch($"/changes/{reference}", new { testPlan = "Read 300 accounts." })).Is(200);
        for (var said = 0; said < 31; said++)
            (await requester.Post($"/changes/{reference}/comments", new { text = $"Word {said}" })).Is(201);

        var refused = await owner.Send(page, "Decide", ("decision", "approve"), ("comment", "As read."));

        Assert.Equal(409, refused.Status);
        Assert.Contains("page.stale", refused.Text, StringComparison.Ordinal);
        Assert.Empty((await requester.Get($"/changes/{reference}"))["decisions"].AsArray());
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task What_was_typed_into_an_edit_page_can_be_copied_when_nobody_may_edit_any_more(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var reference = await sluice.Drafted("Called off meanwhile");
        var writer = new Typist(sluice);
        await writer.SignIn("requester");
        var form = await writer.Open($"/changes/{reference}/edit");
        (await (await sluice.As("requester")).Post($"/changes/{reference}/cancel", new { reason = "Not now" })).Is(200);

        var refused = await writer.Send(form, handler: null, ("title", "Called off meanwhile"), ("reason", "Typed for an hour"), ("kind", "normal"));

        Assert.Equal(422, refused.Status);
        Assert.Contains("What you typed", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Typed for an hour", refused.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task What_was_typed_for_an_act_that_is_closed_by_now_can_still_be_copied(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var reference = await sluice.Submitted("Assessed twice");
        var reviewer = new Typist(sluice);
        await reviewer.SignIn("risk-reviewer");
        var page = await reviewer.Open($"/changes/{reference}");
        (await (await sluice.As("change-manager")).Post(
            $"/changes/{reference}/assessment", new { likelihood = 3, impact = 3, reasons = "First." })).Is(200);

        var refused = await reviewer.Send(
            page, "Assess", ("likelihood", "2"), ("impact", "2"), ("reasons", "Small,\nand <practised>."));

        Assert.Equal(409, refused.Status);
        Assert.Contains("change-manager assessed it", refused.Text, StringComparison.Ordinal);
        Assert.Contains("What you typed", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Small,\nand <practised>.", System.Net.WebUtility.HtmlDecode(refused.Html), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Start_of_a_release_that_somebody_has_started_meanwhile_says_so_and_keeps_the_reason(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var release = await sluice.Ready(await sluice.Deliverable());
        var manager = new Typist(sluice);
        await manager.SignIn("release-manager");
        var page = await manager.Open($"/releases/{release}");
        var api = await sluice.As("release-manager");
        (await api.Post($"/releases/{release}/comments", new { text = "A word is no reason to stop." })).Is(201);
        (await api.Post($"/releases/{release}/start")).Is(200);
        (await api.Post($"/releases/{release}/suspend", new { reason = "Storage" })).Is(200);

        var refused = await manager.Send(page, "Start", ("reason", "At last"));

        Assert.Equal(409, refused.Status);
        Assert.Contains("release-manager started it", refused.Text, StringComparison.Ordinal);
        Assert.Contains("release-manager suspended it", refused.Text, StringComparison.Ordinal);
        Assert.Contains("At last", refused.Text, StringComparison.Ordinal);
    }
}
