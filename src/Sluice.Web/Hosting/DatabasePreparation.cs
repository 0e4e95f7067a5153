using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Files;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Kernel.Tenancy;
using Sluice.Web.Demo;

namespace Sluice.Web.Hosting;

/// <summary>Before the first request: schema, guards, and somebody who can sign in.</summary>
/// <remarks>
/// Most of it is building Entity Framework's model, which the web server's own preparations need not wait for; it lets nobody in
/// before this is done (<see cref="ListenWhenPrepared"/>).
/// </remarks>
internal sealed partial class DatabasePreparation(
    IServiceProvider services, LaunchOptions options, ILogger<DatabasePreparation> log)
{
    private const string FirstOrganisation = "main";
    private Task? rest;

    /// <summary>As soon as this is completed, requests may come.</summary>
    public Task Done => rest ?? throw new InvalidOperationException("Nobody has begun to prepare the database.");

    /// <summary>Whatever became of it: nothing of it runs any more.</summary>
    public Task Settled() => (rest ?? Task.CompletedTask).ContinueWith(_ => { }, TaskScheduler.Default);

    /// <summary>Looks whether to start at all, and begins.</summary>
    /// <exception cref="UsageException">This database is in use for something else.</exception>
    public async Task Begin()
    {
        var owner = DatabaseChoice.AsOwner(options);
        try
        {
            await owner.OpenAsync();
            if (options.IsPostgres)
                await owner.Run(OneNodeAtATime);
            var found = await FoundDatabase.Look(owner, options);
            found.RefuseOtherMode(options);
            FileStore.Clear(services.GetRequiredService<FileFolder>());
            if (!options.IsPostgres)
                await AssertDurable(owner);
            rest = Task.Run(() => FinishOrSayWhy(owner, found));
        }
        finally
        {
            if (rest is null)
                await owner.DisposeAsync();
        }
    }

    private async Task FinishOrSayWhy(DbConnection owner, FoundDatabase found)
    {
        try
        {
            await Finish(owner, found);
        }
        catch (Exception failure)
        {
            Unprepared(failure);
            throw;
        }
    }

    private async Task Finish(DbConnection owner, FoundDatabase found)
    {
        await using var lockedUntilDone = owner;
        if (options.IsPostgres)
            await owner.Run(AddAppRole);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        if (!found.IsCurrent)
            await Migrate(db, owner);
        await DatabaseGuards.Apply(db, owner);
        if (options.IsDemo)
            await DemoData.Seed(services);
        else if (found.Organisations is [])
            await AddFirstAdmin();
    }

    // Held by the session, which ends with the preparation: what was found stays so, and two nodes make nothing twice.
    private const string OneNodeAtATime = "select 1 from pg_advisory_lock(hashtext('sluice: preparation'))";

    // Since version 16 whoever makes a role may grant it, and is in it only by granting it to himself.
    // Roles belong to the whole cluster: another database's first start may be making it at this moment.
    private const string AddAppRole = $"""
        do $$ begin
          create role {DatabaseGuards.AppRole} nologin;
        exception when duplicate_object or unique_violation then null;
        end $$;
        do $$ begin
          if not pg_has_role(current_user, '{DatabaseGuards.AppRole}',
            case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end)
          then
            grant {DatabaseGuards.AppRole} to current_user;
          end if;
        end $$;
        """;

    /// <summary>On PostgreSQL requests run as a role that owns nothing, which is not the one to alter tables with.</summary>
    private async Task Migrate(AppDb db, DbConnection owner)
    {
        if (!options.IsPostgres)
        {
            await db.Database.MigrateAsync();
            return;
        }
        var asOwner = new DbContextOptionsBuilder<AppDb>();
        DatabaseChoice.UseAsOwner(asOwner, owner, options);
        await using var owned = new AppDb(asOwner.Options, services.GetServices<IModelPart>());
        await owned.Database.MigrateAsync();
    }

    /// <summary>WAL and full synchronisation: what was answered with 200 survives a power cut.</summary>
    private static async Task AssertDurable(DbConnection owner)
    {
        var journal = (await owner.Texts("pragma journal_mode = wal")).Single();
        var synchronous = (await owner.Texts("pragma synchronous")).Single();
        if (journal != "wal" || synchronous is not ("2" or "3"))
            throw new InvalidOperationException($"SQLite runs with journal_mode={journal}, synchronous={synchronous}.");
    }

    private async Task AddFirstAdmin()
    {
        await using var scope = services.CreateAsyncScope();
        var added = await scope.ServiceProvider.GetRequiredService<AddOrganisation>().Handle(
            FirstOrganisation, "Main", [new("admin", "First administrator", [KernelRoles.Admin.Name])], withPasswords: true, default);
        // The only time it is ever shown; the log of a first start is for the person who made it.
        if (added is not null)
            Console.WriteLine($"First sign-in: account admin, password {added.Passwords["admin"]}. Change it after signing in.");
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The database could not be prepared")]
    private partial void Unprepared(Exception failure);
}
