using Microsoft.Extensions.DependencyInjection;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Changes;
using Sluice.Kernel.People;
using Sluice.Kernel.Tenancy;

namespace Sluice.Acceptance.Tests.Changes;

/// <summary>What the overview says waits for somebody.</summary>
public sealed class WaitingTests
{
    [Theory, ClassData(typeof(BothStores))]
    public async Task What_waits_for_others_for_longer_crowds_out_nothing_of_ones_own(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        await sluice.AddCrowd(210, "crm");
        var drafts = new Dictionary<string, string>
        {
            ["app-owner"] = (await sluice.Drafted(sluice.ChangeBody(), "app-owner")).Ref,
            ["change-manager"] = (await sluice.Drafted(sluice.ChangeBody(), "change-manager")).Ref,
        };
        var assessed = (await sluice.Assessed()).Ref;

        var owners = await Waiting(sluice, "app-owner");
        Assert.Equal([(drafts["app-owner"], "submit"), (assessed, "approve")], owners.Select(item => (item.Ref, item.Action)));
        var managers = await Waiting(sluice, "change-manager");
        Assert.Contains((drafts["change-manager"], "submit"), managers.Select(item => (item.Ref, item.Action)));
        Assert.Contains(managers, item => item.Action == "approve");
        Assert.Equal(managers.Select(item => item.Since).Order(), managers.Select(item => item.Since));
    }

    private static async Task<IReadOnlyList<ListWaiting.Item>> Waiting(RunningSluice sluice, string account)
    {
        await using var scope = await sluice.ScopeOf(account);
        var tenant = scope.ServiceProvider.GetRequiredService<CurrentTenant>().Id;
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Enter(
            new(tenant, new(account), [new Role(account)]), account, [Scope.Read]);
        return await scope.ServiceProvider.GetRequiredService<ListWaiting>().Handle(default);
    }
}
