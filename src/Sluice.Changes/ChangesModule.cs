using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Changes.Approvals;
using Sluice.Changes.Assessment;
using Sluice.Changes.Evidence;
using Sluice.Changes.Gate;
using Sluice.Changes.Reviewing;
using Sluice.Handover;
using Sluice.Kernel.History;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;

namespace Sluice.Changes;

/// <summary>The module's public face: these two methods and the slices. Its records, tables and rules are internal.</summary>
public static class ChangesModule
{
    /// <summary>How the kernel's history, comments and redaction find a change.</summary>
    public static RecordKind Kind { get; } = new(
        "/changes", "CHG-", ChangeReasons.Unknown,
        async (db, reference, ct) => await db.ChangeWithRef(reference).SingleOrDefaultAsync(ct),
        [ChangeRoles.ChangeManager, ChangeRoles.ReleaseManager, KernelRoles.Admin], HandedOverTexts.Forget);

    public static IServiceCollection AddChanges(this IServiceCollection services) => services
        .AddSingleton<IModelPart, ChangeTables>()
        .AddSingleton(new RolesOf(ChangeRoles.Own))
        .AddSingleton(Kind)
        .AddSingleton(ListChanges.Viewed)
        .AddScoped<ChangeReceivers>()
        .AddScoped<IReceive<DeliveryMoved>>(provider => provider.GetRequiredService<ChangeReceivers>())
        .AddScoped<IReceive<StaffingDeclared>>(provider => provider.GetRequiredService<ChangeReceivers>())
        .AddScoped<IReceive<ExecutionReport>>(provider => provider.GetRequiredService<ChangeReceivers>())
        .AddScoped<IAnswerGate, GateSide>()
        .AddScoped<ActOnChange>()
        .AddScoped<FindNames>()
        .AddScoped<AddChange>()
        .AddScoped<AskGate>()
        .AddScoped<AssessChange>()
        .AddScoped<AttachEvidence>()
        .AddScoped<CancelChange>()
        .AddScoped<ChangeBooking>()
        .AddScoped<ChangeClockwork>()
        .AddScoped<CountChanges>()
        .AddScoped<CountOutcomes>()
        .AddScoped<FindByArtefact>()
        .AddScoped<DecideChange>()
        .AddScoped<EditChange>()
        .AddScoped<FetchEvidence>()
        .AddScoped<FindChangeStatuses>()
        .AddScoped<HoldChange>()
        .AddScoped<ListChanges>()
        .AddScoped<ListEvidence>()
        .AddScoped<ListSystemChanges>()
        .AddScoped<ListWaiting>()
        .AddScoped<ResumeChange>()
        .AddScoped<ReviewChange>()
        .AddScoped<ReviseChange>()
        .AddScoped<ShowChange>()
        .AddScoped<ShowDifference>()
        .AddScoped<SubmitChange>();

    public static void MapChanges(this IEndpointRouteBuilder api)
    {
        AddChange.Map(api);
        AskGate.Map(api);
        AssessChange.Map(api);
        CancelChange.Map(api);
        DecideChange.Map(api);
        EditChange.Map(api);
        EvidenceRoutes.Map(api);
        HoldChange.Map(api);
        ListChanges.Map(api);
        ListSystemChanges.Map(api);
        ResumeChange.Map(api);
        ReviewChange.Map(api);
        ReviseChange.Map(api);
        ShowChange.Map(api);
        ShowDifference.Map(api);
        SubmitChange.Map(api);
        api.MapHistory(Kind);
    }
}
