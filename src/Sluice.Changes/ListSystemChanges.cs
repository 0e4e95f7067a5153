using System.Globalization;
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
/// <remarks>The question of whoever is woken at night. One that is touched again between two pages is first again, and hides no other.</remarks>
public sealed class ListSystemChanges(AppDb db, ListOwners listOwners, TimeProvider clock)
{
    private static readonly TimeSpan UsualLookBack = TimeSpan.FromHours(24);

    public sealed record Request
    {
        public DateTimeOffset? Since { get; init; }
        public string? After { get; init; }
        public int? Limit { get; init; }
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

        var (since, limit) = (request.Since ?? clock.GetUtcNow() - UsualLookBack, request.Limit ?? Paging.DefaultLimit);
        var list = Cursor.ListOf("system-changes", key, Text(since));
        var (cursor, unreadable) = Cursor.Read(request.After, list);
        if (cursor is { Moment: null })
            unreadable = Cursor.Unreadable;
        if (Refusal.For([.. Paging.Limit(request.Limit), .. unreadable is null ? [] : (Reason[])[unreadable]]) is { } refusal)
            return refusal;

        var rows = await Since(key, since, cursor)
            .OrderByDescending(change => change.ChangedProductionAt).ThenByDescending(change => change.Number)
            .Take(limit + 1)
            .Select(change => new Item(
                ChangeRef.Of(change.Number), change.Content.Title, change.Status, change.DeliveryStatus, change.LastResult,
                change.ReportedBy ?? change.Release, change.Risk, change.ChangedProductionAt!.Value))
            .ToListAsync(ct);
        return rows.ToPage(limit, last => NextLink(key, since, limit, new(list, Text(last.ChangedAt), ChangeRef.Number(last.Ref)!.Value)));
    }

    private IQueryable<Change> Since(string key, DateTimeOffset since, Cursor? cursor)
    {
        var changes = db.Changes.AsNoTracking().Where(change => change.ChangedProductionAt >= since
            && db.Set<ChangeOfSystem>().Any(row => row.System == key && row.Number == change.Number));
        return cursor is { Moment: { } at, Tie: var number }
            ? changes.Where(change => change.ChangedProductionAt <= at && (change.ChangedProductionAt < at || change.Number < number))
            : changes;
    }

    // "Since" is said as a moment: the last 24 hours would be others on the next page.
    private static string NextLink(string key, DateTimeOffset since, int limit, Cursor cursor) =>
        $"/api/v1/systems/{key}/changes" + QueryString.Create("since", Text(since))
            .Add("limit", limit.ToString(CultureInfo.InvariantCulture)).Add("after", cursor.ToString());

    private static string Text(DateTimeOffset moment) => moment.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
}
