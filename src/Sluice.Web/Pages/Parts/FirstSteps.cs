using Sluice.Changes;
using Sluice.Handover;
using Sluice.Kernel.History;
using Sluice.Kernel.People;
using Sluice.Production.Calendar;
using Sluice.Production.Systems;
using Sluice.Releases;
using Sluice.Web.Hosting;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Parts;

/// <summary>What leads a new organisation from nothing to its first closed release, as far as its records say what is done.</summary>
/// <remarks>The demo's organisations need nobody to lead them.</remarks>
public sealed class FirstSteps(
    ListPeople listPeople, ListTeams listTeams, ListSystems listSystems, ListWindows listWindows, ListChanges listChanges,
    ListReleases listReleases, SearchLedger searchLedger, Actor actor, IServiceProvider services)
{
    /// <summary>Whose parts somebody has to play; one person may play several, but nobody decides on their own change.</summary>
    private static readonly (string Part, string[] Roles)[] Parts =
    [
        ("requester", ["requester", "app-owner", "implementer"]), ("change-manager", ["change-manager"]),
        ("release-manager", ["release-manager"]), ("implementer", ["implementer", "operations", "support", "production-control"]),
        ("qa", ["qa", "operations", "app-owner"]),
    ];

    private static readonly ChangeStatus[] Approved = [ChangeStatus.Approved, ChangeStatus.Review, ChangeStatus.Closed];

    private static readonly ChangeStatus[] OnItsWay =
        [.. Enum.GetValues<ChangeStatus>().Except([.. Approved, ChangeStatus.Rejected, ChangeStatus.Cancelled])];

    private static readonly ReleaseStatus[] Over =
        [ReleaseStatus.Completed, ReleaseStatus.CompletedWithExceptions, ReleaseStatus.BackedOut, ReleaseStatus.Failed];

    /// <param name="Who">May do it.</param>
    /// <param name="Next">What about it is still missing.</param>
    public sealed record Step(string Word, string Address, string Who, bool IsDone, bool IsYours, string? Next = null, bool IsOptional = false);

    /// <summary>All of them, done or not; none once a release is closed, and from then on nothing is asked any more.</summary>
    public async Task<IReadOnlyList<Step>> Left(CountReleases.Response releases, CancellationToken ct)
    {
        if (services.GetRequiredService<LaunchOptions>().IsDemo || Over.Any(status => releases.Of(status) > 0))
            return [];
        return [await Password(ct), .. await Estate(ct), .. await Work(ct)];
    }

    private async Task<Step> Password(CancellationToken ct)
    {
        var changed = await searchLedger.Handle(new() { Record = "person/" + actor.Account, Act = "person.password-changed", Limit = 1 }, ct);
        return new(AppWords.ChangeThePasswordYouWereGiven, "/settings", AppWords.EachForThemselves, changed.Value.Items.Count > 0, IsYours: true);
    }

    private async Task<IReadOnlyList<Step>> Estate(CancellationToken ct)
    {
        var held = (await listPeople.Handle(new() { Limit = Kernel.Http.Paging.LargestLimit }, ct)).Value.Items
            .SelectMany(person => person.Roles).ToHashSet();
        var missing = Parts.Where(part => !part.Roles.Any(held.Contains)).Select(part => part.Part).ToList();
        var hasTeam = (await listTeams.Handle(new() { Limit = 1 }, ct)).Value.Items.Count > 0;
        var hasSystem = (await listSystems.Handle(new() { Limit = 1 }, ct)).Value.Items.Count > 0;
        var hasWindow = (await listWindows.Handle(new() { Limit = 1 }, ct)).Value.Items.Count > 0;
        var isAdmin = actor.Is(KernelRoles.Admin);
        return
        [
            new(AppWords.AddPeopleAndGiveThemRoles, "/people/new", AppWords.AnAdmin, missing.Count == 0, isAdmin,
                Sentence.Of(AppWords.NobodyYetWhoIs, string.Join(", ", missing))),
            new(AppWords.AddATeamThatAnswersForASystem, "/teams/new", AppWords.AnAdmin, hasTeam, isAdmin),
            new(AppWords.AddASystemThatChangesAffect, "/systems/new", AppWords.AnAdmin, hasSystem, isAdmin),
            new(AppWords.MakeAProductionWindow, "/windows/new", AppWords.ProductionControl, hasWindow, !AddWindow.Against(actor).Any(),
                AppWords.AReleaseMayAlsoNameATimeOfItsOwn, IsOptional: true),
        ];
    }

    private async Task<IReadOnlyList<Step>> Work(CancellationToken ct)
    {
        // One that was called off is nobody's first: one that got through counts, or else whatever is on its way.
        var change = await First(Approved, ct) ?? await First(OnItsWay, ct) ?? await First([], ct);
        var release = (await listReleases.Handle(new() { Limit = 1 }, ct)).Value.Items is [var planned, ..] ? planned : null;
        var isApproved = change is not null && Approved.Contains(change.Status);
        return
        [
            new(AppWords.DraftTheFirstChange, "/changes/new", AppWords.ARequester, change is not null, !AddChange.Against(actor).Any()),
            new(AppWords.HaveItApproved, change is null ? "/changes" : $"/changes/{change.Ref}", AppWords.ItsRequesterAndItsApprovers, isApproved,
                change is not null, change is null ? AppWords.OnceItIsDrafted : NextOf(change)),
            new(AppWords.PlanTheFirstRelease, "/releases/new", AppWords.AReleaseManager, release is not null, !AddRelease.Against(actor).Any()),
            new(AppWords.RunItAndCloseIt, release is null ? "/releases" : $"/releases/{release.Ref}", AppWords.ItsReleaseManagerAndItsImplementers,
                IsDone: false, release is not null, release is null ? AppWords.OnceItIsPlanned : NextOf(release.Status)),
        ];
    }

    private async Task<ListChanges.Item?> First(ChangeStatus[] statuses, CancellationToken ct) =>
        (await listChanges.Handle(new() { Status = [.. statuses.Select(Kernel.Http.Wire.Name)], Limit = 1, Sort = "ref" }, ct)).Value.Items is [var first, ..] ? first : null;

    private static string NextOf(ListChanges.Item change) => change.Status switch
    {
        ChangeStatus.Rejected or ChangeStatus.Cancelled => AppWords.ThisOneWasCalledOffDraftAnother,
        ChangeStatus.Draft => Sentence.Of(AppWords.SubmitsIt, change.Requester),
        ChangeStatus.Assess => AppWords.AssessmentAndTestEvidenceAreNext,
        ChangeStatus.Authorize => AppWords.ApprovalsAreNext,
        ChangeStatus.InformationRequested => Sentence.Of(AppWords.AnswersWhatWasAsked, change.Requester),
        _ => AppWords.ItGoesOnFromItsPage,
    };

    private static string NextOf(ReleaseStatus status) => status switch
    {
        ReleaseStatus.Planning => AppWords.SchedulingIsNext,
        ReleaseStatus.Scheduled => AppWords.GoIsNext,
        ReleaseStatus.Ready => AppWords.ItsStartIsNext,
        ReleaseStatus.Validating => AppWords.ValidationIsNext,
        ReleaseStatus.Cancelled => AppWords.ThisOneWasCancelledPlanAnother,
        _ => AppWords.ItsStepsAreNext,
    };
}
