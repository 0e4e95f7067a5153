using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Kernel.History;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Production.Calendar;
using Sluice.Production.Systems;

namespace Sluice.Production;

/// <summary>The module's public face: these two methods and the slices. Its records, tables and rules are internal.</summary>
public static class ProductionModule
{
    public static IServiceCollection AddProduction(this IServiceCollection services) => services
        .AddSingleton<IModelPart, SystemTables>()
        .AddSingleton<IModelPart, CalendarTables>()
        .AddSingleton(new RolesOf(ProductionRoles.Own))
        .AddSingleton(ProductionKinds.Teams)
        .AddSingleton(ProductionKinds.Systems)
        .AddSingleton(ProductionKinds.Customers)
        .AddSingleton(ProductionKinds.Windows)
        .AddSingleton(ProductionKinds.Freezes)
        .AddScoped<ListOwners>()
        .AddScoped<OwnedSystems>()
        .AddScoped<ListDependents>()
        .AddScoped<TakeDependencyTurn>()
        .AddScoped<KnownCustomers>()
        .AddScoped<KnownSystems>()
        .AddScoped<FindTeams>()
        .AddScoped<AuthorsMayImplement>()
        .AddScoped<FindWindow>()
        .AddScoped<FindFreezes>()
        .AddScoped<KeepBookings>()
        .AddScoped<ShowWindowLoad>()
        .AddScoped<TeamRules>()
        .AddScoped<SystemRules>()
        .AddScoped<CustomerRules>()
        .AddScoped<AddTeam>()
        .AddScoped<EditTeam>()
        .AddScoped<ListTeams>()
        .AddScoped<ShowTeam>()
        .AddScoped<AddSystem>()
        .AddScoped<EditSystem>()
        .AddScoped<ListSystems>()
        .AddScoped<ShowSystem>()
        .AddScoped<AddCustomer>()
        .AddScoped<EditCustomer>()
        .AddScoped<ListCustomers>()
        .AddScoped<ShowCustomer>()
        .AddScoped<ActOnWindow>()
        .AddScoped<AddWindow>()
        .AddScoped<HoldWindow>()
        .AddScoped<ListWindows>()
        .AddScoped<ListComingWindows>()
        .AddScoped<ReleaseWindow>()
        .AddScoped<ShowWindow>()
        .AddScoped<ShowWindowPlan>()
        .AddScoped<AddFreeze>()
        .AddScoped<LiftFreeze>()
        .AddScoped<ListFreezes>()
        .AddScoped<ShowFreeze>()
        .AddScoped<SumUpCalendar>()
        .AddScoped<ShowCalendar>();

    public static void MapProduction(this IEndpointRouteBuilder api)
    {
        AddTeam.Map(api);
        EditTeam.Map(api);
        ListTeams.Map(api);
        ShowTeam.Map(api);
        AddSystem.Map(api);
        EditSystem.Map(api);
        ListSystems.Map(api);
        ShowSystem.Map(api);
        AddCustomer.Map(api);
        EditCustomer.Map(api);
        ListCustomers.Map(api);
        ShowCustomer.Map(api);
        AddWindow.Map(api);
        HoldWindow.Map(api);
        ListWindows.Map(api);
        ReleaseWindow.Map(api);
        ShowWindow.Map(api);
        AddFreeze.Map(api);
        LiftFreeze.Map(api);
        ListFreezes.Map(api);
        ShowFreeze.Map(api);
        ShowCalendar.Map(api);
        foreach (var kind in ProductionKinds.All)
            api.MapHistory(kind);
    }
}
