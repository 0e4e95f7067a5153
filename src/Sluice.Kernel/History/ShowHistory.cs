using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Ledger;

namespace Sluice.Kernel.History;

/// <summary>GET …/{reference}/history?after=&amp;limit=: ledger entries, newest first.</summary>
public sealed class ShowHistory(AppDb db)
{
    /// <param name="Facts">What the act did, with the texts that have not been redacted.</param>
    /// <param name="Hash">Of the exact bytes that were sealed.</param>
    public sealed record Item(long Sequence, string Act, Account Actor, DateTimeOffset At, JsonNode Facts, string Hash);

    internal static void Map(IEndpointRouteBuilder api, RecordKind kind) => api.MapGet(
        kind.Path + "/{reference}/history",
        async (string reference, [AsParameters] PageRequest request, ShowHistory slice, CancellationToken ct) =>
            (await slice.Handle(kind, reference, request, ct)).ToHttp());

    public async Task<Outcome<Page<Item>>> Handle(RecordKind kind, string reference, PageRequest request, CancellationToken ct)
    {
        if (await kind.Find(db, reference, ct) is not { } record)
            return kind.Unknown;
        var list = Cursor.ListOf("history", record.Chain);
        var (cursor, unreadable) = Cursor.Read(request.After, list);
        if (Refusal.For([.. Paging.Limit(request.Limit), .. unreadable is null ? [] : (Reason[])[unreadable]]) is { } refusal)
            return refusal;

        var limit = request.Limit ?? Paging.DefaultLimit;
        var rows = db.Ledger.AsNoTracking().Where(row => row.Record == record.Chain);
        if (cursor is not null)
            rows = rows.Where(row => row.Sequence < cursor.Tie);
        var entries = await rows.OrderByDescending(row => row.Sequence).Take(limit + 1).ToListAsync(ct);
        var texts = await Texts(db, record.Chain, entries, ct);
        return entries.ConvertAll(row => ToItem(row, texts)).ToPage(limit, last => string.Create(
            CultureInfo.InvariantCulture,
            $"/api/v1{kind.Path}/{reference}/history?limit={limit}&after={new Cursor(list, null, last.Sequence)}"));
    }

    internal static async Task<Dictionary<long, IReadOnlyList<KeptText>?>> Texts(
        AppDb db, string chain, IReadOnlyCollection<LedgerRow> entries, CancellationToken ct)
    {
        var sequences = entries.Select(entry => entry.Sequence).ToList();
        return (await db.Set<LedgerText>().AsNoTracking()
            .Where(text => text.Record == chain && sequences.Contains(text.Sequence))
            .ToListAsync(ct)).ToDictionary(text => text.Sequence, text => text.Texts);
    }

    internal static Item ToItem(LedgerRow row, Dictionary<long, IReadOnlyList<KeptText>?> texts) =>
        new(row.Sequence, row.Act, row.Actor, row.At, row.FactsWith(texts.GetValueOrDefault(row.Sequence)), row.Hash.Text);
}
