using Sluice.Acceptance.Tests.Hosting;

namespace Sluice.Acceptance.Tests.Changes;

public sealed class FourEyesTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task Change_manager_does_not_assess_their_own_change(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Drafted(sluice.ChangeBody(), "change-manager")).Ref;
        await sluice.Act("change-manager", change, "submit");

        var assessment = new { likelihood = 1, impact = 1, reasons = "Trust me" };
        (await sluice.Try("change-manager", change, "assessment", assessment)).IsRefused(403, "assessment.own-change");
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Nobody_decides_either_way_on_a_change_they_requested(Store store)
    {
        var sluice = await RunningSluice.On(store);
        foreach (var requester in (string[])["change-manager", "app-owner"])
        {
            var change = (await sluice.Drafted(sluice.ChangeBody(), requester)).Ref;
            await sluice.Act(requester, change, "submit");
            await sluice.Assess(change);

            foreach (var decision in (string[])["approve", "reject", "defer", "request-information"])
                (await sluice.Decide(requester, change, decision, "Mine", sluice.Now.AddDays(1)))
                    .IsRefused(403, "decision.own-change");
        }
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Everything_that_speaks_against_a_decision_is_said_at_once_and_the_gravest_gives_the_status(Store store)
    {
        var sluice = await RunningSluice.On(store);
        var change = (await sluice.Drafted()).Ref;

        var refused = await sluice.Try("requester", change, "decisions", new { decision = "defer", comment = "", revision = 9 });

        Assert.Equal(
            [
                "text.missing", "decision.until-missing", "decision.own-change", "decision.not-an-approver",
                "change.not-in-status", "decision.old-revision",
            ],
            refused.Is(422).Codes);
        Assert.Equal("text.missing", refused.Text("code"));
    }
}
