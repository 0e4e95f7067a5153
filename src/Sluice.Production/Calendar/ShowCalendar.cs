using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Production.Systems;

namespace Sluice.Production.Calendar;

/// <summary>
/// GET /api/v1/calendar?from=&amp;until=&amp;system=: what is planned and what of it cannot all go, in the coming 35 days unless
/// asked otherwise.
/// </summary>
public sealed class ShowCalendar(AppDb db, Actor actor, KnownSystems knownSystems, TimeProvider clock)
{
    private static readonly TimeSpan Usual = TimeSpan.FromDays(35);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    public sealed record Request
    {
        public DateTimeOffset? From { get; init; }
        public DateTimeOffset? Until { get; init; }

        /// <summary>Keys; the whole calendar when left out.</summary>
        public string[]? System { get; init; }
    }

    /// <param name="From">Of what was asked; included.</param>
    /// <param name="Until">Excluded.</param>
    /// <param name="Bookings">Covered ones too; only uncovered ones conflict and count.</param>
    /// <param name="Conflicts">In the order in which they will happen; of pairs of bookings the first thousand.</param>
    /// <param name="HasMoreConflicts">Whether there are more pairs: a shorter time or fewer systems name them.</param>
    public sealed record Response(
        DateTimeOffset From, DateTimeOffset Until, IReadOnlyList<ShowWindow.Response> Windows,
        IReadOnlyList<ShowFreeze.Response> Freezes, IReadOnlyList<BookingShown> Bookings, IReadOnlyList<Conflict> Conflicts,
        bool HasMoreConflicts);

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet(
        "/calendar",
        async ([AsParameters] Request request, ShowCalendar slice, CancellationToken ct) =>
            (await slice.Handle(request, ct)).ToHttp());

    public async Task<Outcome<Response>> Handle(Request request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var from = (request.From ?? now).ToUniversalTime();
        var usual = from < DateTimeOffset.MaxValue - Usual ? from + Usual : DateTimeOffset.MaxValue;
        var until = (request.Until ?? usual).ToUniversalTime();
        if (Refusal.For(
            [
                .. Input.Interval(from, until),
                .. until - from > Longest ? (Reason[])[TooLong] : [],
                .. await knownSystems.Against("/system", request.System, ct),
            ]) is { } refusal)
            return refusal;

        var asked = request.System is { Length: > 0 } systems ? systems.ToHashSet() : null;
        var graph = await SystemGraph.Of(db, ct);
        var windows = (await db.WindowsOverlapping(from, until).AsNoTracking().OrderBy(window => window.From).ToListAsync(ct))
            .FindAll(window => asked is null || asked.Overlaps(window.Systems));
        var freezes = (await db.FreezesOverlapping(from, until).AsNoTracking().OrderBy(freeze => freeze.From).ToListAsync(ct))
            .FindAll(freeze => asked is null || freeze.Systems is null || asked.Overlaps(freeze.Systems));
        var bookings = await Bookings(from, until, windows, asked, graph, ct);
        var (conflicts, hasMore) = new Conflicts(graph).Among(
            bookings, [.. windows.Select(window => window.ToKnown())], [.. freezes.Select(freeze => freeze.ToKnown())],
            conflict => IsAsked(conflict.From, conflict.Until, conflict.Systems));
        return new Response(
            from, until,
            [.. windows.Select(window => ShowWindow.As(actor, window, Load(window, bookings), now))],
            [.. freezes.Select(freeze => ShowFreeze.As(actor, freeze, now))],
            [.. bookings.Where(booking => IsAsked(booking.From, booking.Until, booking.Systems))],
            conflicts, hasMore);

        bool IsAsked(DateTimeOffset begins, DateTimeOffset ends, IReadOnlyList<string> named) =>
            begins < until && ends > from && (asked is null || asked.Overlaps(named));
    }

    /// <summary>
    /// What is booked in the interval on these systems, or on one that they depend on or that depends on them, and all that is
    /// booked in these windows.
    /// </summary>
    private async Task<List<BookingShown>> Bookings(
        DateTimeOffset from, DateTimeOffset until, List<Window> windows, HashSet<string>? asked, SystemGraph graph,
        CancellationToken ct)
    {
        var overlapping = asked is null
            ? db.BookingsOverlapping(from, until)
            : db.BookingsOverlapping(from, until, [.. asked.Union(graph.Below(asked)).Union(graph.Above(asked))]);
        var keys = windows.ConvertAll(window => window.Key);
        var found = await Shown(overlapping).ToListAsync(ct);
        return
        [
            .. found.Concat(keys.Count > 0 ? await Shown(db.BookingsIn(keys)).ToListAsync(ct) : [])
                .DistinctBy(booking => booking.Holder)
                .OrderBy(booking => booking.From).ThenBy(booking => booking.Holder, StringComparer.Ordinal),
        ];
    }

    private IQueryable<BookingShown> Shown(IQueryable<BookingRow> rows)
    {
        var covers = db.BookingCovers;
        return rows.AsNoTracking().Select(row => new BookingShown(
            row.Holder, row.Title, row.From, row.Until, row.Systems, row.Window, row.Changes, row.RiskPoints,
            covers.Where(cover => cover.Holder == row.Holder).Min(cover => cover.CoveredBy)));
    }

    private static WindowLoad Load(Window window, List<BookingShown> all)
    {
        var bookings = all.FindAll(booking => booking.Window == window.Key && booking.CoveredBy is null);
        return new(
            bookings.Sum(booking => booking.Changes), bookings.Sum(booking => booking.RiskPoints),
            [.. bookings.Select(booking => booking.Holder)]);
    }

    private static Reason TooLong { get; } =
        Reason.Invalid("calendar.too-long", $"At most {Longest.Days} days at once.", "/until");
}
