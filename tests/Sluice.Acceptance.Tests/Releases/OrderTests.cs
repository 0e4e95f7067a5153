using Sluice.Acceptance.Tests.Changes;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Acceptance.Tests.Pages;

namespace Sluice.Acceptance.Tests.Releases;

/// <summary>The order in which the changes of a release come.</summary>
public sealed class OrderTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Changes_are_put_in_order_and_what_go_signed_is_void(Store store)
    {
        var sluice = await RunningSluice.On(store);
        string[] changes = [await sluice.Deliverable(), await sluice.Deliverable(), await sluice.Deliverable()];
        var release = await sluice.Ready(changes);
        var before = (await sluice.Release(release)).Text("runbookDigest");

        (await Order(sluice, release, changes[2], changes[0], changes[1])).Is(200);

        var after = await sluice.Release(release);
        Assert.Equal([changes[2], changes[0], changes[1]], Order(after));
        Assert.NotEqual(before, after.Text("runbookDigest"));
        Assert.Equal("scheduled", after.Text("status"));
        var version = (long)after["version"]!;
        (await Order(sluice, release, changes[2], changes[0], changes[1])).Is(200);
        Assert.Equal(version, (long)(await sluice.Release(release))["version"]!);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Change_is_not_put_before_one_that_it_waits_for_and_the_reason_names_both(Store store)
    {
        var sluice = await RunningSluice.On(store);
        string[] changes = [await sluice.Drafted("First"), await sluice.Drafted("Second"), await sluice.Drafted("Third")];
        var release = await sluice.Planned(changes[..2]);
        await sluice.Run(release, "items", new { change = changes[2], dependsOn = new[] { changes[0] } });

        var refused = (await Order(sluice, release, changes[2], changes[0], changes[1])).IsRefused(409, "item.before-its-need");
        Assert.Contains($"{changes[2]} waits for {changes[0]}, as its release manager says", refused.Body, StringComparison.Ordinal);
        (await Order(sluice, release, changes[0], changes[2])).IsRefused(422, "item.left-out");
        (await Order(sluice, release, changes[0], changes[0], changes[1], changes[2])).IsRefused(422, "item.twice");
        (await Order(sluice, release, changes[0], "CHG-999999", changes[1], changes[2])).IsRefused(422, "item.unknown");
        (await (await sluice.As("release-manager")).Put($"/releases/{release}/items/order", new { }, (await sluice.Release(release)).ETag))
            .IsRefused(422, "order.missing");
        Assert.Equal(changes, Order(await sluice.Release(release)));

        // What was wrong to begin with may be mended one place after the other.
        var other = await sluice.Planned();
        string[] more = [await sluice.Drafted("A"), await sluice.Drafted("B"), await sluice.Drafted("C")];
        await sluice.Run(other, "items", new { change = more[0], order = 5 });
        await sluice.Run(other, "items", new { change = more[1], order = 6 });
        await sluice.Run(other, "items", new { change = more[2], order = 1, dependsOn = more[..2] });
        (await Order(sluice, other, more[0], more[2], more[1])).Is(200);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Page_moves_a_change_says_why_it_cannot_and_orders_all_by_what_waits_for_what(Store store)
    {
        var sluice = await RunningSluice.On(store);
        string[] changes = [await sluice.Drafted("One"), await sluice.Drafted("Two"), await sluice.Drafted("Three")];
        var release = await sluice.Planned(changes[..2]);
        await sluice.Run(release, "items", new { change = changes[2], order = 0, dependsOn = new[] { changes[0] } });
        var page = await SentForm.Open(sluice, "release-manager", $"/releases/{release}");
        Assert.Contains("stands before what it waits for", page.Html, StringComparison.Ordinal);

        page = await page.Send($"/releases/{release}?handler=Order", ("version", page["version"]));
        Assert.Contains($"The order is now {changes[0]}, {changes[2]}, {changes[1]}", page.Html, StringComparison.Ordinal);
        page = await page.Send($"/releases/{release}?handler=Order", ("version", page["version"]), ("change", changes[2]), ("by", "1"));
        Assert.Equal(changes, Order(await sluice.Release(release)));
        await page.Send($"/releases/{release}?handler=Order", ("version", page["version"]), ("change", changes[2]), ("by", "-1"));
        page = await page.Reopen($"/releases/{release}");
        page = await page.Send($"/releases/{release}?handler=Order", ("version", page["version"]), ("change", changes[2]), ("by", "-1"));

        Assert.Equal(409, page.Status);
        Assert.Contains($"{changes[2]} waits for {changes[0]}", page.Html, StringComparison.Ordinal);
    }

    private static async Task<Reply> Order(RunningSluice sluice, string release, params string[] changes) =>
        await (await sluice.As("release-manager")).Put($"/releases/{release}/items/order", new { changes }, (await sluice.Release(release)).ETag);

    private static IEnumerable<string> Order(Reply release) => release["items"].AsArray().Select(item => (string)item!["change"]!);
}
