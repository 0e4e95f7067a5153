using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Handover;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;
using Sluice.Production.Systems;

namespace Sluice.Changes;

/// <summary>GET /api/v1/systems/{key}/changes?since=: what changed here, last first; the last 24 hours unless asked otherwise.</summary>
/// <remarks>The question of whoever is woken at night. At most 200.</remarks>
public sealed class ListSystemChanges(AppDb db, ListOwners listOwners, TimeProvider clock)
{
    private static readonly TimeSpan UsualLookBack = TimeSpan.FromHours(24);

    public sealed record Request
    {
        public DateTimeOffset? Since { get; init; }
    }

    /// <param name="ChangedAt">When the channel last touched production for it.</param>
    public sealed record Item(
        string Ref, string Title, ChangeStatus Status, DeliveryStatus DeliveryStatus, ExecutionResult? LastResult,
        string? Release, Risk? Risk, DateTimeOffset ChangedAt);

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet(
        "/systems/{key}/changes",
        async (string key, [AsParameters] Request request, ListSystemChanges slice, CancellationToken ct) =>
            (await slice.Handle(key, request, ct)).ToHttp());

    public async Task<Outcome<Page<Item>>> Handle(string key, Request request, CancellationToken ct)
    {
        if (!(await listOwners.Handle([key], ct)).Know(key))
            return new Reason(ReasonKind.Unknown, "system.unknown", "There is no such system.");

        var since = request.Since ?? clock.GetUtcNow() - UsualLookBack;
        var items = await db.Changes.AsNoTracking()
            .Where(change => change.ChangedProductionAt >= since
                && db.Set<ChangeOfSystem>().Any(row => row.System == key && row.Number == change.Number))
            .OrderByDescending(change => change.ChangedProductionAt).ThenByDescending(change => change.Number)
            .Take(Paging.LargestLimit)
            .Select(change => new Item(
                ChangeRef.Of(change.Number), change.Content.Title, change.Status, change.DeliveryStatus, change.LastResult,
                change.ReportedBy ?? change.Release, change.Risk, change.ChangedProductionAt!.Value))
            .ToListAsync(ct);
        return new Page<Item>(items);
    }
}
