using Microsoft.AspNetCore.Mvc.RazorPages;
using Sluice.Changes;
using Sluice.Handover;
using Sluice.Kernel.Http;
using Sluice.Kernel.People;
using Sluice.Production.Calendar;
using Sluice.Releases;
using Sluice.Releases.Execution;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages;

/// <summary>Where everything stands, by both statuses, and what waits for the viewer.</summary>
public sealed class IndexModel(
    CountChanges count, ListWaiting waiting, ListChanges list, CountReleases countReleases, ListReleases listReleases,
    ShowRelease showRelease, ListMySteps mySteps, SumUpCalendar sumUpCalendar, CountOutcomes countOutcomes, FirstSteps firstSteps, Actor actor, Viewer viewer)
    : PageModel
{
    private const int RecentShown = 8;
    public const int RiskShown = 8;

    /// <param name="Why">What about it will not go well.</param>
    public sealed record Risky(string Address, string Ref, string Title, Mark Mark, string Why);

    /// <summary>What people count: each with the list behind the number.</summary>
    public IEnumerable<(string Word, int Number, string Address)> Figures =>
    [
        Of(AppWords.Requested, [ChangeStatus.Assess, ChangeStatus.Authorize, ChangeStatus.InformationRequested]),
        Of(AppWords.Approved, [ChangeStatus.Approved]),
        Of(AppWords.Scheduled, [DeliveryStatus.Scheduled, DeliveryStatus.Ready]), Of(AppWords.Implementing, [DeliveryStatus.InProgress]),
        Of(AppWords.Implemented, [DeliveryStatus.Implemented, DeliveryStatus.Validated]), Of(AppWords.Delayed, [DeliveryStatus.Delayed]),
        Of(AppWords.Failed, [DeliveryStatus.Failed]), Of(AppWords.BackedOut, [DeliveryStatus.BackedOut]),
    ];

    private (string, int, string) Of(string word, ChangeStatus[] statuses) => (
        word, statuses.Sum(Counts.Of), "/changes?" + string.Join('&', statuses.Select(status => $"status={Wire.Name(status)}")));

    private (string, int, string) Of(string word, DeliveryStatus[] statuses) => (
        word, statuses.Sum(Counts.Of), "/changes?" + string.Join('&', statuses.Select(status => $"deliveryStatus={Wire.Name(status)}")));

    /// <summary>The rest is behind "all".</summary>
    public const int WaitingShown = 12;

    public static IReadOnlyList<ChangeStatus> Gate { get; } = Enum.GetValues<ChangeStatus>();

    public static IReadOnlyList<DeliveryStatus> Channel { get; } = Enum.GetValues<DeliveryStatus>();

    public CountChanges.Response Counts { get; private set; } = new([]);

    public IReadOnlyList<ListWaiting.Item> Waiting { get; private set; } = [];

    /// <summary>Nothing else waits.</summary>
    public bool IsWaitingWhole { get; private set; } = true;

    public IReadOnlyList<ListChanges.Item> Recent { get; private set; } = [];

    public bool MayCreate { get; } = !AddChange.Against(actor).Any();

    public CountReleases.Response Releases { get; private set; } = new([]);

    /// <summary>What a new organisation is led through; empty for all others.</summary>
    public IReadOnlyList<FirstSteps.Step> First { get; private set; } = [];

    public IReadOnlyList<ListMySteps.Item> Steps { get; private set; } = [];

    /// <summary>What is planned from now until tomorrow at the same time.</summary>
    public SumUpCalendar.Response? Tonight { get; private set; }

    /// <summary>The last is this one.</summary>
    public IReadOnlyList<CountOutcomes.Week> Outcomes { get; private set; } = [];

    /// <summary>The most pressing.</summary>
    public IReadOnlyList<Risky> AtRisk { get; private set; } = [];

    /// <summary>How many there are of these.</summary>
    public int AtRiskInAll { get; private set; }

    /// <summary>The one that runs, or else the next one to.</summary>
    public ShowRelease.Response? Release { get; private set; }

    public async Task OnGet(CancellationToken ct)
    {
        Counts = await count.Handle(ct);
        (Waiting, IsWaitingWhole) = await waiting.First(WaitingShown, ct);
        Recent = (await list.Handle(new() { Sort = "-updated", Limit = RecentShown }, ct)).Value.Items;
        Releases = await countReleases.Handle(ct);
        First = await firstSteps.Left(Releases, ct);
        if (await NextRelease(ct) is { } reference)
            Release = (await showRelease.Handle(reference, ct)).Value;
        Steps = [.. (await mySteps.Handle(ct)).Where(step => step.IsNow)];
        Tonight = await sumUpCalendar.Handle(viewer.Now, viewer.Now.AddDays(1), ct);
        Outcomes = await countOutcomes.Handle([.. Enumerable.Range(0, CountOutcomes.Weeks).Select(Monday)], Monday(CountOutcomes.Weeks), ct);
        var releases = await ReleasesAtRisk(ct);
        var changes = UnapprovedGates.Sum(gate => CommittedChannels.Sum(channel => Counts.Of(gate, channel)));
        // To look for what is known not to be there takes longest.
        AtRisk = [.. changes == 0 ? releases.Take(RiskShown) : releases.Concat(await ChangesAtRisk(ct)).Take(RiskShown)];
        AtRiskInAll = releases.Count + changes;
    }

    /// <summary>Of a week here; the last of those that are shown is this one.</summary>
    private DateTimeOffset Monday(int week) => viewer.Midnight(viewer.Today
        .AddDays(-(((int)viewer.Today.DayOfWeek + 6) % 7)).AddDays(7 * (week - CountOutcomes.Weeks + 1)));

    private static readonly ChangeStatus[] UnapprovedGates =
    [
        ChangeStatus.Draft, ChangeStatus.Assess, ChangeStatus.Authorize, ChangeStatus.InformationRequested, ChangeStatus.OnHold,
        ChangeStatus.Deferred, ChangeStatus.Rejected,
    ];

    private static readonly DeliveryStatus[] CommittedChannels = [DeliveryStatus.Scheduled, DeliveryStatus.Ready];

    /// <summary>Committed to a time, and the gate does not let them.</summary>
    private async Task<IEnumerable<Risky>> ChangesAtRisk(CancellationToken ct)
    {
        var asked = new ListChanges.Request
        {
            Status = Names(UnapprovedGates), DeliveryStatus = Names(CommittedChannels), Limit = RiskShown,
        };
        return (await list.Handle(asked, ct)).Value.Items.Select(change => new Risky(
            $"/changes/{change.Ref}", change.Ref, change.Title, Mark.Of(change.Status), Sentence.Of(AppWords.ScheduledInAndNotApproved, change.Release)));
    }

    /// <summary>About to begin and not ready, or past the end of their interval and not done; the most pressing first.</summary>
    private async Task<List<Risky>> ReleasesAtRisk(CancellationToken ct)
    {
        var now = viewer.Now;
        var running = new ListReleases.Request
        {
            Status = Names(ReleaseStatus.Executing, ReleaseStatus.Suspended, ReleaseStatus.BackingOut, ReleaseStatus.Validating),
            Limit = Paging.LargestLimit,
        };
        // One whose interval is over can begin no more, and is delayed.
        var scheduled = new ListReleases.Request
        {
            Status = Names(ReleaseStatus.Scheduled), From = now, Until = now.AddDays(1), Limit = Paging.LargestLimit,
        };
        return
        [
            .. from release in (await listReleases.Handle(running, ct)).Value.Items
               where release.Until <= now
               orderby release.Until
               select As(release, Sentence.Of(AppWords.ItsIntervalEndedAndItStillRuns, viewer.Distance(release.Until!.Value))),
            .. from release in (await listReleases.Handle(scheduled, ct)).Value.Items
               orderby release.From
               select As(release, release.From <= now
                   ? AppWords.ItsIntervalHasBegunAndItIsNotReady : Sentence.Of(AppWords.BeginsAndIsNotReady, viewer.Distance(release.From!.Value))),
        ];

        static Risky As(ListReleases.Item release, string why) =>
            new($"/releases/{release.Ref}", release.Ref, release.Title, Mark.Of(release.Status), why);
    }

    private static string[] Names<T>(params T[] values) where T : struct, Enum => [.. values.Select(value => Wire.Name(value))];

    /// <summary>Outlined where the two statuses do not go together, or somebody has to look.</summary>
    public static string? ToneOf(ChangeStatus gate, DeliveryStatus channel) => (gate, channel) switch
    {
        (_, DeliveryStatus.Failed) => "wrong",
        (_, DeliveryStatus.Delayed or DeliveryStatus.BackedOut) => "mind",
        (not (ChangeStatus.Approved or ChangeStatus.Review or ChangeStatus.Closed), DeliveryStatus.Scheduled
            or DeliveryStatus.Ready or DeliveryStatus.InProgress) => "mind",
        _ => null,
    };

    private async Task<string?> NextRelease(CancellationToken ct)
    {
        // What runs comes before what is to run, whichever of them begins first.
        foreach (var statuses in (ReleaseStatus[][])
                 [
                     [ReleaseStatus.Executing, ReleaseStatus.Suspended, ReleaseStatus.BackingOut, ReleaseStatus.Validating],
                     [ReleaseStatus.Ready, ReleaseStatus.Scheduled],
                 ])
        {
            var asked = new ListReleases.Request { Status = [.. statuses.Select(Wire.Name)], Sort = "from", Limit = 1 };
            if ((await listReleases.Handle(asked, ct)).Value.Items is [var next])
                return next.Ref;
        }
        return null;
    }
}
