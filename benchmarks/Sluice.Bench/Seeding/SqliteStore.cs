using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Sluice.Bench.Seeding;

internal sealed class SqliteStore : IStore, IAsyncDisposable
{
    // Sluice waits that long at most; the file is locked while rows go in.
    private const int RowsAtOnce = 5_000;
    private const string Note = "bench_note";
    private readonly SqliteConnection connected;

    private SqliteStore(SqliteConnection connected) => this.connected = connected;

    public required string Tenant { get; init; }

    public required IReadOnlyList<Table> Tables { get; init; }

    public static async Task<SqliteStore> Open(string file)
    {
        // Without foreign keys it does not matter which table comes first.
        var connected = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = false, DefaultTimeout = 30 }.ToString());
        await connected.OpenAsync();
        var columns = await Texts(connected, """
            select t.name, c.name, c.pk from sqlite_master t join pragma_table_info(t.name) c
            where t.type = 'table' and exists (select 1 from pragma_table_info(t.name) where name = 'tenant_id')
            order by t.name, c.cid
            """);
        var tenant = await Texts(connected, "select id from organisation where key = 'demo'");
        return new(connected)
        {
            Tenant = tenant[0][0]!,
            Tables = [.. columns.GroupBy(column => column[0]!).Select(table => new Table(
                table.Key, [.. table.Select(column => column[1]!)], [.. table.Where(column => column[2] != "0").Select(column => column[1]!)]))],
        };
    }

    public Task<List<string?[]>> Rows(Table table) => Texts(connected, $"select {table.ColumnList} from {Table.Quoted(table.Name)}");

    public async Task Insert(Table table, IEnumerable<string?[]> rows)
    {
        foreach (var some in rows.Chunk(RowsAtOnce))
        {
            await using var transaction = connected.BeginTransaction();
            await using var command = connected.CreateCommand();
            command.Transaction = transaction;
            command.CommandText =
                $"insert into {Table.Quoted(table.Name)} ({table.ColumnList}) values ({string.Join(", ", table.Columns.Select((_, at) => $"${at}"))})";
            for (var at = 0; at < table.Columns.Count; at++)
                command.Parameters.Add(new($"${at}", null));
            foreach (var row in some)
            {
                for (var at = 0; at < row.Length; at++)
                    command.Parameters[at].Value = (object?)row[at] ?? DBNull.Value;
                await command.ExecuteNonQueryAsync();
            }
            await transaction.CommitAsync();
        }
    }

    public async Task<int> TakeNumbers(int count)
    {
        var first = await Texts(connected, $"select coalesce(max(next), 1) from reference_block where tenant_id = '{Tenant}'");
        var next = int.Parse(first[0][0]!, CultureInfo.InvariantCulture);
        foreach (var prefix in (string[])["CHG", "REL"])
            await Run($"insert into reference_block (tenant_id, prefix, next) values ('{Tenant}', '{prefix}', {next + count}) "
                + "on conflict (tenant_id, prefix) do update set next = excluded.next");
        return next;
    }

    public string Moment(DateTimeOffset at) => (at.UtcTicks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture);

    public DateTimeOffset Moment(string stored) =>
        new(long.Parse(stored, CultureInfo.InvariantCulture) * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    public async Task BeginNoting()
    {
        await Run($"create table {Note} (id integer primary key, place text, before text, after text)");
        foreach (var table in Tables)
            foreach (var (act, before) in ((string, string)[])[("insert", "null"), ("update", AsJson(table, "old"))])
                await Run($"create trigger {Note}_{table.Name}_{act} after {act} on {Table.Quoted(table.Name)} begin "
                    + $"insert into {Note} (place, before, after) values ('{table.Name}', {before}, {AsJson(table, "new")}); end");
    }

    public async Task<List<RowMove>> TakeNotes()
    {
        var notes = await Texts(connected, $"select place, before, after from {Note} order by id");
        await Run($"delete from {Note}");
        return notes.ConvertAll(note => new RowMove(
            note[0]!, note[1] is { } before ? PostgresStore.Fields(before) : null, PostgresStore.Fields(note[2]!)));
    }

    public async Task EndNoting()
    {
        foreach (var table in Tables)
            foreach (var act in (string[])["insert", "update"])
                await Run($"drop trigger {Note}_{table.Name}_{act}");
        await Run($"drop table {Note}");
    }

    public Task Settle() => Run("analyze");

    // SQLite plans by nothing but what ANALYZE once left, and nobody calls it unasked.
    public Task CountWhatGrew() => Task.CompletedTask;

    public async Task OutboxIsSent()
    {
        var waiting = $"select 1 from outbox where lease_until is null or lease_until <> {Moment(FloorOutbox.LeaseUntil)} limit 1";
        for (var left = FloorOutbox.MostLooks; left > 0 && await Texts(connected, waiting) is not []; left--)
            await Task.Delay(FloorOutbox.Look);
    }

    public Task ClearFloorOutbox() => Run($"delete from outbox where lease_until = {Moment(FloorOutbox.LeaseUntil)}");

    public ValueTask DisposeAsync() => connected.DisposeAsync();

    private static string AsJson(Table table, string row) =>
        $"json_object({string.Join(", ", table.Columns.Select(column => $"'{column}', {row}.{Table.Quoted(column)}"))})";

    private async Task Run(string sql)
    {
        await using var command = connected.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<List<string?[]>> Texts(SqliteConnection connected, string sql)
    {
        await using var command = connected.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync();
        var texts = new List<string?[]>();
        while (await rows.ReadAsync())
            texts.Add([.. Enumerable.Range(0, rows.FieldCount).Select(column =>
                rows.IsDBNull(column) ? null : Convert.ToString(rows.GetValue(column), CultureInfo.InvariantCulture))]);
        return texts;
    }
}
