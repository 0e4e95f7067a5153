using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Handover;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Scheduling;

namespace Sluice.Releases;

/// <summary>POST /api/v1/releases/{reference}/items: takes a change in, approved or not; what is not holds up readiness, visibly.</summary>
public sealed class AddItem(AppDb db, ActOnRelease act, FindChanges findChanges)
{
    internal const int MostItems = 500;

    /// <param name="Order">Where it comes; at the end when left out.</param>
    /// <param name="DependsOn">Changes of this release that are implemented before it.</param>
    public sealed record Request(string? Change = null, int? Order = null, IReadOnlyList<string>? DependsOn = null);

    internal static void Map(IEndpointRouteBuilder api) => api.MapPost(
        "/releases/{reference}/items",
        async (string reference, Request request, AddItem slice, CancellationToken ct) =>
            (await slice.Handle(reference, request, ct)).ToHttp());

    public Task<Outcome<ShowRelease.Response>> Handle(string reference, Request request, CancellationToken ct) =>
        act.Handle(reference, async (release, actor, now) =>
        {
            var known = await findChanges.Handle(request.Change is { } asked ? [asked] : [], ct);
            var change = request.Change is null ? null : known[request.Change];
            var holder = change is null ? null : (await Holders([change.Snapshot.ChangeId], ct)).Values.SingleOrDefault();
            if (Refusal.For(
                [
                    .. Against(release, actor), .. Against(request, change, release), .. Held(holder, request.Change),
                ]) is { } refusal)
                return refusal;
            return release.Add(
                change!, request.Order, [.. (request.DependsOn ?? []).Distinct()], await Before(change!.Snapshot.ChangeId, ct), actor, now);
        }, ct);

    internal static IEnumerable<Reason> Against(Release release, Actor actor) => release.Items.Count < MostItems
        ? Planning(release, actor)
        : [.. Planning(release, actor), Full];

    /// <summary>What speaks against altering which changes it holds, or their order.</summary>
    internal static IEnumerable<Reason> Planning(Release release, Actor actor)
    {
        if (ReleaseLifecycle.After(release.Status, ReleaseFact.PlanChanged) is null)
            yield return ReleaseReasons.NotFrom(release.Status);
        if (!actor.Is(ReleaseRoles.ReleaseManager))
            yield return ReleaseReasons.NotManager;
    }

    internal static Reason Full { get; } = Reason.Conflict("release.full", $"A release holds at most {MostItems} changes.");

    internal static IEnumerable<Reason> Against(Request request, ChangeKnown? change, Release release)
    {
        if (request.Change is null)
            yield return Reason.Invalid("change.missing", "Name the change.", "/change");
        else if (change is null)
            yield return Reason.Invalid("change.unknown", "There is no such change.", "/change");
        else if (change.Snapshot.Status is ChangeStatus.Review or ChangeStatus.Closed or ChangeStatus.Rejected or ChangeStatus.Cancelled)
            yield return Reason.Conflict(
                "change.ended", $"{request.Change} is in status {Wire.Words(change.Snapshot.Status)}; there is nothing left to deliver.", "/change");
        foreach (var reason in Input.List("/dependsOn", request.DependsOn, (at, other) => release.Item(other) is not null
                     ? [] : [Reason.Invalid("item.unknown", "The release does not hold this change.", at)]))
            yield return reason;
        if (request.Order is < 0 or > 1_000_000)
            yield return Reason.Invalid("order.out-of-range", "From 0 to 1,000,000.", "/order");
        if (change is not null && Cycle(change, request, release) is { Count: > 0 } cycle)
            yield return Reason.Invalid("item.dependency-cycle", $"Each waits for the next: {string.Join(" → ", cycle)}.", "/dependsOn");
    }

    private static IReadOnlyList<string> Cycle(ChangeKnown change, Request request, Release release)
    {
        var waits = release.Items.ToDictionary(item => item.Change, item => (IReadOnlyList<string>)[.. item.DependsOn, .. item.Needs]);
        waits[change.Snapshot.Ref] = [.. (request.DependsOn ?? []).OfType<string>(), .. change.Snapshot.Content.DependsOn];
        return new PrecedenceGraph(waits).Cycle;
    }

    internal static IEnumerable<Reason> Held(string? holder, string? change)
    {
        if (holder is not null)
            yield return Reason.Conflict("change.in-release", $"{change} is in {holder}; a change is in one open release at a time.", "/change");
    }

    /// <summary>Which open release holds each of them; those that none holds are left out.</summary>
    internal Task<Dictionary<ChangeId, string>> Holders(IReadOnlyCollection<ChangeId> changes, CancellationToken ct) =>
        db.HeldChanges.AsNoTracking().Where(held => changes.Contains(held.ChangeId))
            .Join(db.Releases, held => held.ReleaseId, release => release.Id, (held, release) => new { held.ChangeId, release.Number })
            .ToDictionaryAsync(held => held.ChangeId, held => ReleaseRef.Of(held.Number), ct);

    /// <summary>How far an earlier release brought it.</summary>
    private async Task<DeliveryStatus> Before(ChangeId change, CancellationToken ct) => await db.Set<DeliveryMoved>().AsNoTracking()
        .Where(moved => moved.ChangeId == change)
        .OrderByDescending(moved => moved.At).ThenByDescending(moved => moved.Id)
        .Select(moved => moved.Status).FirstOrDefaultAsync(ct);
}
