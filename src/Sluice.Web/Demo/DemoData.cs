using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Tenancy;
using Sluice.Production;
using Sluice.Production.Calendar;
using Sluice.Production.Systems;
using Sluice.Web.Demo.Story;

namespace Sluice.Web.Demo;

/// <summary>Makes the demo's organisations, or what of them is missing; what is there stays as people have left it.</summary>
/// <remarks>Through everybody's slices, in the name of those who keep such things: the histories read like real ones.</remarks>
internal sealed class DemoData(IServiceProvider services, TimeProvider clock)
{
    public static async Task Seed(IServiceProvider services)
    {
        foreach (var organisation in DemoPeople.Organisations)
            await InThePast(services, async () =>
            {
                await In(services, data => data.AddPeople(organisation));
                await In(services, data => data.AddSystems(organisation));
            });
        await In(services, data => data.AddCalendar());
    }

    /// <summary>Whoever does something in the story has been there before it.</summary>
    private static Task InThePast(IServiceProvider services, Func<Task> seed) => services.GetService<StoryClock>() is { } story
        ? story.At(StoryDays.BeginningOf(story.GetUtcNow()).AddDays(-1), seed)
        : seed();

    /// <summary>A scope each: a scope works for one organisation and in one name.</summary>
    private static async Task In(IServiceProvider services, Func<DemoData, Task> seed)
    {
        await using var scope = services.CreateAsyncScope();
        await seed(scope.ServiceProvider.GetRequiredService<DemoData>());
    }

    private async Task AddPeople(DemoPeople.Organisation organisation) =>
        await Get<AddOrganisation>().Handle(organisation.Key, organisation.Name, organisation.People, withPasswords: false, default);

    private async Task AddSystems(DemoPeople.Organisation organisation)
    {
        var isDemo = organisation.Key == DemoPeople.Demo;
        await Enter(isDemo ? "admin" : "other-admin", KernelRoles.Admin);
        var (addTeam, addSystem, addCustomer) = (Get<AddTeam>(), Get<AddSystem>(), Get<AddCustomer>());
        await AddMissing(
            isDemo ? DemoSystems.Teams : DemoSystems.OtherTeams, team => team.Key!, await Get<ListTeams>().Handle(new() { Limit = All.Limit }, default),
            team => team.Key, team => addTeam.Handle(team, default));
        await AddMissing(
            isDemo ? DemoSystems.Systems : DemoSystems.OtherSystems, system => system.Key!,
            await Get<ListSystems>().Handle(new() { Limit = All.Limit }, default), system => system.Key, system => addSystem.Handle(system, default));
        await AddMissing(
            isDemo ? DemoSystems.Customers : [], customer => customer.Key!, await Get<ListCustomers>().Handle(new() { Limit = All.Limit }, default),
            customer => customer.Key, customer => addCustomer.Handle(customer, default));
    }

    private async Task AddCalendar()
    {
        await Enter("production-control", ProductionRoles.ProductionControl);
        var (addWindow, addFreeze, now) = (Get<AddWindow>(), Get<AddFreeze>(), clock.GetUtcNow());
        await AddMissing(
            DemoCalendar.Windows(now), window => window.Key!, await Get<ListWindows>().Handle(All, default),
            window => window.Key, window => addWindow.Handle(window, default));
        await AddMissing(
            DemoCalendar.Freezes(now), freeze => freeze.Key!, await Get<ListFreezes>().Handle(All, default),
            freeze => freeze.Key, freeze => addFreeze.Handle(freeze, default));
    }

    private async Task Enter(string account, Role role)
    {
        var tenant = await Get<AddOrganisation>().TenantOf(account, default);
        Get<CurrentTenant>().Enter(tenant!.Value);
        Get<CurrentActor>().Enter(new(tenant.Value, new(account), [role]), account, [Scope.Write]);
    }

    private static async Task AddMissing<TDraft, TShown>(
        IReadOnlyList<TDraft> drafts, Func<TDraft, string> keyOf, Outcome<Page<TShown>> known, Func<TShown, string> knownKey,
        Func<TDraft, Task<Outcome<TShown>>> add)
    {
        var keys = known.Value.Items.Select(knownKey).ToHashSet();
        foreach (var draft in drafts.Where(draft => !keys.Contains(keyOf(draft))))
            if (await add(draft) is { Refusal: { } refusal } && !refusal.Reasons.All(reason => reason.Code == "key.taken"))
                throw new InvalidOperationException($"The demo's {keyOf(draft)}: {refusal.Reasons[0].Detail}");
    }

    private static PageRequest All { get; } = new() { Limit = Paging.LargestLimit };

    private T Get<T>() where T : notnull => services.GetRequiredService<T>();
}
