using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;

namespace Sluice.Production;

/// <summary>Lists by key, which is what their primary key sorts by.</summary>
internal static class KeyPages
{
    public static async Task<Outcome<Page<TShown>>> Page<TRecord, TShown>(
        this IQueryable<TRecord> records, string path, PageRequest request, Func<TRecord, TShown> show, CancellationToken ct)
        where TRecord : KeyedRecord
    {
        var list = Cursor.ListOf(path);
        var (cursor, unreadable) = Cursor.Read(request.After, list);
        if (Refusal.For([.. Paging.Limit(request.Limit), .. unreadable is null ? [] : (Reason[])[unreadable]]) is { } refusal)
            return refusal;

        var limit = request.Limit ?? Paging.DefaultLimit;
        if (cursor is { Value: var after } && Keys.IsPossible(after))
            records = records.Where(record => record.Key.CompareTo(after) > 0);
        var rows = await records.AsNoTracking().OrderBy(record => record.Key).Take(limit + 1).ToListAsync(ct);
        var page = rows.ToPage(limit, last => $"/api/v1{path}?limit={limit}&after={new Cursor(list, last.Key, 0)}");
        return new Page<TShown>([.. page.Items.Select(show)], page.NextLink);
    }
}
