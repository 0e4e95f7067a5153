using Sluice.Acceptance.Tests.Changes;
using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Races;

/// <summary>Eight at the same moment.</summary>
public sealed class RaceTests
{
    private const int Eight = 8;

    [Theory, ClassData(typeof(BothStores))]
    public async Task Same_act_by_eight_happens_once(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var (requester, reviewer, manager) = (await sluice.As("requester"), await sluice.As("risk-reviewer"), await sluice.As("change-manager"));
        var change = (await sluice.Drafted()).Ref;
        var path = $"/changes/{change}";

        foreach (var act in (Func<Task<Reply>>[])
                 [
                     () => requester.Post(path + "/submit"),
                     () => reviewer.Post(path + "/assessment", new { likelihood = 2, impact = 2, reasons = "Fine" }),
                     () => manager.Post(path + "/decisions", new { decision = "approve", revision = 1 }),
                     () => manager.Post(path + "/hold", new { reason = "Incident" }),
                     () => manager.Post(path + "/resume", new { reason = "Over" }),
                     () => requester.Post(path + "/cancel", new { reason = "Off" }),
                 ])
            Assert.Equal([200, .. Enumerable.Repeat(409, Eight - 1)], await Statuses(act));

        Assert.Equal(
            [
                "change.drafted", "change.submitted", "change.assessed", "change.decided", "change.held", "change.resumed",
                "change.cancelled",
            ],
            await sluice.Acts(change));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Eight_people_in_eight_seats_approve_at_once(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Assessed(5, 5, "payments-api", "workload-scheduler", "crm", "card-portal", "statements")).Ref;
        string[] people = ["app-owner", "operations", "support", "implementer-2", "qa", "change-manager", "cab-1", "cab-2"];
        var callers = await Task.WhenAll(people.Select(sluice.As));

        var replies = await Task.WhenAll(callers.Select(caller => Task.Run(
            () => caller.Post($"/changes/{change}/decisions", new { decision = "approve", revision = 1 }))));

        Assert.All(replies, reply => reply.Is(200));
        var approved = await sluice.Show(change);
        Assert.Equal("approved", approved.Text("status"));
        Assert.Equal(
            people.Order(StringComparer.Ordinal),
            approved["authorization"]["deciders"]!.AsArray().Select(decider => (string)decider!["account"]!).Order(StringComparer.Ordinal));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Eight_different_comments_are_all_kept(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Drafted()).Ref;
        var support = await sluice.As("support");

        var replies = await Task.WhenAll(Enumerable.Range(0, Eight).Select(n => support.Post($"/changes/{change}/comments", new { text = $"n{n}" })));

        Assert.All(replies, reply => reply.Is(201));
        Assert.Equal(Eight + 1, (await sluice.History(change)).Count);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Eight_edits_of_one_version_make_one_revision(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var draft = await sluice.Drafted();
        var requester = await sluice.As("requester");
        var edit = 0;

        var statuses = await Statuses(() => requester.Patch(
            $"/changes/{draft.Ref}", new { title = $"Edit {Interlocked.Increment(ref edit)}" }, draft.ETag));

        Assert.Equal([200, .. Enumerable.Repeat(412, Eight - 1)], statuses);
        Assert.Equal(2, (int)(await sluice.Show(draft.Ref))["revision"]);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Same_idempotency_key_eight_times_has_one_effect_and_one_answer(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var requester = await sluice.As("requester");
        var (body, key) = (sluice.ChangeBody(), $"race {store}");
        body["title"] = "Made once";

        var replies = await Task.WhenAll(Enumerable.Range(0, Eight).Select(_ => requester.Post("/changes", body, key)));

        var made = replies.Where(reply => reply.Status == 201).ToList();
        Assert.NotEmpty(made);
        Assert.All(replies.Except(made), reply => reply.IsRefused(409, "idempotency.in-flight"));
        var again = (await requester.Post("/changes", body, key)).Is(201);
        Assert.All(made, reply => Assert.Equal((again.Body, again.ETag), (reply.Body, reply.ETag)));
        Assert.Single((await requester.Get("/changes?q=Made+once"))["items"].AsArray());
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Idempotency_key_answers_the_same_request_only(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var (requester, manager) = (await sluice.As("requester"), await sluice.As("change-manager"));
        var key = $"once {store}";
        var path = $"/changes/{(await sluice.Drafted()).Ref}/comments";
        var first = (await requester.Post(path, new { text = "Once" }, key)).Is(201);

        Assert.Equal(first.Body, (await requester.Post(path, new { text = "Once" }, key)).Is(201).Body);
        (await requester.Post(path, new { text = "Twice" }, key)).IsRefused(422, "idempotency.other-body");
        (await manager.Post(path, new { text = "Mine" }, key)).Is(201);
        Assert.Equal(2, (await requester.Get(path))["items"].AsArray().Count);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Token_made_with_an_idempotency_key_is_shown_once(Store store)
    {
        var support = await (await RunningSluice.On(store)).As("support");
        var (body, key) = (new { name = "Once", scopes = (string[])["read"] }, $"token {store}");

        var first = (await support.Post("/tokens", body, key)).Is(201);
        var again = (await support.Post("/tokens", body, key)).Is(201);

        Assert.NotNull((string?)first.Json["token"]);
        Assert.Equal(first.Text("id"), again.Text("id"));
        Assert.Null((string?)again.Json["token"]);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Refused_request_may_be_tried_again_with_the_same_key(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var (change, manager) = ((await sluice.Submitted()).Ref, await sluice.As("change-manager"));
        var (body, key) = (new { decision = "approve", revision = 1 }, $"refused {store}");

        (await manager.Post($"/changes/{change}/decisions", body, key)).Is(409);
        await sluice.Assess(change);

        (await manager.Post($"/changes/{change}/decisions", body, key)).Is(200);
    }

    private static async Task<IEnumerable<int>> Statuses(Func<Task<Reply>> act) =>
        [.. (await Task.WhenAll(Enumerable.Range(0, Eight).Select(_ => Task.Run(act)))).Select(reply => reply.Status).Order()];
}
