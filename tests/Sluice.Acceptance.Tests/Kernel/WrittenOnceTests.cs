using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Kernel.Tenancy;

namespace Sluice.Acceptance.Tests.Kernel;

/// <summary>What the code refuses to do to history, and what the database refuses whoever asks.</summary>
public sealed class WrittenOnceTests
{
    private const string Triggered = "is written once";

    [Theory, ClassData(typeof(BothStores))]
    public async Task Saving_a_record_that_noted_no_act_throws(Store store)
    {
        await using var scope = await (await RunningSluice.On(store)).ScopeOf("requester");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var person = await db.Set<Person>().FirstAsync();

        db.Entry(person).Property(known => known.Name).CurrentValue = "Somebody else";

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        Assert.Contains("without an act", thrown.Message, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Deleting_throws(Store store)
    {
        await using var scope = await (await RunningSluice.On(store)).ScopeOf("requester");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();

        db.Remove(await db.Set<Person>().FirstAsync());

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        Assert.Contains("Nothing is deleted", thrown.Message, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Altering_a_ledger_row_throws(Store store)
    {
        await using var scope = await (await RunningSluice.On(store)).ScopeOf("requester");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();

        db.Entry(await db.Ledger.FirstAsync()).Property(row => row.Act).CurrentValue = "nothing.happened";

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        Assert.Contains("written once", thrown.Message, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Database_refuses_to_alter_ledger_and_facts_even_for_its_owner(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        await (await sluice.As("requester")).Post("/changes", Samples.Change("So that there is a fact"));
        await using var connection = await AsOwner(sluice);

        foreach (var statement in (string[])
                 [
                     "update ledger_entry set act = 'nothing.happened'", "delete from ledger_entry",
                     "update change_snapshot set ref = 'CHG-1'", "delete from change_snapshot",
                     "update change_snapshot set title = 'Another'", "update change_snapshot set title = null, revision = 9",
                 ])
            Assert.Contains(Triggered, await Refusal(connection, statement), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task No_table_that_is_written_once_lacks_its_triggers(Store store)
    {
        var sluice = await RunningSluice.On(store);
        await using var scope = await sluice.ScopeOf("requester");
        var tables = DatabaseGuards.Tables(scope.ServiceProvider.GetRequiredService<AppDb>())
            .Where(table => table.Entity.IsAssignableTo(typeof(IWrittenOnce))).Select(table => table.Table).ToList();
        await using var connection = await AsOwner(sluice);

        Assert.Contains("ledger_entry", tables);
        foreach (var table in tables)
            Assert.True(await Count(connection, store is Store.Sqlite
                ? $"select count(*) from sqlite_master where type = 'trigger' and tbl_name = '{table}' and name like '%\\_no\\_%' escape '\\'"
                : $"select 3 * count(*) from pg_trigger where tgrelid = '\"{table}\"'::regclass and tgname = 'written_once' and tgenabled = 'O'") >= 3,
                table);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Guards_that_stand_are_left_alone_while_others_are_at_work(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        await using var scope = await sluice.ScopeOf("requester");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await using var reading = await AsOwner(sluice);
        await using var owner = await AsOwner(sluice);
        await using var busy = await reading.BeginTransactionAsync();
        await Run(reading, store is Store.Sqlite
            ? "update organisation set name = name" // somebody writes: nobody else may
            : $"lock table {string.Join(", ", DatabaseGuards.Tables(db).Select(table => $"\"{table.Table}\""))} in access share mode");

        await Run(owner, store is Store.Sqlite ? "pragma busy_timeout = 200" : "set lock_timeout = '200ms'");
        await DatabaseGuards.Apply(db, owner);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task A_guard_that_was_taken_down_stands_again_after_the_next_start(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        await using var scope = await sluice.ScopeOf("requester");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await using var owner = await AsOwner(sluice);

        foreach (var damage in store is Store.Sqlite
                     ? ["drop trigger ledger_entry_no_update", "drop trigger change_snapshot_no_delete"]
                     : (string[])
                     [
                         "alter table change no force row level security", "alter table change disable row level security",
                         "alter policy tenant on change using (true)", "alter table ledger_entry disable trigger written_once",
                         "drop trigger redacted_only on change_snapshot", $"grant delete on ledger_entry to {DatabaseGuards.AppRole}",
                         $"grant update (act) on ledger_entry to {DatabaseGuards.AppRole}",
                         $"grant select on change_title to {DatabaseGuards.AppRole}", "grant insert on change_title to public",
                         $"grant select (title_folded) on change_title to {DatabaseGuards.AppRole}",
                     ])
        {
            var before = await Guards(owner, store);
            await Run(owner, damage);
            Assert.NotEqual(before, await Guards(owner, store));

            await DatabaseGuards.Apply(db, owner);

            Assert.Equal(before, await Guards(owner, store));
        }
    }

    private static async Task<string> Guards(DbConnection owner, Store store)
    {
        await using var command = owner.CreateCommand();
        command.CommandText = store is Store.Sqlite
            ? "select group_concat(sql) from (select sql from sqlite_master where type = 'trigger' order by name)"
            : """
              select concat((select string_agg(concat(relname, relrowsecurity, relforcerowsecurity, relacl), ',' order by relname) from pg_class where relkind = 'r'),
                (select string_agg(concat(attname, attacl), ',' order by attrelid, attnum) from pg_attribute where attacl is not null),
                (select string_agg(concat(polname, pg_get_expr(polqual, polrelid)), ',' order by polrelid) from pg_policy),
                (select string_agg(concat(pg_get_triggerdef(oid), tgenabled), ',' order by tgrelid, tgname) from pg_trigger where not tgisinternal))
              """;
        return (string)(await command.ExecuteScalarAsync())!;
    }

    [Fact]
    public async Task Sqlite_cannot_be_tricked_into_replacing_a_row()
    {
        await using var sluice = await RunningSluice.New(Store.Sqlite);
        await using var connection = await AsOwner(sluice);

        var refused = await Refusal(connection, """
            insert or replace into ledger_entry (tenant_id, record, sequence, actor, act, at, body, hash)
            select tenant_id, record, sequence, actor, 'nothing.happened', at, body, hash from ledger_entry limit 1
            """);

        Assert.Contains(Triggered, refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Application_has_no_right_to_alter_ledger_and_facts()
    {
        await using var sluice = await RunningSluice.New(Store.Postgres);
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(sluice.Database.Connection)
        {
            Options = $"-c role={DatabaseGuards.AppRole}", Pooling = false,
        }.ToString());
        await connection.OpenAsync();

        foreach (var statement in (string[])
                 [
                     "update ledger_entry set act = 'nothing.happened'", "delete from ledger_entry", "truncate ledger_entry",
                     "delete from change_snapshot", "update change_snapshot set revision = 9", "delete from person", "alter table ledger_entry disable trigger all",
                     "alter table person disable row level security",
                 ])
            Assert.Matches("permission denied|must be owner", await Refusal(connection, statement));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Kept_text_is_taken_away_or_left_alone(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        await using (var scope = await sluice.ScopeOf("requester"))
        {
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Add(new LedgerText(scope.ServiceProvider.GetRequiredService<CurrentTenant>().Id, "TEST-1", 1, []));
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }
        await using var connection = await AsOwner(sluice);

        Assert.Contains("redacted or left alone", await Refusal(connection, "update ledger_text set texts = '[1]' where record = 'TEST-1'"), StringComparison.Ordinal);
        Assert.Contains("redacted or left alone", await Refusal(connection, "update ledger_text set record = 'TEST-2' where record = 'TEST-1'"), StringComparison.Ordinal);
        Assert.NotEmpty(await Refusal(connection, "delete from ledger_text where record = 'TEST-1'"));
        Assert.Empty(await Refusal(connection, "update ledger_text set texts = null where record = 'TEST-1'"));
    }

    /// <summary>As the schema's owner, whom row security would bind: told the demo's tenant, and past it where the statement says so.</summary>
    private static async Task<DbConnection> AsOwner(RunningSluice sluice)
    {
        DbConnection connection = sluice.Database.Connection is { } postgres
            ? new NpgsqlConnection(postgres)
            : new SqliteConnection($"Data Source={Path.Combine(sluice.Database.Folder.FullName, "sluice.db")}");
        await connection.OpenAsync();
        if (connection is NpgsqlConnection)
        {
            await using var scope = await sluice.ScopeOf("requester");
            await Run(connection, $"select set_config('sluice.tenant', '{scope.ServiceProvider.GetRequiredService<CurrentTenant>().Id.Value}', false)");
        }
        return connection;
    }

    private static async Task<string> Refusal(DbConnection connection, string statement)
    {
        try
        {
            await Run(connection, statement);
            return "";
        }
        catch (DbException refused)
        {
            return refused.Message;
        }
    }

    private static async Task Run(DbConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> Count(DbConnection connection, string query)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
