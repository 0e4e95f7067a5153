using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;

namespace Sluice.Releases;

/// <summary>What a list of releases can be sorted by: each has an index that is walked from where the last page ended.</summary>
/// <remarks>Those without an interval come last whichever way it is sorted by that, newest first: the databases do not agree where nothing sorts.</remarks>
internal static class ReleaseOrder
{
    public const string NewestFirst = "-ref";
    private const string Interval = "from";

    private static readonly Dictionary<string, string?> Columns = new()
    {
        ["ref"] = null, ["updated"] = nameof(Release.UpdatedAt), [Interval] = nameof(Release.From),
    };

    public static IEnumerable<Reason> Against(string sort)
    {
        if (!Columns.ContainsKey(NameOf(sort)))
            yield return Reason.Invalid(
                "sort.unknown", $"Sort by {string.Join(", ", Columns.Keys)}, or with - in front the other way round.", "/sort");
    }

    public static bool IsPlace(Cursor? cursor, string sort) => cursor is null || NameOf(sort) switch
    {
        "ref" => true,
        Interval => cursor.Value is null || cursor.Moment is not null,
        _ => cursor.Moment is not null,
    };

    public static async Task<List<Release>> Page(
        this IQueryable<Release> releases, string sort, Cursor? cursor, int rows, CancellationToken ct)
    {
        if (NameOf(sort) != Interval)
            return await releases.Placed(sort, cursor).Take(rows).ToListAsync(ct);
        var isPast = cursor is { Value: null };
        var page = isPast ? [] : await releases.Where(release => release.From != null).Placed(sort, cursor).Take(rows).ToListAsync(ct);
        if (page.Count < rows)
            page.AddRange(await releases.Where(release => release.From == null)
                .Placed(NewestFirst, isPast ? cursor : null).Take(rows - page.Count).ToListAsync(ct));
        return page;
    }

    public static Cursor After(ListReleases.Item last, string list, string sort) => new(
        list,
        NameOf(sort) switch
        {
            "ref" => null,
            Interval => last.From is { } from ? Text(from) : null,
            _ => Text(last.UpdatedAt),
        },
        ReleaseRef.Number(last.Ref)!.Value);

    internal static IQueryable<Release> Placed(this IQueryable<Release> releases, string sort, Cursor? cursor)
    {
        var (column, isDown, number) = (Columns[NameOf(sort)], IsDown(sort), (int?)cursor?.Tie);
        if (column is null)
            return isDown
                ? releases.Where(release => number == null || release.Number < number).OrderByDescending(release => release.Number)
                : releases.Where(release => number == null || release.Number > number).OrderBy(release => release.Number);
        if (cursor?.Moment is { } at)
        {
            // In this form both databases walk the index from the place on; "a < x or (a = x and …)" makes them read it all.
            releases = isDown
                ? releases.Where(release => EF.Property<DateTimeOffset?>(release, column) <= at
                    && (EF.Property<DateTimeOffset?>(release, column) < at || release.Number < number))
                : releases.Where(release => EF.Property<DateTimeOffset?>(release, column) >= at
                    && (EF.Property<DateTimeOffset?>(release, column) > at || release.Number > number));
        }
        return isDown
            ? releases.OrderByDescending(release => EF.Property<DateTimeOffset?>(release, column)).ThenByDescending(release => release.Number)
            : releases.OrderBy(release => EF.Property<DateTimeOffset?>(release, column)).ThenBy(release => release.Number);
    }

    private static string Text(DateTimeOffset moment) => moment.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    private static bool IsDown(string sort) => sort.StartsWith('-');

    private static string NameOf(string sort) => IsDown(sort) ? sort[1..] : sort;
}
