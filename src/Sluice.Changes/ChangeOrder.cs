using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;

namespace Sluice.Changes;

/// <summary>What a list of changes can be sorted by: each has an index that is walked from where the last page ended.</summary>
internal static class ChangeOrder
{
    public const string NewestFirst = "-ref";

    private static readonly Dictionary<string, string?> Columns = new()
    {
        ["ref"] = null, ["updated"] = nameof(Change.UpdatedAt), ["from"] = nameof(Change.RequestedFrom),
    };

    public static IEnumerable<Reason> Against(string sort)
    {
        if (!Columns.ContainsKey(NameOf(sort)))
            yield return Reason.Invalid(
                "sort.unknown", $"Sort by {string.Join(", ", Columns.Keys)}, or with - in front the other way round.", "/sort");
    }

    public static bool IsPlace(Cursor? cursor, string sort) => cursor is null || ColumnOf(sort) is null || cursor.Moment is not null;

    /// <summary>Sorted, from the place on where the page before ended.</summary>
    public static IQueryable<Change> Placed(this IQueryable<Change> changes, string sort, Cursor? cursor)
    {
        var (column, isDown, number) = (ColumnOf(sort), IsDown(sort), (int?)cursor?.Tie);
        if (column is null)
            return isDown
                ? changes.Where(change => number == null || change.Number < number).OrderByDescending(change => change.Number)
                : changes.Where(change => number == null || change.Number > number).OrderBy(change => change.Number);
        if (cursor?.Moment is { } at)
        {
            // In this form both databases walk the index from the place on; "a < x or (a = x and …)" makes them read it all.
            changes = isDown
                ? changes.Where(change => EF.Property<DateTimeOffset>(change, column) <= at
                    && (EF.Property<DateTimeOffset>(change, column) < at || change.Number < number))
                : changes.Where(change => EF.Property<DateTimeOffset>(change, column) >= at
                    && (EF.Property<DateTimeOffset>(change, column) > at || change.Number > number));
        }
        return isDown
            ? changes.OrderByDescending(change => EF.Property<DateTimeOffset>(change, column)).ThenByDescending(change => change.Number)
            : changes.OrderBy(change => EF.Property<DateTimeOffset>(change, column)).ThenBy(change => change.Number);
    }

    public static Cursor After(ListChanges.Item last, string list, string sort) => new(
        list,
        ColumnOf(sort) switch
        {
            null => null,
            nameof(Change.UpdatedAt) => Text(last.UpdatedAt),
            _ => Text(last.RequestedWindow.From!.Value),
        },
        ChangeRef.Number(last.Ref)!.Value);

    private static string Text(DateTimeOffset moment) => moment.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    private static bool IsDown(string sort) => sort.StartsWith('-');

    private static string NameOf(string sort) => IsDown(sort) ? sort[1..] : sort;

    private static string? ColumnOf(string sort) => Columns.GetValueOrDefault(NameOf(sort));
}
