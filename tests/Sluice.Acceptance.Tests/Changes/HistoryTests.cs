using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Changes;

public sealed class HistoryTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Each_act_is_one_entry_and_the_version_is_the_last_of_them(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Approved()).Ref;
        await (await sluice.As("support")).Post($"/changes/{change}/comments", new { text = "Seen" });

        var history = await sluice.History(change);

        Assert.Equal(Enumerable.Range(1, 6).Select(place => (long)place), history.Select(entry => (long)entry["sequence"]!));
        Assert.Equal((long)(await sluice.Show(change))["version"], history.Count);
        Assert.Equal(
            ["requester", "requester", "risk-reviewer", "app-owner", "change-manager", "support"],
            history.Select(entry => (string)entry["actor"]!));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Refused_act_leaves_no_trace(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = await sluice.Assessed();

        (await sluice.Decide("requester", change.Ref, "approve")).Is(403);
        (await sluice.Decide("change-manager", change.Ref, "reject", "")).Is(422);

        Assert.Equal(change.ETag, (await sluice.Show(change.Ref)).ETag);
        Assert.Equal((long)change["version"], (await sluice.History(change.Ref)).Count);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Text_is_redacted_when_a_second_person_confirms_and_is_gone_for_good(Store store)
    {
        const string secret = "The password is Tr0ub4dor";
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Drafted()).Ref;
        var comment = (await (await sluice.As("support")).Post($"/changes/{change}/comments", new { text = secret })).Is(201);
        var redact = $"history/{comment["sequence"]}/redact";
        var why = new { reason = "A secret" };

        (await sluice.Try("requester", change, redact, why)).IsRefused(403, "redaction.not-allowed");
        Assert.Equal("asked", (await sluice.Act("change-manager", change, redact, why)).Text("state"));
        (await sluice.Try("change-manager", change, redact, why)).IsRefused(409, "redaction.needs-second-person");
        Assert.Contains(secret, await Everything(sluice, change), StringComparison.Ordinal);

        Assert.Equal("redacted", (await sluice.Act("admin", change, redact, why)).Text("state"));
        Assert.DoesNotContain(secret, await Everything(sluice, change), StringComparison.Ordinal);
        (await sluice.Try("release-manager", change, redact, why)).IsRefused(409, "redaction.done");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task What_the_change_says_now_is_edited_before_it_can_be_redacted(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Drafted()).Ref;
        var why = new { reason = "Names a customer" };
        (await sluice.Try("change-manager", change, "history/1/redact", why)).IsRefused(409, "redaction.in-force");

        (await (await sluice.As("requester")).Patch($"/changes/{change}", new { title = "Names nobody" })).Is(200);
        await sluice.Act("change-manager", change, "history/1/redact", why);
        await sluice.Act("admin", change, "history/1/redact", why);

        (await (await sluice.As("auditor")).Get($"/changes/{change}/difference")).Is(200);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Decision_that_stands_keeps_what_it_asks_for(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Assessed()).Ref;
        (await (await sluice.As("app-owner")).Post(
            $"/changes/{change}/decisions", new { decision = "approve", revision = 1, conditions = "Call operations first" })).Is(200);
        var (redact, why) = ("history/4/redact", new { reason = "Names a customer" });

        (await sluice.Try("change-manager", change, redact, why)).IsRefused(409, "redaction.in-force");

        (await (await sluice.As("requester")).Patch($"/changes/{change}", new { title = "Another" })).Is(200);
        await sluice.Act("change-manager", change, redact, why);
        Assert.Equal("redacted", (await sluice.Act("admin", change, redact, why)).Text("state"));

        var cancelled = (await sluice.Approved()).Ref;
        await sluice.Act("requester", cancelled, "cancel", why);
        Assert.Equal("asked", (await sluice.Act("change-manager", cancelled, redact, why)).Text("state"));
    }

    private static async Task<string> Everything(RunningSluice sluice, string change)
    {
        var auditor = await sluice.As("auditor");
        var replies = new List<string>();
        foreach (var part in (string[])["", "/history", "/comments", "/proof"])
            replies.Add((await auditor.Get($"/changes/{change}{part}")).Is(200).Body);
        return string.Join('\n', replies);
    }
}
