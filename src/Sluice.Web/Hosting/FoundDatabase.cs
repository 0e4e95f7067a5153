using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;
using Sluice.Web.Demo;

namespace Sluice.Web.Hosting;

/// <summary>
/// What the database held when the host came to it, asked in plain SQL: to build Entity Framework's model takes longer than all
/// the rest of a start, and whether to start at all is known before.
/// </summary>
/// <param name="IsCurrent">No migration is missing.</param>
/// <param name="Organisations">Their keys.</param>
internal sealed record FoundDatabase(bool IsCurrent, IReadOnlyList<string> Organisations)
{
    public static async Task<FoundDatabase> Look(DbConnection owner, LaunchOptions options)
    {
        var isMigrated = options.IsPostgres
            ? """select 1 where to_regclass('"__EFMigrationsHistory"') is not null"""
            : """select 1 from sqlite_master where name = '__EFMigrationsHistory'""";
        if (await owner.Texts(isMigrated) is [])
            return new(false, []);
        var applied = await owner.Texts("""select migration_id from "__EFMigrationsHistory" """);
        // The first migration makes the table of organisations.
        return new(
            Migrations(options).All(applied.Contains),
            applied is [] ? [] : await owner.Texts("select key from organisation"));
    }

    /// <summary>
    /// Sign-in names are given once in all organisations: the demo's people and a real organisation's get in each other's way.
    /// </summary>
    public void RefuseOtherMode(LaunchOptions options)
    {
        var place = options.IsPostgres ? "This database" : $"The folder {options.Data.FullName}";
        var demos = DemoPeople.Organisations.Select(organisation => organisation.Key).ToHashSet();
        if (options.IsDemo && Organisations.FirstOrDefault(key => !demos.Contains(key)) is { } real)
            throw new UsageException(
                $"{place} holds the organisation {real}, which is not the demo's: start it without --demo, or the demo elsewhere.");
        if (!options.IsDemo && Organisations.Any(demos.Contains))
            throw new UsageException($"{place} holds the demo: start it with --demo, or an organisation of your own elsewhere.");
    }

    private static IEnumerable<string> Migrations(LaunchOptions options) =>
        Assembly.Load(DatabaseChoice.MigrationsOf(options)).GetTypes()
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>();
}
