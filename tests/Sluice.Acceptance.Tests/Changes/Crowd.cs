using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Changes;
using Sluice.Changes.Assessment;
using Sluice.Handover;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Kernel.Tenancy;
using Sluice.Production.Systems;

namespace Sluice.Acceptance.Tests.Changes;

/// <summary>Past the addresses: what only many changes can show, and what the channel tells of one.</summary>
internal static class Crowd
{
    private const int First = 500_000;

    /// <summary>So many changes of one system by the requester, assessed, in one act.</summary>
    public static async Task AddCrowd(
        this RunningSluice sluice, int count, string system, Func<Change, OwnerTeams, Refusal?>? then = null) =>
        await sluice.Act(async (services, db) =>
        {
            var (now, tenant) = (sluice.Now, services.GetRequiredService<CurrentTenant>().Id);
            var owners = await services.GetRequiredService<ListOwners>().Handle([system], default);
            var content = new ChangeContent(
                ChangeKind.Normal, "One of many", "Many.", SecurityImpact.None, [system], [], [], [], "Do.", "Test.", "Undo.",
                now, now.AddDays(3));
            for (var number = First; number < First + count; number++)
            {
                var change = Change.Draft(number, content, new(tenant, new("requester"), []), now);
                var reviewer = new Actor(tenant, new("risk-reviewer"), []);
                Assert.Null(change.Submit(null, new(tenant, new("requester"), []), now));
                Assert.Null(change.Assess(
                    new RiskAssessment(1, 1, "Small.", null, null, reviewer.Account, now, change.Round + 1), reviewer, now));
                Assert.Null(then?.Invoke(change, owners));
                db.Changes.Add(change);
                ChangeIndex.Add(db, change);
            }
        });

    /// <summary>What has happened to a change, as the channel would tell it.</summary>
    public static Task Happened(this RunningSluice sluice, string reference, Action<Change> what) => sluice.Act(
        async (_, db) => what(await db.ChangeWithRef(reference).SingleAsync()));

    private static async Task Act(this RunningSluice sluice, Func<IServiceProvider, AppDb, Task> act)
    {
        await using var scope = await sluice.ScopeOf("requester");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var outcome = await scope.ServiceProvider.GetRequiredService<UnitOfWork>().Act<bool>(async () =>
        {
            await act(scope.ServiceProvider, db);
            await db.SaveChangesAsync();
            return true;
        }, default);
        Assert.Null(outcome.Refusal);
    }
}
