using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sluice.Kernel.Tenancy;

namespace Sluice.Kernel.Persistence;

/// <summary>A module's tables. Typed ids declared in the part's assembly are mapped by themselves.</summary>
public interface IModelPart
{
    void Apply(ModelBuilder model);
}

/// <summary>The one database context. Modules add their tables through <see cref="IModelPart"/>.</summary>
/// <remarks>
/// After a failed save what it tracks no longer matches the database: it is cleared or thrown away. Contexts are pooled, because
/// setting one up costs more than most queries; all that one keeps of its own is set anew each time it is taken out.
/// </remarks>
public sealed class AppDb(DbContextOptions<AppDb> options, IEnumerable<IModelPart> parts) : DbContext(options)
{
    public const string TenantFilter = "tenant";

    private static readonly SaveGuards Guards = new();
    private static readonly TenantSetting Setting = new();
    private static readonly SecureDelete Overwriting = new();
    private IServiceProvider? scope;
    private CurrentTenant? tenant;

    public DbSet<LedgerRow> Ledger => Set<LedgerRow>();

    internal TenantId Tenant => (tenant ?? throw new InvalidOperationException("This context serves no scope.")).Id;

    internal TenantId? EnteredTenant => tenant?.Entered;

    /// <summary>Whether it has added to the ledger since it was last asked.</summary>
    internal bool HasAppended { get; set; }

    /// <summary>Records whose acts stand in the ledger's new rows already, before the save.</summary>
    internal HashSet<Record> Written { get; } = [];

    /// <summary>Whose rows are seen: sent along with a transaction's first query, or before whatever else comes first.</summary>
    internal bool OwesTenant { get; set; }

    public bool IsPostgres => Database.ProviderName!.EndsWith("PostgreSQL", StringComparison.Ordinal);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        await HandOver(cancellationToken);
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        Written.Clear();
        return saved;
    }

    /// <summary>
    /// All that a save does but sending it: facts are handed over, and versions and ledger are as they will be. For an act that
    /// reads nothing of it from the database any more; its <see cref="UnitOfWork"/> saves it together with the reply.
    /// </summary>
    public async Task WriteDown(CancellationToken ct)
    {
        await HandOver(ct);
        SaveGuards.Append(this);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Saving is asynchronous: facts are handed over on the way.");

    /// <summary>For a pool, whose contexts cannot be configured one by one any more.</summary>
    /// <remarks>
    /// A writer who was outrun asks again, which is nothing to report; what nobody catches is reported where it ends.
    /// </remarks>
    internal static void Guard(DbContextOptionsBuilder options) => options
        .UseSnakeCaseNamingConvention().AddInterceptors(Guards, Setting, Overwriting)
        .ConfigureWarnings(events => events.Log(
            (CoreEventId.SaveChangesFailed, LogLevel.Debug), (CoreEventId.OptimisticConcurrencyException, LogLevel.Debug),
            (RelationalEventId.CommandError, LogLevel.Debug)));

    /// <summary>Until it is disposed of, every read sees the database as it was at the first; nobody waits for that.</summary>
    /// <remarks>SQLite's deferred transaction does it, which its provider begins when asked for the least isolation.</remarks>
    internal Task<IDbContextTransaction> ReadOneMoment(CancellationToken ct) => Database.BeginTransactionAsync(
        IsPostgres ? IsolationLevel.RepeatableRead : IsolationLevel.ReadUncommitted, ct);

    /// <summary>Work on many records, each by itself: one that cannot be read or saved holds up none of the others.</summary>
    /// <exception cref="AggregateException">What went wrong, at the end.</exception>
    public async Task EachAlone<T>(IEnumerable<T> records, Func<T, Task> work)
    {
        var failures = new List<Exception>();
        foreach (var record in records)
        {
            ChangeTracker.Clear();
            try
            {
                await work(record);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                failures.Add(failure);
            }
        }
        if (failures.Count > 0)
            throw new AggregateException(failures);
    }

    internal AppDb ServeIn(IServiceProvider services)
    {
        (scope, tenant, HasAppended, OwesTenant) = (services, services.GetRequiredService<CurrentTenant>(), false, false);
        Written.Clear();
        // Whoever fails to save begins the whole transaction anew: two round trips saved with every save in one.
        Database.AutoSavepointsEnabled = false;
        // Whoever asks what is tracked would look through all of it for changes, seven times a save; the guards look themselves.
        ChangeTracker.AutoDetectChangesEnabled = false;
        return this;
    }

    // Here too: nobody can build a context without the guards. What is left out of a pool's options Entity Framework refuses here.
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        if (optionsBuilder.Options.FindExtension<CoreOptionsExtension>()?.Interceptors?.Contains(Guards) is not true)
            Guard(optionsBuilder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        ModelRules.Conventions(configurationBuilder, parts, IsPostgres);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        KernelTables.Apply(modelBuilder);
        foreach (var part in parts)
            part.Apply(modelBuilder);
        ModelRules.Enforce(modelBuilder, this);
    }

    /// <summary>Until nobody has anything to tell: a fact applied on one side may make another true.</summary>
    private async Task HandOver(CancellationToken ct)
    {
        while (ChangeTracker.Entries<Record>().SelectMany(row => row.Entity.TakeFacts()).ToList() is { Count: > 0 } facts)
            foreach (var fact in facts)
            {
                Add(fact);
                await scope!.GetRequiredService<FactReceivers>().Receive(fact, ct);
            }
    }
}
