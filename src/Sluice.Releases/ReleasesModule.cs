using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Handover;
using Sluice.Kernel.History;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Production.Calendar;
using Sluice.Releases.Execution;
using Sluice.Releases.Gate;
using Sluice.Releases.Readiness;
using Sluice.Releases.Runbooks;
using Sluice.Releases.Validation;

namespace Sluice.Releases;

/// <summary>The module's public face: these two methods and the slices. Its records, tables and rules are internal.</summary>
public static class ReleasesModule
{
    /// <summary>How the kernel's history, comments and redaction find a release.</summary>
    public static RecordKind Kind { get; } = new(
        "/releases", "REL-", ReleaseReasons.Unknown,
        async (db, reference, ct) => await db.Releases.SingleOrDefaultAsync(release => release.Number == ReleaseRef.Number(reference), ct),
        [new("change-manager"), ReleaseRoles.ReleaseManager, KernelRoles.Admin], ReleaseTexts.Forget);

    public static IServiceCollection AddReleases(this IServiceCollection services) => services
        .AddSingleton<IModelPart, ReleaseTables>()
        .AddSingleton(new RolesOf(ReleaseRoles.Own))
        .AddSingleton(Kind)
        .AddSingleton(ListReleases.Viewed)
        .AddScoped<ReleaseReceivers>()
        .AddScoped<IReceive<ChangeSnapshot>>(provider => provider.GetRequiredService<ReleaseReceivers>())
        .AddScoped<IReceive<CalendarRestricted>>(provider => provider.GetRequiredService<ReleaseReceivers>())
        .AddScoped<IAnswerGate, ChannelSide>()
        .AddScoped<ActOnRelease>()
        .AddScoped<ActOnStep>()
        .AddScoped<AddItem>()
        .AddScoped<AddRelease>()
        .AddScoped<AskItems>()
        .AddScoped<AskSteps>()
        .AddScoped<BackOutRelease>()
        .AddScoped<CancelRelease>()
        .AddScoped<CheckRunbook>()
        .AddScoped<CloseRelease>()
        .AddScoped<CountReleases>()
        .AddScoped<DecideRelease>()
        .AddScoped<EditRelease>()
        .AddScoped<FindChanges>()
        .AddScoped<FindReleaseStatuses>()
        .AddScoped<GatherReadiness>()
        .AddScoped<ListMySteps>()
        .AddScoped<ListReleases>()
        .AddScoped<OrderItems>()
        .AddScoped<ReleaseBooking>()
        .AddScoped<ReleaseClockwork>()
        .AddScoped<RemoveItem>()
        .AddScoped<ResumeRelease>()
        .AddScoped<ScheduleRelease>()
        .AddScoped<ShowReadiness>()
        .AddScoped<ShowRelease>()
        .AddScoped<ShowRun>()
        .AddScoped<StartRelease>()
        .AddScoped<StreamEvents>()
        .AddSingleton<WatchReleases>()
        .AddScoped<SuspendRelease>()
        .AddScoped<ValidateItem>()
        .AddScoped<WriteRunbook>();

    public static void MapReleases(this IEndpointRouteBuilder api)
    {
        ActOnStep.Map(api);
        AddItem.Map(api);
        AddRelease.Map(api);
        BackOutRelease.Map(api);
        CancelRelease.Map(api);
        CloseRelease.Map(api);
        DecideRelease.Map(api);
        EditRelease.Map(api);
        ListReleases.Map(api);
        OrderItems.Map(api);
        RemoveItem.Map(api);
        ResumeRelease.Map(api);
        ScheduleRelease.Map(api);
        ShowReadiness.Map(api);
        ShowRelease.Map(api);
        ShowRun.Map(api);
        StartRelease.Map(api);
        StreamEvents.Map(api);
        SuspendRelease.Map(api);
        ValidateItem.Map(api);
        WriteRunbook.Map(api);
        api.MapHistory(Kind);
    }
}
