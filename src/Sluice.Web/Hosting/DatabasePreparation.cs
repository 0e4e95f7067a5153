using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Files;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Kernel.Tenancy;
using Sluice.Web.Demo;

namespace Sluice.Web.Hosting;

/// <summary>Before the first request: schema, guards, and somebody who can sign in.</summary>
internal static class DatabasePreparation
{
    private const string FirstOrganisation = "main";

    public static async Task PrepareDatabase(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<LaunchOptions>();
        FileStore.Clear(app.Services.GetRequiredService<FileFolder>());
        await Migrate(app.Services, options);
        await RefuseOtherMode(app.Services, options);
        if (options.IsDemo)
            await DemoData.Seed(app.Services);
        else
            await AddFirstAdmin(app);
    }

    private static async Task Migrate(IServiceProvider services, LaunchOptions options)
    {
        await using var scope = services.CreateAsyncScope();
        var owner = new DbContextOptionsBuilder<AppDb>();
        DatabaseChoice.UseAsOwner(owner, options);
        await using var db = new AppDb(owner.Options, scope.ServiceProvider.GetServices<IModelPart>());
        if (options.IsPostgres)
            await db.Database.ExecuteSqlRawAsync(AddAppRole);
        await db.Database.MigrateAsync();
        await DatabaseGuards.Apply(db, CancellationToken.None);
        if (!options.IsPostgres)
            await AssertDurable(db);
    }

    // Roles belong to the whole cluster: another database's first start may be making it at this moment.
    private const string AddAppRole = $"""
        do $$ begin
          create role {DatabaseGuards.AppRole} nologin;
        exception when duplicate_object or unique_violation then null;
        end $$;
        do $$ begin
          if not pg_has_role(current_user, '{DatabaseGuards.AppRole}', 'member') then
            grant {DatabaseGuards.AppRole} to current_user;
          end if;
        end $$;
        """;

    /// <summary>WAL and full synchronisation: what was answered with 200 survives a power cut.</summary>
    private static async Task AssertDurable(AppDb db)
    {
        await db.Database.OpenConnectionAsync();
        var journal = (await db.Database.SqlQueryRaw<string>("pragma journal_mode = wal").ToListAsync()).Single();
        var synchronous = (await db.Database.SqlQueryRaw<long>("pragma synchronous").ToListAsync()).Single();
        if (journal != "wal" || synchronous < 2)
            throw new InvalidOperationException($"SQLite runs with journal_mode={journal}, synchronous={synchronous}.");
    }

    /// <summary>
    /// Sign-in names are given once in all organisations: the demo's people and a real organisation's get in each other's way.
    /// </summary>
    private static async Task RefuseOtherMode(IServiceProvider services, LaunchOptions options)
    {
        await using var scope = services.CreateAsyncScope();
        var keys = await scope.ServiceProvider.GetRequiredService<AddOrganisation>().Keys(default);
        var place = options.IsPostgres ? "This database" : $"The folder {options.Data.FullName}";
        var demos = DemoPeople.Organisations.Select(organisation => organisation.Key).ToHashSet();
        if (options.IsDemo && keys.Find(key => !demos.Contains(key)) is { } real)
            throw new UsageException(
                $"{place} holds the organisation {real}, which is not the demo's: start it without --demo, or the demo elsewhere.");
        if (!options.IsDemo && keys.Exists(demos.Contains))
            throw new UsageException($"{place} holds the demo: start it with --demo, or an organisation of your own elsewhere.");
    }

    private static async Task AddFirstAdmin(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var add = scope.ServiceProvider.GetRequiredService<AddOrganisation>();
        if ((await add.All(default)).Count > 0)
            return;
        var added = await add.Handle(
            FirstOrganisation, "Main", [new("admin", "First administrator", [KernelRoles.Admin.Name])], withPasswords: true, default);
        // The only time it is ever shown; the log of a first start is for the person who made it.
        Console.WriteLine($"First sign-in: account admin, password {added!.Passwords["admin"]}. Change it after signing in.");
    }
}
