using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Handover;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People.Views;
using Sluice.Kernel.Persistence;

namespace Sluice.Releases;

/// <summary>GET /api/v1/releases: newest first unless asked otherwise.</summary>
public sealed class ListReleases(AppDb db)
{
    private const int LongestQuery = 200;

    /// <summary>What one may ask it for, and keep as a view of one's own.</summary>
    public static ViewedList Viewed { get; } = new("releases", "status", "system", "from", "until", "q", "sort");

    public sealed record Request
    {
        public string[]? Status { get; init; }
        public string[]? System { get; init; }

        /// <summary>With <see cref="Until"/>: those whose interval overlaps [from, until).</summary>
        public DateTimeOffset? From { get; init; }

        public DateTimeOffset? Until { get; init; }

        /// <summary>Part of a title, or a reference.</summary>
        public string? Q { get; init; }

        /// <summary>
        /// <c>ref</c>, <c>updated</c> or <c>from</c> (of the interval; those without one last); with <c>-</c> in front the other
        /// way round. Newest first when left out.
        /// </summary>
        public string? Sort { get; init; }

        public string? After { get; init; }
        public int? Limit { get; init; }
    }

    /// <param name="Changes">Each with its delivery status.</param>
    public sealed record Item(
        string Ref, string Title, ReleaseStatus Status, string? Window, DateTimeOffset? From, DateTimeOffset? Until, string? Zone,
        IReadOnlyList<string> Systems, IReadOnlyList<ItemChange> Changes, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt,
        long Version);

    public sealed record ItemChange(string Change, DeliveryStatus DeliveryStatus);

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet(
        "/releases",
        async ([AsParameters] Request request, ListReleases slice, CancellationToken ct) =>
            (await slice.Handle(request, ct)).ToHttp());

    public async Task<Outcome<Page<Item>>> Handle(Request request, CancellationToken ct)
    {
        var (limit, sort) = (request.Limit ?? Paging.DefaultLimit, request.Sort ?? ReleaseOrder.NewestFirst);
        var list = Cursor.ListOf(
            "releases", sort, Joined(request.Status), Joined(request.System), Text(request.From), Text(request.Until), request.Q);
        var (cursor, unreadable) = Cursor.Read(request.After, list);
        if (!ReleaseOrder.IsPlace(cursor, sort))
            unreadable = Cursor.Unreadable;
        if (Refusal.For([.. Against(request), .. ReleaseOrder.Against(sort), .. unreadable is null ? [] : (Reason[])[unreadable]]) is { } refusal)
            return refusal;

        var rows = await Filtered(request).Page(sort, cursor, limit + 1, ct);
        return rows.ConvertAll(As).ToPage(limit, last => NextLink(request, limit, ReleaseOrder.After(last, list, sort)));
    }

    private IQueryable<Release> Filtered(Request request)
    {
        var releases = db.Releases.AsNoTracking();
        List<ReleaseStatus> statuses = [.. (request.Status ?? []).Select(name => Wire.Parse<ReleaseStatus>(name)!.Value)];
        if (statuses.Count > 0)
            releases = releases.Where(release => statuses.Contains(release.Status));
        if (request.System is { Length: > 0 } systems)
            releases = releases.Where(release => db.Set<ReleaseOfSystem>()
                .Any(row => systems.Contains(row.System) && row.Number == release.Number));
        if (request.From is { } from)
            releases = releases.Where(release => release.Until > from);
        if (request.Until is { } until)
            releases = releases.Where(release => release.From < until);
        if (request.Q is { Length: > 0 } query)
        {
            var pattern = Like.Containing(query.ToLowerInvariant());
            var number = ReleaseRef.Number(query.Trim().ToUpperInvariant());
            releases = releases.Where(release =>
                release.Number == number || EF.Functions.Like(release.TitleFolded, pattern, Like.Escape));
        }
        return releases;
    }

    private static Item As(Release release) => new(
        release.Ref, release.Title, release.Status, release.Window, release.From, release.Until, release.Zone, release.Systems,
        [.. release.Items.Select(item => new ItemChange(item.Change, item.Status))], release.CreatedAt, release.UpdatedAt,
        release.Version);

    private static IEnumerable<Reason> Against(Request request) =>
    [
        .. (request.Status ?? []).Where(name => Wire.Parse<ReleaseStatus>(name) is null)
            .Select(_ => Reason.Invalid("status.unknown", "There is no status of that name.", "/status")),
        .. (request.System ?? []).SelectMany(system => Input.Text("/system", system, Input.LongestName)),
        .. Input.Interval(request.From, request.Until),
        .. Input.Text("/q", request.Q, LongestQuery),
        .. Paging.Limit(request.Limit),
    ];

    private static string NextLink(Request request, int limit, Cursor cursor) => "/api/v1/releases" + QueryString.Create(
    [
        .. Each("status", request.Status), .. Each("system", request.System), .. Each("from", One(Text(request.From))),
        .. Each("until", One(Text(request.Until))), .. Each("q", One(request.Q)),
        .. Each("sort", One(request.Sort)),
        new("limit", limit.ToString(CultureInfo.InvariantCulture)), new("after", cursor.ToString()),
    ]);

    private static IEnumerable<KeyValuePair<string, string?>> Each(string name, string[]? values) =>
        (values ?? []).Select(value => new KeyValuePair<string, string?>(name, value));

    private static string[]? One(string? value) => value is null ? null : [value];

    private static string Joined(string[]? values) => string.Join('\n', values ?? []);

    private static string? Text(DateTimeOffset? moment) => moment?.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
}
