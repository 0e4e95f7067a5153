using Sluice.Changes;
using Sluice.Handover;
using Sluice.Kernel.History;
using Sluice.Kernel.People;
using Sluice.Production.Calendar;
using Sluice.Production.Systems;
using Sluice.Releases;
using Sluice.Web.Hosting;

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
        return new("Change the password you were given", "/settings", "each for themselves", changed.Value.Items.Count > 0, IsYours: true);
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
            new("Add people and give them roles", "/people/new", "an admin", missing.Count == 0, isAdmin,
                $"Nobody yet who is {string.Join(", ", missing)}."),
            new("Add a team that answers for a system", "/teams/new", "an admin", hasTeam, isAdmin),
            new("Add a system that changes affect", "/systems/new", "an admin", hasSystem, isAdmin),
            new("Make a production window", "/windows/new", "production control", hasWindow, !AddWindow.Against(actor).Any(),
                "A release may also name a time of its own.", IsOptional: true),
        ];
    }

    private async Task<IReadOnlyList<Step>> Work(CancellationToken ct)
    {
        var change = (await listChanges.Handle(new() { Limit = 1, Sort = "ref" }, ct)).Value.Items is [var drafted, ..] ? drafted : null;
        var release = (await listReleases.Handle(new() { Limit = 1 }, ct)).Value.Items is [var planned, ..] ? planned : null;
        var isApproved = change?.Status is ChangeStatus.Approved or ChangeStatus.Review or ChangeStatus.Closed;
        return
        [
            new("Draft the first change", "/changes/new", "a requester", change is not null, !AddChange.Against(actor).Any()),
            new("Have it approved", change is null ? "/changes" : $"/changes/{change.Ref}", "its requester and its approvers", isApproved,
                change is not null, change is null ? "Once it is drafted." : NextOf(change)),
            new("Plan the first release", "/releases/new", "a release manager", release is not null, !AddRelease.Against(actor).Any()),
            new("Run it and close it", release is null ? "/releases" : $"/releases/{release.Ref}", "its release manager and its implementers",
                IsDone: false, release is not null, release is null ? "Once it is planned." : NextOf(release.Status)),
        ];
    }

    private static string NextOf(ListChanges.Item change) => change.Status switch
    {
        ChangeStatus.Draft => $"{change.Requester} submits it.",
        ChangeStatus.Assess => "A risk reviewer or a change manager assesses it, and somebody attaches the test's result.",
        ChangeStatus.Authorize => "The owner team of each system and a change manager approve it.",
        ChangeStatus.InformationRequested => $"{change.Requester} answers what was asked.",
        _ => "It goes on from its page.",
    };

    private static string NextOf(ReleaseStatus status) => status switch
    {
        ReleaseStatus.Planning => "Its release manager adds the change, writes the runbook and schedules it.",
        ReleaseStatus.Scheduled => "Its release manager says go, once every check passes.",
        ReleaseStatus.Ready => "Its release manager starts it when its time has come.",
        ReleaseStatus.Validating => "QA, operations or an application owner validates; then its release manager closes it.",
        ReleaseStatus.Cancelled => "This one was cancelled: plan another.",
        _ => "Its steps are done by whoever they are planned for.",
    };
}
