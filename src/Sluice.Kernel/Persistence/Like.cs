using Microsoft.EntityFrameworkCore;

namespace Sluice.Kernel.Persistence;

/// <summary>Patterns for LIKE in which what a person typed means only itself.</summary>
public static class Like
{
    public const string Escape = "\\";

    internal const string Afresh = "planned afresh";

    /// <summary>
    /// How to go about LIKE depends on what is looked for; PostgreSQL plans a query that it has seen often without looking, and takes
    /// a thousand times as long.
    /// </summary>
    public static IQueryable<T> PlannedAfresh<T>(this IQueryable<T> query) => query.TagWith(Afresh);

    public static string Containing(string text) => $"%{Escaped(text)}%";

    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal);
}
