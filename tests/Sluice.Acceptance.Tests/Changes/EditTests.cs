using System.Text.Json.Nodes;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Changes;

public sealed class EditTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Edit_of_the_words_withdraws_the_authorization_and_every_approval(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var approved = await sluice.Approved();

        var edited = (await Edit(sluice, approved.Ref, new { title = "Raise it further" })).Is(200);

        Assert.Equal(("authorize", 2), (edited.Text("status"), (int)edited["revision"]));
        Assert.NotEqual(approved.Text("digest"), edited.Text("digest"));
        Assert.Null(edited.Json["authorization"]);
        Assert.All(edited["decisions"].AsArray(), decision => Assert.False((bool)decision!["stands"]!));
        Assert.Equal("approved", (await sluice.Approve(approved.Ref)).Text("status"));
    }

    public static MatrixTheoryData<Store, string> Scopes { get; } = new(
        [Store.Sqlite, Store.Postgres],
        [
            """{"systems":["payments-api","ledger-db"]}""", """{"securityImpact":"high"}""", """{"kind":"emergency"}""",
            """{"artefacts":[]}""",
        ]);

    [Theory, MemberData(nameof(Scopes))]
    public async Task Edit_of_what_was_assessed_sends_an_approved_change_back_to_the_assessment(Store store, string edit)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Approved()).Ref;

        var edited = (await Edit(sluice, change, edit)).Is(200);

        Assert.Equal("assess", edited.Text("status"));
        Assert.Null(edited.Json["authorization"]);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Edit_that_says_the_same_alters_nothing(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var body = sluice.ChangeBody();
        // Finer than either database keeps.
        body["requestedWindow"]!["from"] = "2026-01-01T00:00:00.1234567Z";
        var draft = await sluice.Drafted(body);

        var edited = (await Edit(sluice, draft.Ref, body.DeepClone())).Is(200);

        Assert.Equal((1, draft.ETag), ((int)edited["revision"], edited.ETag));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Submitting_and_evidence_raise_no_revision(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Submitted()).Ref;
        await (await sluice.As("qa")).Post(
            $"/changes/{change}/evidence",
            new { kind = "test-result", title = "Green", url = "https://ci.example/1", sha256 = new string('c', 64) });

        Assert.Equal(1, (int)(await sluice.Assess(change))["revision"]);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Only_the_requester_edits_and_not_what_has_ended(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Drafted()).Ref;

        (await Edit(sluice, change, new { title = "Mine" }, "change-manager")).IsRefused(403, "edit.not-requester");
        await sluice.Act("requester", change, "cancel", new { reason = "Not needed" });
        (await Edit(sluice, change, new { title = "Late" })).IsRefused(409, "change.not-in-status");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Merge_patch_leaves_alone_what_it_does_not_name(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var draft = await sluice.Drafted();
        var patch = new StringContent("""{"title":"Another"}""", null, "application/merge-patch+json");

        var edited = (await (await sluice.As("requester")).Send(HttpMethod.Patch, $"/changes/{draft.Ref}", patch, draft.ETag)).Is(200);

        Assert.Equal(("Another", draft.Text("reason")), (edited.Text("title"), edited.Text("reason")));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task One_end_of_the_window_is_moved_without_the_other(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var draft = await sluice.Drafted();

        var edited = (await Edit(sluice, draft.Ref, new { requestedWindow = new { until = sluice.Now.AddDays(9) } })).Is(200);

        Assert.Equal((string)draft["requestedWindow"]["from"]!, (string)edited["requestedWindow"]["from"]!);
        Assert.NotEqual((string)draft["requestedWindow"]["until"]!, (string)edited["requestedWindow"]["until"]!);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Edit_needs_the_version_that_was_read(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var draft = await sluice.Drafted();
        var (requester, path) = (await sluice.As("requester"), $"/changes/{draft.Ref}");
        Assert.Equal($"\"{(long)draft["version"]}\"", draft.ETag);

        (await requester.Patch(path, new { title = "A" }, null)).IsRefused(428, "version.missing");
        (await requester.Patch(path, new { title = "A" }, "*")).IsRefused(428, "version.missing");
        var edited = (await requester.Patch(path, new { title = "A" }, draft.ETag)).Is(200);
        Assert.NotEqual(draft.ETag, edited.ETag);
        (await requester.Patch(path, new { title = "B" }, draft.ETag)).IsRefused(412, "version.stale");
        Assert.Equal("A", (await sluice.Show(draft.Ref)).Text("title"));
    }

    private static async Task<Reply> Edit(RunningSluice sluice, string change, object edit, string account = "requester") =>
        await (await sluice.As(account)).Patch($"/changes/{change}", edit is JsonNode node ? node.ToJsonString() : edit);
}
