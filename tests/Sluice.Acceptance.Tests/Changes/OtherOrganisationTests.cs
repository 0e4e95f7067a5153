using System.Text.Json.Nodes;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Changes;

public sealed class OtherOrganisationTests
{
    private const string NeverWas = "CHG-999999";

    public static MatrixTheoryData<Store, string> Reads { get; } = new(
        [Store.Sqlite, Store.Postgres], ["", "/history", "/proof", "/comments", "/difference", "/evidence"]);

    [Theory, MemberData(nameof(Reads))]
    public async Task Change_of_another_organisation_reads_like_one_that_never_was(Store store, string part)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Drafted()).Ref;
        var stranger = await sluice.As("other-requester");

        var theirs = await stranger.Get($"/changes/{change}{part}");
        var none = await stranger.Get($"/changes/{NeverWas}{part}");

        Assert.Equal(Body(none.IsRefused(404, "change.unknown")), Body(theirs.IsRefused(404, "change.unknown")));
    }

    public static MatrixTheoryData<Store, string> Acts { get; } = new(
        [Store.Sqlite, Store.Postgres],
        [
            "submit", "assessment", "decisions", "hold", "resume", "revise", "cancel", "review", "comments", "evidence",
            "history/1/redact",
        ]);

    [Theory, MemberData(nameof(Acts))]
    public async Task Nobody_acts_on_a_change_of_another_organisation(Store store, string act)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Drafted()).Ref;
        // Everything any of the acts asks for.
        var body = new
        {
            reason = "Why not", text = "Hello", notes = "Hm", decision = "approve", revision = 1, closeCode = "successful",
            likelihood = 1, impact = 1, reasons = "None", kind = "other", title = "T", url = "https://x.example/", sha256 = new string('a', 64),
        };

        var theirs = await sluice.Try("other-admin", change, act, body);
        var none = await sluice.Try("other-admin", NeverWas, act, body);

        Assert.Equal(Body(none.IsRefused(404, "change.unknown")), Body(theirs.IsRefused(404, "change.unknown")));
        Assert.Equal(1, (await sluice.Show(change))["version"].GetValue<long>());
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Neither_edit_gate_nor_dependency_tells_that_it_exists(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var draft = await sluice.Drafted();
        var stranger = await sluice.As("other-requester");

        foreach (var reference in (string[])[draft.Ref, NeverWas])
        {
            (await stranger.Patch($"/changes/{reference}", new { title = "Mine" }, draft.ETag)).IsRefused(404, "change.unknown");
            (await stranger.Get($"/gate?change={reference}")).IsRefused(404, "change.unknown");
            var body = sluice.ChangeBody();
            body["dependsOn"] = new JsonArray(reference);
            Assert.Contains("/dependsOn/0", (await stranger.Post("/changes", body)).IsRefused(422, "change.unknown").Pointers);
        }
        Assert.Equal("deny", (await stranger.Get($"/gate?artefact=sha256:{new string('a', 64)}")).Text("verdict"));
        Assert.Empty((await stranger.Get($"/gate?artefact=sha256:{new string('a', 64)}"))["changes"].AsArray());
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Systems_of_another_organisation_do_not_exist(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var stranger = await sluice.As("other-requester");

        var refused = (await stranger.Post("/changes", sluice.ChangeBody())).IsRefused(422, "system.unknown");

        Assert.Equal(["/systems/0"], refused.Pointers);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Lists_and_people_end_at_the_organisation(Store store)
    {
        var sluice = await RunningSluice.On(store);
        await sluice.Drafted();
        var stranger = await sluice.As("other-requester");

        // Another test may have drafted one there; none is drafted by anybody from here.
        Assert.All(
            (await stranger.Get("/changes"))["items"].AsArray(),
            change => Assert.StartsWith("other-", (string)change!["requester"]!, StringComparison.Ordinal));
        Assert.All(
            (await stranger.Get("/people"))["items"].AsArray(),
            person => Assert.StartsWith("other-", (string)person!["account"]!, StringComparison.Ordinal));
    }

    /// <summary>What was answered, but for the number of the request.</summary>
    private static string Body(Reply reply)
    {
        var body = reply.Json.AsObject();
        body.Remove("traceId");
        return body.ToJsonString();
    }
}
