using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Sluice.Kernel.Persistence;

namespace Sluice.Web.Hosting;

/// <summary>SQLite in a file, or PostgreSQL: the same model, a migration folder each.</summary>
internal static class DatabaseChoice
{
    private const int SqliteBusySeconds = 5;

    public static void Use(DbContextOptionsBuilder database, LaunchOptions options)
    {
        if (options.IsPostgres)
            Postgres(database, Unprivileged(options.Connection!));
        else
            database.UseSqlite(
                new SqliteConnectionStringBuilder
                {
                    DataSource = Path.Combine(options.Data.FullName, "sluice.db"), ForeignKeys = true, Pooling = true,
                    DefaultTimeout = SqliteBusySeconds,
                }.ToString(),
                sqlite => sqlite.MigrationsAssembly("Sluice.Migrations.Sqlite"));
    }

    /// <summary>As the schema's owner: for migrations only.</summary>
    public static void UseAsOwner(DbContextOptionsBuilder database, LaunchOptions options)
    {
        if (options.IsPostgres)
            Postgres(database, options.Connection!);
        else
            Use(database, options);
    }

    /// <summary>
    /// The same login, but every session begins in the role that owns nothing: row security does not hold for owners and
    /// superusers. What a request sets is local to its transaction, so there is nothing to reset between requests.
    /// </summary>
    private static string Unprivileged(string connection) => new NpgsqlConnectionStringBuilder(connection)
    {
        Options = $"-c role={DatabaseGuards.AppRole}", NoResetOnClose = true, MaxAutoPrepare = 60, AutoPrepareMinUsages = 2,
    }.ToString();

    private static void Postgres(DbContextOptionsBuilder database, string connection) =>
        database.UseNpgsql(connection, postgres => postgres.MigrationsAssembly("Sluice.Migrations.Postgres"));
}
