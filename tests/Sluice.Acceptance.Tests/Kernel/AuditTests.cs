using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Kernel;

/// <summary>The search over the ledger of an organisation.</summary>
public sealed class AuditTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Entry_says_who_did_what_to_which_record_and_how_it_was_sealed(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await (await sluice.As("requester")).Post("/changes", Samples.Change("Looked for"))).Is(201).Text("ref");
        var auditor = await sluice.As("auditor");

        var entry = Assert.Single((await auditor.Get($"/audit?record={change.ToLowerInvariant()}")).Is(200)["items"].AsArray())!;

        var sealedEntry = (await auditor.Get($"/changes/{change}/history"))["items"][0]!;
        Assert.Equal(
            (change, change, $"/changes/{change}", "requester", "change.drafted"),
            ((string)entry["ref"]!, (string)entry["chain"]!, (string)entry["address"]!, (string)entry["actor"]!, (string)entry["act"]!));
        foreach (var part in (string[])["sequence", "hash", "at", "facts"])
            Assert.Equal(sealedEntry[part]!.ToJsonString(), entry[part]!.ToJsonString());
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Reference_finds_each_record_of_that_name_and_the_name_of_a_chain_only_one(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var (admin, key) = (await sluice.As("admin"), Samples.Unique("same"));
        (await admin.Post("/teams", new { key, name = "Same", members = (string[])[] })).Is(201);
        (await admin.Post("/customers", new { key, name = "Same" })).Is(201);

        Assert.Equal([$"/customers/{key}", $"/teams/{key}"], Of(await admin.Get($"/audit?record={key}"), "address"));
        Assert.Equal([$"/teams/{key}"], Of(await admin.Get($"/audit?record=team/{key}"), "address"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Filters_are_by_person_by_act_and_by_time(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var (admin, account) = (await sluice.As("admin"), Samples.Unique("filtered"));
        var added = (await admin.Post("/people", new { account, name = "New", roles = (string[])[] })).Is(201);
        (await admin.Put($"/people/{account}/roles", new { roles = (string[])["qa"] }, added.ETag)).Is(200);
        var at = (string)(await admin.Get($"/audit?record={account}&act=person.roles-granted"))["items"][0]!["at"]!;
        var from = Uri.EscapeDataString(at);

        Assert.Equal(["person.roles-granted", "person.added"], Of(await admin.Get($"/audit?record={account}&actor=admin"), "act"));
        Assert.Empty(Of(await admin.Get($"/audit?record={account}&actor=requester"), "act"));
        Assert.Equal(["person.roles-granted"], Of(await admin.Get($"/audit?record={account}&from={from}"), "act"));
        Assert.Equal(["person.added"], Of(await admin.Get($"/audit?record={account}&until={from}"), "act"));
        Assert.All(Of(await admin.Get("/audit?act=person.roles-granted&limit=200"), "act"), act => Assert.Equal("person.roles-granted", act));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Pages_show_each_entry_once_newest_first_while_others_are_added(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var (requester, account) = (await sluice.As("requester"), Samples.Unique("paged"));
        var admin = await sluice.As("admin");
        (await admin.Post("/people", new { account, name = "Paged", roles = (string[])[] })).Is(201);
        var change = (await requester.Post("/changes", Samples.Change("Paged"))).Is(201).Text("ref");
        for (var number = 0; number < 6; number++)
            await Comment();

        foreach (var filter in (string[])[$"record={change}&", $"record={change}&act=commented&", $"record={change}&actor=requester&from=2020-01-01T00:00:00Z&"])
        {
            var seen = new List<long>();
            for (var next = $"/audit?{filter}limit=3"; next is not null;)
            {
                var page = (await admin.Get(next)).Is(200);
                seen.AddRange(page["items"].AsArray().Select(entry => (long)entry!["sequence"]!));
                next = (string?)page.Json["nextLink"];
                Assert.StartsWith("/api/v1/audit?", next ?? "/api/v1/audit?", StringComparison.Ordinal);
                if (seen.Count <= 3)
                    await Comment();
            }
            Assert.Equal(seen.OrderDescending(), seen);
            Assert.Equal(seen.Distinct(), seen);
            Assert.True(seen.Count >= 6);
        }

        async Task Comment() => (await requester.Post($"/changes/{change}/comments", new { text = "One more" })).Is(201);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Whole_ledger_is_walked_without_missing_or_repeating_entries_of_one_moment(Store store)
    {
        // Nobody else adds to this one; the demo's own records were added at a handful of moments.
        await using var sluice = await RunningSluice.New(store);
        var auditor = await sluice.As("auditor");
        var whole = (await auditor.Get("/audit?limit=200")).Is(200)["items"].AsArray().Select(Name).ToList();

        var seen = new List<string>();
        for (var next = "/audit?limit=7"; next is not null;)
        {
            var page = (await auditor.Get(next)).Is(200);
            seen.AddRange(page["items"].AsArray().Select(Name));
            next = (string?)page.Json["nextLink"];
        }

        Assert.True(whole.Count > 30);
        Assert.Equal(whole, seen.Take(whole.Count));
        Assert.Equal(seen.Distinct(), seen);

        static string Name(System.Text.Json.Nodes.JsonNode? entry) => $"{entry!["chain"]} {entry["sequence"]}";
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Other_organisation_sees_nothing_of_it(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await (await sluice.As("requester")).Post("/changes", Samples.Change("Ours"))).Is(201).Text("ref");
        var stranger = await sluice.As("other-admin");

        Assert.Empty(Of(await stranger.Get($"/audit?record={change}"), "ref"));
        Assert.Empty(Of(await stranger.Get("/audit?actor=requester"), "ref"));
        Assert.DoesNotContain("requester", Of(await stranger.Get("/audit?limit=200"), "actor"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Redacted_text_is_gone_here_too(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var requester = await sluice.As("requester");
        var change = (await requester.Post("/changes", Samples.Change("With a secret"))).Is(201).Text("ref");
        (await requester.Post($"/changes/{change}/comments", new { text = "hunter2" })).Is(201);
        Assert.Contains("hunter2", (await requester.Get($"/audit?record={change}")).Body, StringComparison.Ordinal);

        foreach (var account in (string[])["admin", "change-manager"])
            (await (await sluice.As(account)).Post($"/changes/{change}/history/2/redact", new { reason = "A password" })).Is(200);

        Assert.DoesNotContain("hunter2", (await requester.Get($"/audit?record={change}")).Body, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task What_cannot_be_asked_is_refused_with_its_field(Store store)
    {
        var auditor = await (await RunningSluice.On(store)).As("auditor");
        var tooLong = new string('x', 300);

        foreach (var (query, code, pointer) in new[]
                 {
                     ("actor=no%20account", "key.malformed", "/actor"), ($"act={tooLong}", "text.too-long", "/act"),
                     ("record=%00", "text.null-character", "/record"), ("limit=0", "limit.out-of-range", "/limit"),
                     ("after=nonsense", "after.unreadable", "/after"),
                     ("from=2026-02-01T00:00:00Z&until=2026-01-01T00:00:00Z", "interval.empty", "/until"),
                 })
        {
            var refused = (await auditor.Get($"/audit?{query}")).IsRefused(422, code);
            Assert.Contains(pointer, refused.Pointers);
        }
        (await auditor.Get("/audit?from=yesterday")).Is(400);

        var link = (await auditor.Get("/audit?limit=1")).Text("nextLink");
        (await auditor.Get(link + "&act=commented")).IsRefused(422, "after.unreadable");
    }

    private static IReadOnlyList<string> Of(Reply page, string name) =>
        [.. page.Is(200)["items"].AsArray().Select(entry => (string)entry![name]!)];
}
