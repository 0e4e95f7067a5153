using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.People.Views;
using Sluice.Kernel.Persistence;
using Sluice.Ledger;

namespace Sluice.Kernel.History;

/// <summary>GET /api/v1/audit: who did what to which record, over the whole organisation, newest first.</summary>
public sealed class SearchLedger(AppDb db, IEnumerable<RecordKind> kinds)
{
    private const int LongestName = 200;

    /// <summary>Whoever audits comes back to the same questions.</summary>
    public static ViewedList Viewed { get; } = new("audit", "record", "actor", "act", "from", "until");

    public sealed record Request
    {
        /// <summary>An account.</summary>
        public string? Actor { get; init; }

        /// <summary>As entries have it: <c>person.roles-granted</c>.</summary>
        public string? Act { get; init; }

        /// <summary>A reference, or the name of a chain where a reference means several: <c>system/payments</c>.</summary>
        public string? Record { get; init; }

        /// <summary>With <see cref="Until"/>: those of [from, until).</summary>
        public DateTimeOffset? From { get; init; }

        public DateTimeOffset? Until { get; init; }
        public string? After { get; init; }
        public int? Limit { get; init; }
    }

    /// <param name="Chain">What the record is called in the ledger.</param>
    /// <param name="Address">Of the record, below <c>/api/v1</c>; null for what has none.</param>
    /// <param name="Facts">What the act did, with the texts that have not been redacted.</param>
    /// <param name="Hash">Of the exact bytes that were sealed.</param>
    public sealed record Item(
        string Ref, string Chain, string? Address, long Sequence, string Act, Account Actor, DateTimeOffset At, JsonNode Facts,
        string Hash);

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet(
        "/audit",
        async ([AsParameters] Request request, SearchLedger slice, CancellationToken ct) =>
            (await slice.Handle(request, ct)).ToHttp());

    public async Task<Outcome<Page<Item>>> Handle(Request request, CancellationToken ct)
    {
        var limit = request.Limit ?? Paging.DefaultLimit;
        var list = Cursor.ListOf(
            "audit", request.Actor, request.Act, request.Record, Text(request.From), Text(request.Until));
        var (cursor, unreadable) = Cursor.Read(request.After, list);
        if (cursor is not null && Place.Of(cursor) is null)
            unreadable = Cursor.Unreadable;
        if (Refusal.For([.. Against(request), .. unreadable is null ? [] : (Reason[])[unreadable]]) is { } refusal)
            return refusal;

        var rows = await Entries(request, cursor, limit + 1)
            .SelectMany(
                row => db.Set<LedgerText>().Where(text => text.Record == row.Record && text.Sequence == row.Sequence).DefaultIfEmpty(),
                (row, text) => new { Row = row, Texts = text == null ? null : text.Texts })
            .OrderByDescending(entry => entry.Row.At).ThenByDescending(entry => entry.Row.Record)
            .ThenByDescending(entry => entry.Row.Sequence)
            .ToListAsync(ct);
        return rows.ConvertAll(entry => ToItem(entry.Row, entry.Texts)).ToPage(limit, last => NextLink(
            request, limit, new(list, Place.Text(last), last.Sequence)));
    }

    internal IQueryable<LedgerRow> Entries(Request request, Cursor? cursor, int limit) =>
        Placed(Filtered(request), Place.Of(cursor))
            .OrderByDescending(row => row.At).ThenByDescending(row => row.Record).ThenByDescending(row => row.Sequence)
            .Take(limit);

    private IQueryable<LedgerRow> Filtered(Request request)
    {
        var rows = db.Ledger.AsNoTracking();
        if (request.Actor is { } name)
        {
            var actor = new Account(name);
            rows = rows.Where(row => row.Actor == actor);
        }
        if (request.Act is { } act)
            rows = rows.Where(row => row.Act == act);
        if (request.Record is { } reference)
        {
            var chains = Chains(reference);
            rows = rows.Where(row => chains.Contains(row.Record));
        }
        if (request.From is { } from)
            rows = rows.Where(row => row.At >= from);
        if (request.Until is { } until)
            rows = rows.Where(row => row.At < until);
        return rows;
    }

    // In this form both databases walk the index from the place on.
    private static IQueryable<LedgerRow> Placed(IQueryable<LedgerRow> rows, Place? place)
    {
        if (place is not { At: var at, Chain: var chain, Sequence: var sequence })
            return rows;
        return rows.Where(row => row.At <= at && (row.At < at || row.Record.CompareTo(chain) < 0
            || (row.Record == chain && row.Sequence < sequence)));
    }

    /// <summary>All that a reference can mean: a system and its team may have the same key.</summary>
    private List<string> Chains(string reference) => [.. kinds
        .SelectMany(kind => (string[])[kind.ChainOf(reference), kind.ChainOf(reference.ToUpperInvariant())])
        .Append(reference).Distinct()];

    private Item ToItem(LedgerRow row, IReadOnlyList<KeptText>? texts)
    {
        var kind = kinds.FirstOrDefault(kind => kind.Holds(row.Record));
        var reference = kind?.ReferenceOf(row.Record) ?? row.Record;
        return new(
            reference, row.Record, kind is null ? null : $"{kind.Path}/{reference}", row.Sequence, row.Act, row.Actor, row.At,
            row.FactsWith(texts), row.Hash.Text);
    }

    private static IEnumerable<Reason> Against(Request request) =>
    [
        .. request.Actor is null ? [] : Input.Key("/actor", request.Actor),
        .. Input.Text("/act", request.Act, LongestName),
        .. Input.Text("/record", request.Record, LongestName),
        .. Input.Interval(request.From, request.Until),
        .. Paging.Limit(request.Limit),
    ];

    private static string NextLink(Request request, int limit, Cursor cursor)
    {
        (string Name, string? Value)[] filters =
        [
            ("actor", request.Actor), ("act", request.Act), ("record", request.Record), ("from", Text(request.From)),
            ("until", Text(request.Until)), ("limit", limit.ToString(CultureInfo.InvariantCulture)), ("after", cursor.ToString()),
        ];
        return "/api/v1/audit" + QueryString.Create(filters.Where(filter => filter.Value is not null)
            .Select(filter => new KeyValuePair<string, string?>(filter.Name, filter.Value)));
    }

    private static string? Text(DateTimeOffset? moment) => moment?.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Where a page ended. Several entries may be of one moment, even of one act.</summary>
    private sealed record Place(DateTimeOffset At, string Chain, long Sequence)
    {
        public static string Text(Item last) => $"{SearchLedger.Text(last.At)} {last.Chain}";

        public static Place? Of(Cursor? cursor) =>
            cursor?.Value?.Split(' ', 2) is [var moment, var chain] && DateTimeOffset.TryParse(
                moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
                ? new(at, chain, cursor.Tie) : null;
    }
}
