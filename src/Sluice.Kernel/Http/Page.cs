using System.Text.Json.Serialization;
using Sluice.Kernel.Outcomes;

namespace Sluice.Kernel.Http;

/// <summary>What every plain list is asked with.</summary>
public sealed record PageRequest
{
    /// <summary>Where the page before ended.</summary>
    public string? After { get; init; }

    public int? Limit { get; init; }
}

/// <summary>Part of a list. Keyset only: a page costs the same however deep it lies, and never skips a row.</summary>
/// <param name="NextLink">Where the next page is; left out on the last.</param>
public sealed record Page<T>(
    IReadOnlyList<T> Items,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? NextLink = null);

public static class Paging
{
    public const int DefaultLimit = 50;
    public const int LargestLimit = 200;

    public static IEnumerable<Reason> Limit(int? limit)
    {
        if (limit is < 1 or > LargestLimit)
            yield return Reason.Invalid("limit.out-of-range", $"From 1 to {LargestLimit}.", "/limit");
    }

    /// <param name="rows">One more than <paramref name="limit"/> if there are: the extra row says so.</param>
    public static Page<T> ToPage<T>(this List<T> rows, int limit, Func<T, string> linkAfter) => rows.Count > limit
        ? new(rows[..limit], linkAfter(rows[limit - 1]))
        : new(rows);
}
