using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Changes;

/// <summary>What the gate's side says to the question. The channel's side is asked in the tests of releases.</summary>
public sealed class GateTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Change_without_authorization_is_denied_with_the_side_that_says_so(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Assessed()).Ref;

        var answer = (await (await sluice.As("implementer-1")).Get($"/gate?change={change}")).Is(200);

        Assert.Equal("deny", answer.Text("verdict"));
        var reason = answer["reasons"].AsArray().Single(reason => (string)reason!["code"]! == "change.not-authorized")!;
        Assert.Equal("gate", (string)reason["side"]!);
        Assert.Null(answer.Json["authorization"]);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Gate_has_nothing_against_an_approved_change_in_its_window(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Approved()).Ref;

        Assert.Empty(await GateReasons(sluice, $"change={change}"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Authorization_does_not_reach_beyond_its_window(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Approved()).Ref;
        var (before, after) = (sluice.Now.AddHours(-2), sluice.Now.AddDays(4));

        Assert.Equal(["authorization.outside-window"], await GateReasons(sluice, $"change={change}&at={before:yyyy-MM-ddTHH:mm:ssZ}"));
        Assert.Equal(
            ["authorization.expired", "authorization.outside-window"],
            await GateReasons(sluice, $"change={change}&at={after:yyyy-MM-ddTHH:mm:ssZ}"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Asked_for_another_moment_the_answer_is_never_allow(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Approved()).Ref;

        var answer = (await (await sluice.As("operations")).Get($"/gate?change={change}&at={sluice.Now.AddHours(1):yyyy-MM-ddTHH:mm:ssZ}")).Is(200);

        Assert.NotEqual("allow", answer.Text("verdict"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Artefact_in_two_open_changes_is_denied_and_both_are_named(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var body = sluice.ChangeBody();
        body["artefacts"]!.AsArray().Clear();
        body["artefacts"]!.AsArray().Add(ChangeSteps.Artefact("TWICE", 'e'));
        var changes = (string[])[(await sluice.Drafted(body)).Ref, (await sluice.Drafted(body)).Ref];
        var artefact = $"artefact=sha256:{new string('e', 64)}";

        var answer = (await (await sluice.As("operations")).Get($"/gate?{artefact}")).Is(200);
        Assert.Equal(("deny", true), (answer.Text("verdict"), answer.Codes.Contains("artefact.ambiguous")));
        Assert.Equal(changes.Order(), answer.Texts("changes").Order());

        await sluice.Act("requester", changes[0], "cancel", new { reason = "Once is enough" });
        Assert.DoesNotContain("artefact.ambiguous", await GateReasons(sluice, artefact));
        await sluice.Act("requester", changes[1], "cancel", new { reason = "Or never" });
        Assert.Equal(["change.not-authorized"], await GateReasons(sluice, artefact));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Artefact_that_no_change_holds_is_denied(Store store)
    {
        var sluice = await RunningSluice.On(store);

        Assert.Equal(["artefact.unknown"], await GateReasons(sluice, $"artefact=sha256:{new string('9', 64)}"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Question_names_one_change_or_one_artefact(Store store)
    {
        var operations = await (await RunningSluice.On(store)).As("operations");

        (await operations.Get("/gate")).IsRefused(422, "gate.question");
        (await operations.Get($"/gate?change=CHG-1&artefact=sha256:{new string('a', 64)}")).IsRefused(422, "gate.question");
        Assert.Equal(["/artefact"], (await operations.Get("/gate?artefact=abc")).IsRefused(422, "sha256.malformed").Pointers);
        (await operations.Get("/gate?change=CHG-999999")).IsRefused(404, "change.unknown");
        (await operations.Get("/gate?change=CHG-1001&at=soon")).Is(400);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Token_of_the_gate_opens_the_gate_and_nothing_else(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Drafted()).Ref;
        var added = (await (await sluice.As("operations")).Post("/tokens", new { name = "Pipeline", scopes = (string[])["gate"] })).Is(201);
        var pipeline = new Caller(sluice.Http, added.Text("token"));

        (await pipeline.Get($"/gate?change={change}")).Is(200);
        (await pipeline.Get($"/changes/{change}")).IsRefused(403, "scope.missing");
        (await pipeline.Post($"/changes/{change}/comments", new { text = "Hello" })).IsRefused(403, "scope.missing");
    }

    private static async Task<IEnumerable<string>> GateReasons(RunningSluice sluice, string question) =>
    [
        .. (await (await sluice.As("operations")).Get($"/gate?{question}")).Is(200)["reasons"].AsArray()
            .Where(reason => (string)reason!["side"]! == "gate").Select(reason => (string)reason!["code"]!),
    ];
}
