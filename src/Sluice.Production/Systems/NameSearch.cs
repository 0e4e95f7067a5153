using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.Persistence;

namespace Sluice.Production.Systems;

/// <summary>What lists of teams, systems and customers are searched by: a part of the key or of the name.</summary>
/// <remarks>An organisation has few enough of them to look at each. SQLite knows the other case of ASCII letters only.</remarks>
internal static class NameSearch
{
    private const int LongestQuery = 200;

    public static IEnumerable<Reason> Against(string? query) => Input.Text("/q", query, LongestQuery);

#pragma warning disable CA1304, CA1311 // The database folds them; it has no culture to be told.
    public static IQueryable<TRecord> Named<TRecord>(this IQueryable<TRecord> records, string? query) where TRecord : MasterRecord
    {
        if (string.IsNullOrWhiteSpace(query))
            return records;
        var (typed, folded) = (Like.Containing(query.Trim()), Like.Containing(query.Trim().ToLowerInvariant()));
        return records.Where(record => EF.Functions.Like(record.Key.ToLower(), folded, Like.Escape)
            || EF.Functions.Like(record.Name.ToLower(), folded, Like.Escape) || EF.Functions.Like(record.Name, typed, Like.Escape));
    }
#pragma warning restore CA1304, CA1311
}
