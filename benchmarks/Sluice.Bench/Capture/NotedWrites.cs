using System.Globalization;
using Sluice.Bench.Floor;
using Sluice.Bench.Seeding;

namespace Sluice.Bench.Capture;

/// <summary>The floor's statements for the rows that one act of Sluice's has written.</summary>
internal static class NotedWrites
{
    /// <param name="number">Of the act's subject, a copy; or of the change that it has made.</param>
    public static IReadOnlyList<Statement> For(IStore store, IEnumerable<RowMove> moves, int number)
    {
        var marks = new Marks(store.Tenant, number, number);
        return [.. moves.Where(move => !IsAfterwards(move) && !IsTriggered(move)).Select(move => For(store, move, marks))];
    }

    /// <summary>Sending what is in the outbox is no part of the act; the floor sends nothing.</summary>
    private static bool IsAfterwards(RowMove move) => move is { Table: "outbox", Before: not null } or { Table: "reference_block" };

    /// <summary>What the database writes of itself beside a change, it writes beside the floor's too; nobody else may.</summary>
    private static bool IsTriggered(RowMove move) => move.Table == "change_title";

    private static Statement For(IStore store, RowMove move, Marks marks)
    {
        var (table, after) = (store.Tables.First(table => table.Name == move.Table), move.After);
        if (move.Table == "outbox")
            after["lease_until"] = store.Moment(FloorOutbox.LeaseUntil);
        if (move.Table == "stored_reply")
            after["call"] = HoledText.KeyHash.ToString();
        if (move.Before is not { } before)
            return new(
                $"insert into {Table.Quoted(table.Name)} ({table.ColumnList}) values ({string.Join(", ", table.Columns.Select((_, at) => $"${at + 1}"))})",
                [.. table.Columns.Select(column => Holed(after[column], column, marks))]);

        var altered = table.Columns.Where(column => before[column] != after[column]).ToList();
        return new(
            $"update {Table.Quoted(table.Name)} set {Each(altered, 1, ", ")} where {Each(table.Key, altered.Count + 1, " and ")}",
            [.. altered.Concat(table.Key).Select(column => Holed(after[column], column, marks))]);
    }

    private static string Each(IEnumerable<string> columns, int first, string between) =>
        string.Join(between, columns.Select((column, at) => $"{Table.Quoted(column)} = ${at + first}"));

    private static string? Holed(string? text, string column, Marks marks) =>
        text is null ? null : RowTemplate.Holed(text, column, marks, id => Holed(id, marks));

    /// <summary>A copy's own ids end in its number; the others are new with this act.</summary>
    private static string Holed(string id, Marks marks) => RowTemplate.WithHole(
        id, id.EndsWith(marks.Change!.Value.ToString("D12", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            ? HoledText.Id : HoledText.FreshId);
}
