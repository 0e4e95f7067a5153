using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Sluice.Kernel.Persistence;

namespace Sluice.Web.Hosting;

/// <summary>SQLite in a file, or PostgreSQL: the same model, a migration folder each.</summary>
internal static class DatabaseChoice
{
    private const int SqliteBusySeconds = 5;

    // All that the pages and acts of a day ask for: with fewer, each would drive out another's.
    private const int MostPrepared = 300;

    public static void Use(DbContextOptionsBuilder database, LaunchOptions options)
    {
        if (options.IsPostgres)
            database.UseNpgsql(
                Unprivileged(options.Connection!), postgres => postgres.MigrationsAssembly(MigrationsOf(options)));
        else
            database.UseSqlite(Sqlite(options), sqlite => sqlite.MigrationsAssembly(MigrationsOf(options)));
    }

    /// <summary>For migrations: on PostgreSQL the connection of the schema's owner.</summary>
    public static void UseAsOwner(DbContextOptionsBuilder database, DbConnection owner, LaunchOptions options) =>
        database.UseNpgsql(owner, postgres => postgres.MigrationsAssembly(MigrationsOf(options)));

    /// <summary>
    /// As the schema's owner, closed. On PostgreSQL it is of no pool, so that it ends when it is disposed of, and is patient: a
    /// migration takes its time, and so does another node's.
    /// </summary>
    public static DbConnection AsOwner(LaunchOptions options) => options.IsPostgres
        ? new NpgsqlConnection(new NpgsqlConnectionStringBuilder(options.Connection) { Pooling = false, CommandTimeout = 0 }.ToString())
        : new SqliteConnection(Sqlite(options));

    public static string MigrationsOf(LaunchOptions options) =>
        options.IsPostgres ? "Sluice.Migrations.Postgres" : "Sluice.Migrations.Sqlite";

    private static string Sqlite(LaunchOptions options) => new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(options.Data.FullName, "sluice.db"), ForeignKeys = true, Pooling = true,
        DefaultTimeout = SqliteBusySeconds,
    }.ToString();

    /// <summary>
    /// The same login, but every session begins in the role that owns nothing: row security does not hold for owners and
    /// superusers. What a request sets is local to its transaction, so there is nothing to reset between requests. And nothing is asked
    /// that would be worth compiling; see ADR 15.
    /// </summary>
    private static string Unprivileged(string connection) => new NpgsqlConnectionStringBuilder(connection)
    {
        Options = $"-c role={DatabaseGuards.AppRole} -c jit=off", NoResetOnClose = true,
        MaxAutoPrepare = MostPrepared, AutoPrepareMinUsages = 2,
    }.ToString();
}
