using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Acceptance.Tests.Pages;
using Sluice.Acceptance.Tests.Production;
using Sluice.Acceptance.Tests.Releases;

namespace Sluice.Acceptance.Tests.Changes;

public sealed class ListTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task List_is_filtered_by_everything_it_shows_and_a_filter_may_repeat(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var draft = await Titled(sluice, "filtered draft", "payments-api");
        var submitted = await Titled(sluice, "filtered submitted", "ledger-db", "emergency");
        await sluice.Act("requester", submitted, "submit");
        var assessed = await Titled(sluice, "filtered assessed", "core-batch");
        await sluice.Act("requester", assessed, "submit");
        await sluice.Assess(assessed, 4, 4);

        Assert.Equal([submitted, draft], await Listed(sluice, "q=filtered&status=draft&status=assess"));
        Assert.Equal([assessed], await Listed(sluice, "q=filtered&status=authorize&deliveryStatus=unplanned&deliveryStatus=ready"));
        Assert.Empty(await Listed(sluice, "q=filtered&status=draft&deliveryStatus=ready"));
        Assert.Equal([submitted], await Listed(sluice, "q=filtered&kind=emergency"));
        Assert.Equal([assessed], await Listed(sluice, "q=filtered&risk=high&risk=medium"));
        Assert.Equal([assessed, submitted], await Listed(sluice, "q=filtered&system=core-batch&system=ledger-db"));
        Assert.Empty(await Listed(sluice, "q=filtered&system=no-such"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task What_changed_on_a_system_is_paged_to_its_end_also_where_several_changed_at_once(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var system = await sluice.AddedSystem();
        var earlier = await sluice.Deliverable(sluice.ChangeBody(system));
        await sluice.Executing(earlier);
        var together = new List<string>();
        for (var count = 0; count < 4; count++)
            together.Add(await sluice.Deliverable(sluice.ChangeBody(system)));
        await sluice.Executing([.. together]);
        var support = await sluice.As("support");

        var (seen, pages) = (new List<string>(), new List<int>());
        for (var next = $"/systems/{system}/changes?limit=2"; next is not null;)
        {
            var page = (await support.Get(next)).Is(200);
            seen.AddRange(page["items"].AsArray().Select(item => (string)item!["ref"]!));
            pages.Add(page["items"].AsArray().Count);
            next = (string?)page.Json["nextLink"];
            Assert.True(next is null || next.StartsWith($"/api/v1/systems/{system}/changes?", StringComparison.Ordinal));
        }

        Assert.Equal([.. Enumerable.Reverse(together), earlier], seen);
        Assert.Equal([2, 2, 1], pages);
        var second = (string)(await support.Get($"/systems/{system}/changes?limit=2")).Is(200)["nextLink"]!;
        (await support.Get(second.Replace(system, "payments-api", StringComparison.Ordinal))).IsRefused(422, "after.unreadable");
        (await support.Get($"/systems/{system}/changes?limit=201")).IsRefused(422, "limit.out-of-range");

        // The system's page goes on from there, too.
        var typist = new Typist(sluice);
        await typist.SignIn("support");
        var further = await typist.Open($"/systems/{system}?{second[(second.IndexOf('?') + 1)..].Replace("after=", "changedBefore=", StringComparison.Ordinal)}");
        Assert.Equal([together[1], together[0], earlier], Regex.Matches(further.Html, "href=\"/changes/(CHG-\\d+)\"").Select(found => found.Groups[1].Value));
        Assert.Contains("First page", further.Text, StringComparison.Ordinal);
        Assert.Equal(422, (await typist.Open($"/systems/{system}?changedBefore=nowhere")).Status);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Search_means_what_was_typed_whatever_its_case(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var percent = await Titled(sluice, "Ärger mit 100% Last_Zeit");
        var plain = await Titled(sluice, "ärger mit 1000 LastXZeit");

        Assert.Equal([plain, percent], await Listed(sluice, "q=ÄRGER+MIT"));
        Assert.Equal([percent], await Listed(sluice, "q=ärger+mit+100%25"));
        Assert.Equal([percent], await Listed(sluice, "q=last_zeit"));
        Assert.Equal([percent], await Listed(sluice, $"q={percent.ToLowerInvariant()}"));
    }

    /// <summary>On PostgreSQL the number is what is looked up, and the rest is compared.</summary>
    [Theory, ClassData(typeof(BothStores))]
    public async Task Number_among_other_words_finds_only_what_has_all_of_them_as_they_were_typed(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var night = await Titled(sluice, "Mend payroll ABN0077123 tonight");
        var other = await Titled(sluice, "Payroll mended for ABN0077123");

        Assert.Equal([other, night], await Listed(sluice, "q=abn0077123"));
        Assert.Equal([night], await Listed(sluice, "q=Payroll+abn0077123+TO"));
        Assert.Equal([night], await Listed(sluice, "q=payroll+abn0077"));
        Assert.Empty(await Listed(sluice, "q=payroll++abn0077123"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task List_is_sorted_as_asked_for(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var (first, second) = (await Titled(sluice, "sorted one"), await Titled(sluice, "sorted two"));
        await sluice.Act("requester", first, "submit");

        Assert.Equal([second, first], await Listed(sluice, "q=sorted"));
        Assert.Equal([second, first], await Listed(sluice, "q=sorted&sort=-ref"));
        Assert.Equal([first, second], await Listed(sluice, "q=sorted&sort=ref"));
        Assert.Equal([first, second], await Listed(sluice, "q=sorted&sort=-updated"));
        Assert.Equal([second, first], await Listed(sluice, "q=sorted&sort=updated"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task List_is_sorted_by_where_the_requested_window_begins_and_an_edit_moves_it(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var refs = new List<string>();
        foreach (var days in (int[])[3, 1, 2])
        {
            var body = sluice.ChangeBody();
            body["title"] = "begins";
            body["requestedWindow"] = Window(sluice, days);
            refs.Add((await sluice.Drafted(body)).Ref);
        }
        var requester = await sluice.As("requester");

        Assert.Equal([refs[1], refs[2], refs[0]], await Listed(sluice, "q=begins&sort=from"));
        (await requester.Patch($"/changes/{refs[1]}", new { requestedWindow = Window(sluice, 4) })).Is(200);
        Assert.Equal([refs[1], refs[0], refs[2]], await Listed(sluice, "q=begins&sort=-from"));
    }

    private static JsonObject Window(RunningSluice sluice, int days) =>
        new() { ["from"] = sluice.Now.AddDays(days), ["until"] = sluice.Now.AddDays(days + 1) };

    [Theory, ClassData(typeof(BothStores))]
    public async Task Filter_or_sort_that_does_not_exist_is_refused_and_not_ignored(Store store)
    {
        var auditor = await (await RunningSluice.On(store)).As("auditor");

        foreach (var (query, code) in ((string, string)[])
                 [
                     ("status=open", "status.unknown"), ("deliveryStatus=approved", "deliveryStatus.unknown"),
                     ("kind=big", "kind.unknown"), ("risk=huge", "risk.unknown"), ("sort=title", "sort.unknown"),
                     ("limit=0", "limit.out-of-range"), ("limit=201", "limit.out-of-range"), ("after=page2", "after.unreadable"),
                 ])
            Assert.Equal($"/{query[..query.IndexOf('=')]}", (await auditor.Get($"/changes?{query}")).IsRefused(422, code).Pointers.Single());
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Item_shows_both_statuses(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Approved()).Ref;

        var item = (await (await sluice.As("stakeholder")).Get($"/changes?q={change}"))["items"].AsArray().Single()!;

        Assert.Equal(("approved", "unplanned"), ((string)item["status"]!, (string)item["deliveryStatus"]!));
    }

    private static async Task<string> Titled(
        RunningSluice sluice, string title, string system = "payments-api", string kind = "normal")
    {
        var body = sluice.ChangeBody(system);
        (body["title"], body["kind"]) = (title, kind);
        return (await sluice.Drafted(body)).Ref;
    }

    private static async Task<IEnumerable<string>> Listed(RunningSluice sluice, string query) =>
    [
        .. (await (await sluice.As("auditor")).Get($"/changes?{query}")).Is(200)["items"].AsArray()
            .Select(item => (string)item!["ref"]!),
    ];
}
