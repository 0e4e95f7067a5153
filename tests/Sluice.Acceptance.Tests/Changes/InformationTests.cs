using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Changes;

public sealed class InformationTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Question_asked_while_assessing_is_answered_back_to_the_assessment(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Submitted()).Ref;

        var asked = (await sluice.Decide("risk-reviewer", change, "request-information", "Which customers?")).Is(200);
        Assert.Equal(("information-requested", "assess"), (asked.Text("status"), asked.Text("returnsTo")));

        var answered = await sluice.Act("requester", change, "submit", new { answer = "All of retail" });
        Assert.Equal("assess", answered.Text("status"));
        Assert.Contains("All of retail", (await sluice.History(change))[^1].ToJsonString(), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Question_asked_while_authorizing_is_answered_back_to_the_approvers_and_voids_no_approval(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Assessed()).Ref;
        (await sluice.Decide("app-owner", change, "approve")).Is(200);

        (await sluice.Decide("change-manager", change, "request-information", "Who is on call?")).Is(200);
        var answered = await sluice.Act("requester", change, "submit", new { answer = "The night shift" });

        Assert.Equal("authorize", answered.Text("status"));
        Assert.Equal(["change-manager"], answered.Texts("stillNeeded"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Only_the_requester_answers(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Submitted()).Ref;
        (await sluice.Decide("risk-reviewer", change, "request-information", "Which customers?")).Is(200);

        (await sluice.Try("change-manager", change, "submit", new { answer = "No idea" })).IsRefused(403, "submit.not-requester");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Question_needs_words(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Submitted()).Ref;

        var refused = (await sluice.Decide("risk-reviewer", change, "request-information", " ")).IsRefused(422, "text.missing");

        Assert.Equal(["/comment"], refused.Pointers);
    }
}
