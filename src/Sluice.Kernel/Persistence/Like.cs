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

    /// <summary>Of several words the one that looks like a number of something, such as <c>inc0012345</c>; null where none does.</summary>
    /// <remarks>
    /// To be looked up in place of all of them, and the rest compared afterwards: a trigram index goes through every part of a pattern,
    /// also through those that nearly all texts have.
    /// </remarks>
    public static string? NumberedWord(string text)
    {
        const int shortest = 5, fewestDigits = 3;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length < 2 ? null : words.Where(word => word.Length >= shortest && word.Count(char.IsAsciiDigit) >= fewestDigits)
            .OrderByDescending(word => word.Length).FirstOrDefault();
    }

    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal);
}
