using Microsoft.AspNetCore.Mvc.RazorPages;
using Sluice.Changes;
using Sluice.Handover;
using Sluice.Kernel.Http;
using Sluice.Kernel.People;
using Sluice.Releases;

namespace Sluice.Web.Pages;

/// <summary>Where everything stands, by both statuses, and what waits for the viewer.</summary>
public sealed class IndexModel(
    CountChanges count, ListWaiting waiting, ListChanges list, CountReleases countReleases, ListReleases listReleases,
    ShowRelease showRelease, Actor actor) : PageModel
{
    private const int RecentShown = 8;

    /// <summary>The rest is behind "all".</summary>
    public const int WaitingShown = 12;

    public static IReadOnlyList<ChangeStatus> Gate { get; } = Enum.GetValues<ChangeStatus>();

    public static IReadOnlyList<DeliveryStatus> Channel { get; } = Enum.GetValues<DeliveryStatus>();

    public CountChanges.Response Counts { get; private set; } = new([]);

    public IReadOnlyList<ListWaiting.Item> Waiting { get; private set; } = [];

    public IReadOnlyList<ListChanges.Item> Recent { get; private set; } = [];

    public bool MayCreate { get; } = !AddChange.Against(actor).Any();

    public CountReleases.Response Releases { get; private set; } = new([]);

    /// <summary>The one that runs, or else the next one to.</summary>
    public ShowRelease.Response? Release { get; private set; }

    public async Task OnGet(CancellationToken ct)
    {
        Counts = await count.Handle(ct);
        Waiting = await waiting.Handle(ct);
        Recent = (await list.Handle(new() { Sort = "-updated", Limit = RecentShown }, ct)).Value.Items;
        Releases = await countReleases.Handle(ct);
        if (await NextRelease(ct) is { } reference)
            Release = (await showRelease.Handle(reference, ct)).Value;
    }

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
        // Two short lists: most of the time nothing runs, and what has ended is not looked at.
        foreach (var statuses in (ReleaseStatus[][])
                 [
                     [ReleaseStatus.Executing, ReleaseStatus.Suspended, ReleaseStatus.BackingOut, ReleaseStatus.Validating],
                     [ReleaseStatus.Ready, ReleaseStatus.Scheduled],
                 ])
        {
            var asked = new ListReleases.Request { Status = [.. statuses.Select(Wire.Name)], Limit = Paging.LargestLimit };
            if ((await listReleases.Handle(asked, ct)).Value.Items.MinBy(release => release.From) is { } next)
                return next.Ref;
        }
        return null;
    }
}
