using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Changes;
using Sluice.Web.Pages.Changes;

namespace Sluice.Acceptance.Tests.Changes;

public sealed class ContentTests
{
    /// <summary>What is wrong, where, and what it is called.</summary>
    public static MatrixTheoryData<Store, (string Field, string Value, string Pointer, string Code)> Wrong { get; } = new(
        [Store.Sqlite, Store.Postgres],
        [
            ("title", "\"\"", "/title", "text.missing"),
            ("title", $"\"{new string('t', 10_000)}\"", "/title", "text.too-long"),
            ("reason", "\" \"", "/reason", "text.missing"),
            ("systems", "[]", "/systems", "systems.missing"),
            ("systems", "[\"payments-api\",\"no-such\"]", "/systems/1", "system.unknown"),
            ("systems", "[null]", "/systems/0", "item.missing"),
            ("customers", "[\"no-such\"]", "/customers/0", "customer.unknown"),
            ("dependsOn", "[\"CHG-999999\"]", "/dependsOn/0", "change.unknown"),
            ("artefacts", "[null]", "/artefacts/0", "item.missing"),
            ("artefacts", """[{"kind":"jcl","name":"A","location":"B","sha256":"ABC"}]""", "/artefacts/0/sha256", "sha256.malformed"),
            ("artefacts", """[{"name":"A","location":"B","sha256":"x"}]""", "/artefacts/0/kind", "artefact.kind-missing"),
            ("requestedWindow", """{"from":"2030-01-02T00:00:00Z","until":"2030-01-02T00:00:00Z"}""", "/requestedWindow/until", "interval.empty"),
            ("requestedWindow", """{"from":"2030-01-02T00:00:00Z","until":"2030-01-01T00:00:00Z"}""", "/requestedWindow/until", "interval.empty"),
            ("requestedWindow", """{"from":"2020-01-01T00:00:00Z","until":"2020-01-02T00:00:00Z"}""", "/requestedWindow/until", "interval.ended"),
            ("requestedWindow", """{"from":"2030-01-01T00:00:00Z"}""", "/requestedWindow/until", "window.missing"),
        ]);

    [Theory, MemberData(nameof(Wrong))]
    public async Task What_is_wrong_is_named_and_nothing_is_kept(
        Store store, (string Field, string Value, string Pointer, string Code) wrong)
    {
        var sluice = await RunningSluice.On(store);
        var (requester, body) = (await sluice.As("requester"), sluice.ChangeBody());
        body["testPlan"] = $"Kept nowhere: {wrong.Pointer} {wrong.Code}";
        body[wrong.Field] = JsonNode.Parse(wrong.Value);

        var refused = (await requester.Post("/changes", body)).IsRefused(422, wrong.Code);

        Assert.Contains(wrong.Pointer, refused.Pointers);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task As_many_artefacts_are_taken_as_a_folder_may_hold_and_not_one_more(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var (requester, body) = (await sluice.As("requester"), sluice.ChangeBody());
        body["artefacts"] = Members(ContentDraft.MostArtefacts);
        var full = (await requester.Post("/changes", body)).Is(201);
        Assert.Equal(2_000, full["artefacts"].AsArray().Count);

        body["artefacts"] = Members(ContentDraft.MostArtefacts + 1);
        Assert.Equal(["/artefacts"], (await requester.Post("/changes", body)).IsRefused(422, "list.too-long").Pointers);
        var edit = new JsonObject { ["artefacts"] = Members(ContentDraft.MostArtefacts + 1) };
        (await requester.Patch($"/changes/{full.Ref}", edit, full.ETag)).IsRefused(422, "list.too-long");

        var folder = Enumerable.Range(0, ContentDraft.MostArtefacts + 1).Select(number => new FormFile(Stream.Null, 0, 0, "members", $"lib/M{number}"));
        var read = await SentMembers.Read([.. folder], null, null, default);
        Assert.Equal(["list.too-long"], read.Refusal!.Reasons.Select(reason => reason.Code));

        static JsonArray Members(int count) => [.. Enumerable.Range(0, count).Select(number => ChangeSteps.Artefact($"M{number}", 'a'))];
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Dependency_cycle_is_refused_and_named(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var requester = await sluice.As("requester");
        var first = (await sluice.Drafted()).Ref;
        var second = (await sluice.Drafted(Depending(sluice, first))).Ref;
        var third = (await sluice.Drafted(Depending(sluice, second))).Ref;

        var refused = (await requester.Patch($"/changes/{first}", new { dependsOn = (string[])[third] }))
            .IsRefused(422, "change.dependency-cycle");

        Assert.Contains($"{first} → {third} → {second} → {first}", refused.Body.Replace("\\u2192", "→"), StringComparison.Ordinal);
        (await requester.Patch($"/changes/{first}", new { dependsOn = (string[])[first] })).IsRefused(422, "change.dependency-cycle");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Title_of_the_longest_length_is_kept_to_the_last_character(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var body = sluice.ChangeBody();
        body["title"] = new string('ß', 200);

        Assert.Equal(new string('ß', 200), (await sluice.Show((await sluice.Drafted(body)).Ref)).Text("title"));
    }

    private static JsonObject Depending(RunningSluice sluice, string on)
    {
        var body = sluice.ChangeBody();
        body["dependsOn"] = new JsonArray(on);
        return body;
    }
}
