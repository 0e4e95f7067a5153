using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Handover;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.People.Views;
using Sluice.Kernel.Persistence;

namespace Sluice.Changes;

/// <summary>GET /api/v1/changes: by both statuses, newest first unless asked otherwise.</summary>
public sealed class ListChanges(AppDb db)
{
    private const int LongestQuery = 200;

    /// <summary>What one may ask it for, and keep as a view of one's own.</summary>
    public static ViewedList Viewed { get; } = new("changes", "status", "deliveryStatus", "kind", "risk", "system", "q", "sort");

    public sealed record Request
    {
        public string[]? Status { get; init; }
        public string[]? DeliveryStatus { get; init; }
        public string[]? Kind { get; init; }
        public string[]? Risk { get; init; }
        public string[]? System { get; init; }

        /// <summary>Part of a title, or a reference.</summary>
        public string? Q { get; init; }

        /// <summary>
        /// <c>ref</c>, <c>updated</c> or <c>from</c> (of the requested window); with <c>-</c> in front the other way round. Newest
        /// first when left out.
        /// </summary>
        public string? Sort { get; init; }

        public string? After { get; init; }
        public int? Limit { get; init; }

        internal bool AsksForTitlesAlone => (Status, DeliveryStatus, Kind, Risk, System) is
            (null or [], null or [], null or [], null or [], null or []);
    }

    public sealed record Item(
        string Ref, string Title, ChangeStatus Status, DeliveryStatus DeliveryStatus, ChangeKind Kind, Risk? Risk,
        IReadOnlyList<string> Systems, Account Requester, Interval RequestedWindow, string? Release, int Revision,
        DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, long Version);

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet(
        "/changes",
        async ([AsParameters] Request request, ListChanges slice, CancellationToken ct) =>
            (await slice.Handle(request, ct)).ToHttp());

    public async Task<Outcome<Page<Item>>> Handle(Request request, CancellationToken ct)
    {
        var sort = request.Sort ?? ChangeOrder.NewestFirst;
        var limit = request.Limit ?? Paging.DefaultLimit;
        var list = ListOf(request, sort);
        var (cursor, unreadable) = Cursor.Read(request.After, list);
        if (!ChangeOrder.IsPlace(cursor, sort))
            unreadable = Cursor.Unreadable;
        if (Refusal.For([.. Against(request, sort), .. unreadable is null ? [] : (Reason[])[unreadable]]) is { } refusal)
            return refusal;

        var rows = await As(Filtered(request, sort, cursor, limit + 1).Placed(sort, cursor).Take(limit + 1)).ToListAsync(ct);
        return rows.ToPage(limit, last => NextLink(request, limit, ChangeOrder.After(last, list, sort)));
    }

    internal static IQueryable<Item> As(IQueryable<Change> changes) => changes.Select(change => new Item(
        ChangeRef.Of(change.Number), change.Content.Title, change.Status, change.DeliveryStatus, change.Content.Kind,
        change.Risk, change.Content.Systems, change.Requester,
        new Interval(change.Content.WindowFrom, change.Content.WindowUntil), change.Release, change.Revision,
        change.CreatedAt, change.UpdatedAt, change.Version));

    private IQueryable<Change> Filtered(Request request, string sort, Cursor? cursor, int rows)
    {
        var changes = db.Changes.AsNoTracking();
        // One of each, the usual question, is an index that stands in the list's order: one of several never does.
        if (Values<ChangeStatus>(request.Status) is { Count: > 0 } statuses)
            changes = statuses is [var status]
                ? changes.Where(change => change.Status == status) : changes.Where(change => statuses.Contains(change.Status));
        if (Values<DeliveryStatus>(request.DeliveryStatus) is { Count: > 0 } deliveries)
            changes = deliveries is [var delivery]
                ? changes.Where(change => change.DeliveryStatus == delivery)
                : changes.Where(change => deliveries.Contains(change.DeliveryStatus));
        if (Values<ChangeKind>(request.Kind) is { Count: > 0 } kinds)
            changes = changes.Where(change => kinds.Contains(change.Content.Kind));
        if (Values<Risk>(request.Risk) is { Count: > 0 } risks)
            changes = changes.Where(change => change.Risk != null && risks.Contains(change.Risk.Value));
        if (request.System is { Length: > 0 } systems)
            changes = changes.Where(change => db.Set<ChangeOfSystem>()
                .Any(row => systems.Contains(row.System) && row.Number == change.Number));
        return request.Q is { Length: > 0 } query
            ? Named(
                changes, query.ToLowerInvariant(), ChangeRef.Number(query.Trim().ToUpperInvariant()),
                titles => sort == ChangeOrder.NewestFirst && request.AsksForTitlesAlone ? Page(titles, cursor, rows) : Page(titles, null, int.MaxValue))
            : changes;
    }

    // Where nothing else is asked for, no more titles are looked for than the page has rows.
    private static IQueryable<TitleToSearch> Page(IQueryable<TitleToSearch> titles, Cursor? cursor, int rows)
    {
        var number = (int?)cursor?.Tie;
        return titles.Where(title => number == null || title.Number < number).OrderByDescending(title => title.Number).Take(rows);
    }

    /// <param name="paged">
    /// A limit, however high, has the titles searched by a query of their own: in one with a table under row security, PostgreSQL
    /// uses no index for LIKE on any table. See ADR 6.
    /// </param>
    private IQueryable<Change> Named(
        IQueryable<Change> changes, string folded, int? number, Func<IQueryable<TitleToSearch>, IQueryable<TitleToSearch>> paged)
    {
        var pattern = Like.Containing(folded);
        if (!db.IsPostgres)
            return changes.Where(change => change.Number == number || EF.Functions.Like(change.TitleFolded, pattern, Like.Escape));
        var titles = db.Set<TitleToSearch>().AsNoTracking();
        if (Like.NumberedWord(folded) is { } word)
        {
            pattern = Like.Containing(word);
            // Contains would become one more LIKE, and be looked up with the other.
#pragma warning disable CA2249
            titles = titles.Where(title => title.TitleFolded.IndexOf(folded) >= 0);
#pragma warning restore CA2249
        }
        titles = number is { } exactly
            ? titles.Where(title => title.Number == exactly || EF.Functions.Like(title.TitleFolded, pattern, Like.Escape))
            : titles.Where(title => EF.Functions.Like(title.TitleFolded, pattern, Like.Escape));
        return changes.Join(paged(titles), change => change.Number, title => title.Number, (change, _) => change).PlannedAfresh();
    }

    private static IEnumerable<Reason> Against(Request request, string sort) =>
    [
        .. Unknown<ChangeStatus>("status", request.Status),
        .. Unknown<DeliveryStatus>("deliveryStatus", request.DeliveryStatus),
        .. Unknown<ChangeKind>("kind", request.Kind),
        .. Unknown<Risk>("risk", request.Risk),
        .. Input.Text("/q", request.Q, LongestQuery),
        .. (request.System ?? []).SelectMany(system => Input.Text("/system", system, Input.LongestName)),
        .. ChangeOrder.Against(sort),
        .. Paging.Limit(request.Limit),
    ];

    private static IEnumerable<Reason> Unknown<T>(string name, string[]? values) where T : struct, Enum =>
        (values ?? []).Where(value => Wire.Parse<T>(value) is null)
            .Select(value => Reason.Invalid($"{name}.unknown", $"There is no {name} of that name.", $"/{name}"));

    private static List<T> Values<T>(string[]? names) where T : struct, Enum =>
        [.. (names ?? []).Select(name => Wire.Parse<T>(name)!.Value)];

    private static string ListOf(Request request, string sort) => Cursor.ListOf(
        "changes", sort, Joined(request.Status), Joined(request.DeliveryStatus), Joined(request.Kind), Joined(request.Risk),
        Joined(request.System), request.Q);

    private static string Joined(string[]? values) => string.Join('\n', values ?? []);

    private static string NextLink(Request request, int limit, Cursor cursor) => "/api/v1/changes" + QueryString.Create(
    [
        .. Each("status", request.Status), .. Each("deliveryStatus", request.DeliveryStatus), .. Each("kind", request.Kind),
        .. Each("risk", request.Risk), .. Each("system", request.System), .. Each("q", request.Q is { } q ? [q] : null),
        .. Each("sort", request.Sort is { } sort ? [sort] : null),
        new("limit", limit.ToString(CultureInfo.InvariantCulture)), new("after", cursor.ToString()),
    ]);

    private static IEnumerable<KeyValuePair<string, string?>> Each(string name, string[]? values) =>
        (values ?? []).Select(value => new KeyValuePair<string, string?>(name, value));
}
