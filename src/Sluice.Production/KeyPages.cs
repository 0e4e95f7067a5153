using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;

namespace Sluice.Production;

/// <summary>Lists by key, which is what their primary key sorts by.</summary>
internal static class KeyPages
{
    /// <param name="filters">What the records were chosen by; the next page is asked with it, too.</param>
    public static async Task<Outcome<Page<TShown>>> Page<TRecord, TShown>(
        this IQueryable<TRecord> records, string path, PageRequest request, Func<TRecord, TShown> show, CancellationToken ct,
        params IEnumerable<(string Name, string? Value)> filters)
        where TRecord : KeyedRecord
    {
        var given = filters.Where(filter => !string.IsNullOrEmpty(filter.Value)).ToList();
        var list = Cursor.ListOf([path, .. given.SelectMany(filter => (string?[])[filter.Name, filter.Value])]);
        var (cursor, unreadable) = Cursor.Read(request.After, list);
        if (Refusal.For([.. Paging.Limit(request.Limit), .. unreadable is null ? [] : (Reason[])[unreadable]]) is { } refusal)
            return refusal;

        var limit = request.Limit ?? Paging.DefaultLimit;
        if (cursor is { Value: var after } && Keys.IsPossible(after))
            records = records.Where(record => record.Key.CompareTo(after) > 0);
        var rows = await records.AsNoTracking().OrderBy(record => record.Key).Take(limit + 1).ToListAsync(ct);
        var chosen = QueryString.Create(given.Select(filter => new KeyValuePair<string, string?>(filter.Name, filter.Value)));
        var page = rows.ToPage(limit, last =>
            $"/api/v1{path}{chosen.Add("limit", $"{limit}").Add("after", $"{new Cursor(list, last.Key, 0)}")}");
        return new Page<TShown>([.. page.Items.Select(show)], page.NextLink);
    }
}
