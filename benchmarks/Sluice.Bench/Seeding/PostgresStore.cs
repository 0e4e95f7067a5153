using System.Globalization;
using System.Text.Json;
using Npgsql;

namespace Sluice.Bench.Seeding;

internal sealed class PostgresStore : IStore, IAsyncDisposable
{
    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create("\\\t\n\r");
    private readonly NpgsqlConnection connected;
    private readonly Dictionary<string, long> grown = [];

    private PostgresStore(NpgsqlConnection connected) => this.connected = connected;

    public required string Tenant { get; init; }

    public required IReadOnlyList<Table> Tables { get; init; }

    public static async Task<PostgresStore> Open(string connection)
    {
        var connected = new NpgsqlConnection(connection);
        await connected.OpenAsync();
        var tables = await Texts(connected, """
            select c.relname, (select string_agg(a.attname, ',' order by a.attnum) from pg_attribute a
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped),
              (select string_agg(a.attname, ',') from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
              where i.indrelid = c.oid and i.indisprimary)
            from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
              and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id')
            order by exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'), c.relname
            """);
        var tenant = await Texts(connected, "select id::text from organisation where key = 'demo'");
        return new(connected)
        {
            Tenant = tenant[0][0]!,
            Tables = [.. tables.Select(row => new Table(row[0]!, row[1]!.Split(','), row[2]!.Split(',')))],
        };
    }

    public Task<List<string?[]>> Rows(Table table) => Texts(
        connected, $"select {string.Join(", ", table.Columns.Select(column => Table.Quoted(column) + "::text"))} from {Table.Quoted(table.Name)}");

    public async Task Insert(Table table, IEnumerable<string?[]> rows)
    {
        await using var copy = await connected.BeginTextImportAsync($"copy {Table.Quoted(table.Name)} ({table.ColumnList}) from stdin");
        foreach (var row in rows)
        {
            for (var at = 0; at < row.Length; at++)
            {
                if (at > 0)
                    await copy.WriteAsync('\t');
                await copy.WriteAsync(row[at] is { } text ? Escaped(text) : @"\N");
            }
            await copy.WriteAsync('\n');
            grown[table.Name] = grown.GetValueOrDefault(table.Name) + 1;
        }
    }

    public async Task<int> TakeNumbers(int count)
    {
        var next = await Texts(connected, $"""
            with first as (select coalesce(max(next), 1) as next from reference_block where tenant_id = '{Tenant}'), taken as (
              insert into reference_block (tenant_id, prefix, next)
              select '{Tenant}'::uuid, prefix, first.next + {count} from first, (values ('CHG'), ('REL')) as both_kinds (prefix)
              on conflict (tenant_id, prefix) do update set next = excluded.next)
            select next::text from first
            """);
        return int.Parse(next[0][0]!, CultureInfo.InvariantCulture);
    }

    public string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff+00", CultureInfo.InvariantCulture);

    public DateTimeOffset Moment(string stored) => DateTimeOffset.Parse(stored, CultureInfo.InvariantCulture);

    public async Task BeginNoting()
    {
        await Run("""
            create table bench_note (id bigserial, place text, before jsonb, after jsonb);
            create function bench_note() returns trigger language plpgsql security definer as $$ begin
              insert into public.bench_note (place, before, after)
              values (tg_table_name, case when tg_op = 'UPDATE' then to_jsonb(old) end, to_jsonb(new));
              return null;
            end $$
            """);
        foreach (var table in Tables)
            await Run($"create trigger bench_note after insert or update on {Table.Quoted(table.Name)} for each row execute function bench_note()");
    }

    public async Task<List<RowMove>> TakeNotes()
    {
        var notes = await Texts(connected, "select place, before::text, after::text from bench_note order by id");
        await Run("delete from bench_note");
        return notes.ConvertAll(note => new RowMove(note[0]!, note[1] is { } before ? Fields(before) : null, Fields(note[2]!)));
    }

    public async Task EndNoting()
    {
        foreach (var table in Tables)
            await Run($"drop trigger bench_note on {Table.Quoted(table.Name)}");
        await Run("drop function bench_note(); drop table bench_note");
    }

    public async Task Settle()
    {
        await Run("vacuum analyze");
        await Run("checkpoint");
        grown.Clear();
    }

    // By autovacuum's own rule and default settings: PostgreSQL's manual, "Updating Planner Statistics".
    public async Task CountWhatGrew()
    {
        foreach (var (table, rows) in grown.ToList())
        {
            var counted = await Texts(connected, $"select reltuples::bigint::text from pg_class where oid = '{Table.Quoted(table)}'::regclass");
            if (rows <= 50 + (0.1 * long.Parse(counted[0][0]!, CultureInfo.InvariantCulture)))
                continue;
            await Run($"analyze {Table.Quoted(table)}");
            grown.Remove(table);
        }
    }

    public async Task OutboxIsSent()
    {
        var waiting = $"select 'x' from outbox where lease_until is null or lease_until <> '{Moment(FloorOutbox.LeaseUntil)}' limit 1";
        for (var left = FloorOutbox.MostLooks; left > 0 && await Texts(connected, waiting) is not []; left--)
            await Task.Delay(FloorOutbox.Look);
    }

    public Task ClearFloorOutbox() => Run($"delete from outbox where lease_until = '{Moment(FloorOutbox.LeaseUntil)}'");

    public ValueTask DisposeAsync() => connected.DisposeAsync();

    /// <summary>As both databases tell it: every value as its text.</summary>
    internal static Dictionary<string, string?> Fields(string json)
    {
        using var row = JsonDocument.Parse(json);
        return row.RootElement.EnumerateObject().ToDictionary(
            field => field.Name, field => field.Value.ValueKind is JsonValueKind.Null ? null : field.Value.ToString());
    }

    private async Task Run(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connected);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<List<string?[]>> Texts(NpgsqlConnection connected, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connected);
        await using var rows = await command.ExecuteReaderAsync();
        var texts = new List<string?[]>();
        while (await rows.ReadAsync())
            texts.Add([.. Enumerable.Range(0, rows.FieldCount).Select(column => rows.IsDBNull(column) ? null : rows.GetString(column))]);
        return texts;
    }

    private static string Escaped(string text) => !text.AsSpan().ContainsAny(Special) ? text
        : text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\t", @"\t", StringComparison.Ordinal)
            .Replace("\n", @"\n", StringComparison.Ordinal).Replace("\r", @"\r", StringComparison.Ordinal);
}
