using System.Data.Common;
using System.Security.Cryptography;
using System.Text;

namespace Sluice.Kernel.Persistence;

/// <summary>Which of the database's guards stand as they were last put up: what was altered by anybody since does not count.</summary>
/// <remarks>
/// SQLite keeps a trigger's text word for word. PostgreSQL writes expressions its own way, so each table carries a mark (its
/// comment): the digest of the statements that guard it, and of what the catalogue said when they had run.
/// </remarks>
internal sealed class StandingGuards
{
    private const string Seen = """
        concat_ws('|', c.relowner::regrole, c.relrowsecurity, c.relforcerowsecurity, c.relacl,
          (select string_agg(concat_ws(' ', a.attname, a.attacl), ',' order by a.attnum)
           from pg_attribute a where a.attrelid = c.oid and a.attacl is not null),
          (select string_agg(concat_ws(' ', p.polname, p.polcmd, p.polpermissive, p.polroles,
             pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)), ',' order by p.polname)
           from pg_policy p where p.polrelid = c.oid),
          (select string_agg(concat_ws(' ', t.tgenabled, pg_get_triggerdef(t.oid)), ',' order by t.tgname)
           from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal))
        """;

    private const string PostgresMarks = $"""
        select c.relname, coalesce(obj_description(c.oid, 'pg_class'), ''), md5({Seen})
        from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        """;

    private const string SqliteTriggers = "select name, sql, '' from sqlite_master where type = 'trigger'";

    private readonly Dictionary<string, (string Mark, string Seen)> known = [];
    private readonly bool isPostgres;

    private StandingGuards(bool isPostgres) => this.isPostgres = isPostgres;

    public static async Task<StandingGuards> Look(DbConnection owner, bool isPostgres)
    {
        var standing = new StandingGuards(isPostgres);
        await using var command = owner.CreateCommand();
        command.CommandText = isPostgres ? PostgresMarks : SqliteTriggers;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            standing.known[reader.GetString(0)] = (reader.GetString(1), reader.GetString(2));
        return standing;
    }

    /// <param name="name">Of a table (PostgreSQL) or of a trigger (SQLite).</param>
    /// <param name="statements">That put its guards up.</param>
    public bool Has(string name, string statements) => known.TryGetValue(name, out var found)
        && found.Mark == (isPostgres ? $"guarded: {DigestOf(statements)} {found.Seen}" : statements);

    /// <returns>To run after <paramref name="statements"/>, in their transaction.</returns>
    public static string Mark(string table, string statements) => $"""
        do $mark$ begin
          execute (select format('comment on table %I is %L', c.relname, 'guarded: {DigestOf(statements)} ' || md5({Seen}))
                   from pg_class c where c.oid = '"{table}"'::regclass);
        end $mark$
        """;

    private static string DigestOf(string statements) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(statements)));
}
