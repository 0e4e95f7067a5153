using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Tenancy;

namespace Sluice.Kernel.Persistence;

/// <summary>
/// What the database itself refuses, computed from the model so that no new table can be forgotten: rows of other tenants
/// (PostgreSQL), and rewriting of ledger and facts (both). Applied after every migration; applying it twice alters nothing.
/// </summary>
public static class DatabaseGuards
{
    /// <summary>The role that requests run as: owns nothing, so row security holds for it.</summary>
    public const string AppRole = "sluice_app";

    private const string TenantIsSet = "tenant_id = nullif(current_setting('sluice.tenant', true), '')::uuid";

    /// <param name="owner">Of the schema, open.</param>
    /// <remarks>Guards that stand are left alone: renewing one locks its table, and other nodes may be at work.</remarks>
    public static async Task Apply(AppDb db, DbConnection owner)
    {
        var standing = await StandingGuards.Look(owner, db.IsPostgres);
        if (!db.IsPostgres)
        {
            await ApplyAtOnce(owner, Sqlite(db).Where(trigger => !standing.Has(trigger.Name, trigger.Create))
                .SelectMany(trigger => new[] { $"drop trigger if exists {trigger.Name}", trigger.Create }));
            return;
        }
        await ApplyAtOnce(owner, Functions(db));
        // Table by table: nodes that wait for two of them might never end.
        foreach (var (table, entity) in Tables(db))
        {
            List<string> statements = [.. Postgres(db, table, entity)];
            if (!standing.Has(table, string.Join(";\n", statements)))
                await ApplyAtOnce(owner, [LockFirst(table), .. statements, StandingGuards.Mark(table, string.Join(";\n", statements))]);
        }
    }

    // A grant writes the table's row in the catalogue, which an ANALYZE waits for while holding the table that we ask for next.
    private static string LockFirst(string table) => $"lock table \"{table}\" in access exclusive mode";

    /// <summary>Nobody is to find a table without its guards.</summary>
    private static async Task ApplyAtOnce(DbConnection owner, IEnumerable<string> statements)
    {
        if (string.Join(";\n", statements) is not { Length: > 0 } all)
            return;
        await using var transaction = await owner.BeginTransactionAsync();
        await using var command = owner.CreateCommand();
        (command.CommandText, command.Transaction) = (all, transaction);
        await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    internal static IEnumerable<(string Table, Type Entity)> Tables(AppDb db) =>
        db.Model.GetEntityTypes().Where(entity => !entity.IsOwned() && entity.GetTableName() is not null)
            .Select(entity => (entity.GetTableName()!, entity.ClrType)).Distinct();

    private static IEnumerable<List<string>> UniqueColumns(AppDb db, Type entity)
    {
        var type = db.Model.FindEntityType(entity)!;
        return type.GetKeys().Select(key => key.Properties)
            .Concat(type.GetIndexes().Where(index => index.IsUnique).Select(index => index.Properties))
            .Select(columns => columns.Select(column => column.GetColumnName()).ToList());
    }

    private static bool IsWrittenOnce(Type entity) => entity.IsAssignableTo(typeof(IWrittenOnce));

    private static bool IsKept(Type entity) => !entity.IsAssignableTo(typeof(IIndexRow));

    private static List<string> Columns(AppDb db, Type entity, bool redactable) =>
        [.. db.Model.FindEntityType(entity)!.GetProperties().Where(column => column.IsRedactable() == redactable)
            .Select(column => column.GetColumnName())];

    private static IEnumerable<string> Functions(AppDb db)
    {
        yield return $"grant usage on schema public to {AppRole}";
        // Views show each tenant its own rows of what nobody reaches otherwise.
        foreach (var view in db.Model.GetEntityTypes().Select(entity => entity.GetViewName()).OfType<string>())
        {
            yield return $"grant select on \"{view}\" to {AppRole}";
            yield return Hide(view, Tables(db).Select(table => table.Table));
        }
        yield return $"""grant select on "__EFMigrationsHistory" to {AppRole}"""; // to say whether it is ready
        yield return """
            create or replace function sluice_written_once() returns trigger language plpgsql as
            $$ begin raise exception '% is written once', tg_table_name; end $$
            """;
        yield return """
            create or replace function sluice_redacted_only() returns trigger language plpgsql as
            $$ begin
              if to_jsonb(new) - tg_argv is distinct from to_jsonb(old) - tg_argv or exists (
                select from unnest(tg_argv) redacted
                where to_jsonb(new) -> redacted <> 'null' and to_jsonb(new) -> redacted is distinct from to_jsonb(old) -> redacted)
              then raise exception '% is written once: redacted or left alone', tg_table_name; end if;
              return new;
            end $$
            """;
    }

    /// <summary>Tables behind a view that stand in no model, and so have no guards of their own: nobody's but their owner's.</summary>
    private static string Hide(string view, IEnumerable<string> guarded) => $"""
        do $hide$ declare hidden text; begin
          for hidden in
            select distinct c.relname from pg_rewrite r
            join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid and d.refclassid = 'pg_class'::regclass
            join pg_class c on c.oid = d.refobjid and c.relkind in ('r', 'p')
            where r.ev_class = '"{view}"'::regclass and c.relname not in ({string.Join(", ", guarded.Select(table => $"'{table}'"))})
              and (has_table_privilege('{AppRole}', c.oid, 'select, insert, update, delete, truncate, references, trigger')
                or has_any_column_privilege('{AppRole}', c.oid, 'select, insert, update, references'))
          loop
            execute format('revoke all on %I from public, {AppRole}', hidden);
          end loop;
        end $hide$
        """;

    private static IEnumerable<string> Postgres(AppDb db, string table, Type entity)
    {
        var redactable = Columns(db, entity, redactable: true);
        var writes = !IsWrittenOnce(entity) ? "insert, update"
            : redactable.Count > 0 ? $"insert, update ({string.Join(", ", redactable.Select(column => $"\"{column}\""))})" : "insert";
        yield return $"revoke all on \"{table}\" from {AppRole}";
        yield return $"grant select, {writes}{(IsKept(entity) ? "" : ", delete")} on \"{table}\" to {AppRole}";
        if (entity.IsAssignableTo(typeof(ITenantOwned)))
        {
            yield return $"alter table \"{table}\" enable row level security";
            yield return $"alter table \"{table}\" force row level security";
            yield return $"drop policy if exists tenant on \"{table}\"";
            yield return $"create policy tenant on \"{table}\" using ({TenantIsSet}) with check ({TenantIsSet})";
        }
        if (IsWrittenOnce(entity))
            yield return $"""
                create or replace trigger written_once before {(redactable.Count > 0 ? "" : "update or ")}delete or truncate
                on "{table}" for each statement execute function sluice_written_once()
                """;
        if (redactable.Count > 0)
            yield return $"""
                create or replace trigger redacted_only before update on "{table}"
                for each row execute function sluice_redacted_only({string.Join(", ", redactable.Select(column => $"'{column}'"))})
                """;
    }

    private static IEnumerable<(string Name, string Create)> Sqlite(AppDb db)
    {
        foreach (var (table, entity) in Tables(db).Where(table => IsWrittenOnce(table.Entity)))
        {
            // "insert or replace" deletes what is in its way, and asks no trigger for deletes about it.
            foreach (var (place, columns) in UniqueColumns(db, entity).Index())
                yield return Trigger($"{table}_no_replace_{place}", $"""
                    before insert on "{table}"
                    when exists (select 1 from "{table}" where {string.Join(" and ", columns.Select(column => $"{column} = new.{column}"))})
                    begin select raise(abort, 'UNIQUE constraint failed: {table} is written once'); end
                    """);
            yield return Trigger($"{table}_no_delete", $"""
                before delete on "{table}"
                begin select raise(abort, '{table} is written once'); end
                """);
            yield return Trigger($"{table}_no_update", Columns(db, entity, redactable: true) is { Count: > 0 } redactable
                ? $"""
                    before update on "{table}"
                    when {Rewrites(Columns(db, entity, redactable: false), redactable)}
                    begin select raise(abort, '{table} is written once: redacted or left alone'); end
                    """
                : $"""
                    before update on "{table}"
                    begin select raise(abort, '{table} is written once'); end
                    """);
        }
    }

    private static (string Name, string Create) Trigger(string name, string rule) => (name, $"CREATE TRIGGER {name} {rule}");

    private static string Rewrites(List<string> kept, List<string> redactable) => string.Join(" or ",
    [
        .. kept.Select(column => $"new.\"{column}\" is not old.\"{column}\""),
        .. redactable.Select(column => $"(new.\"{column}\" is not null and new.\"{column}\" is not old.\"{column}\")"),
    ]);
}
