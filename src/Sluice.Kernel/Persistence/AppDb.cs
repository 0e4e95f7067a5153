using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Kernel.Tenancy;

namespace Sluice.Kernel.Persistence;

/// <summary>A module's tables. Typed ids declared in the part's assembly are mapped by themselves.</summary>
public interface IModelPart
{
    void Apply(ModelBuilder model);
}

/// <summary>The one database context. Modules add their tables through <see cref="IModelPart"/>.</summary>
/// <remarks>After a failed save what it tracks no longer matches the database: it is cleared or thrown away.</remarks>
public sealed class AppDb(
    DbContextOptions<AppDb> options, IEnumerable<IModelPart> parts, CurrentTenant tenant, IServiceProvider services)
    : DbContext(options)
{
    public const string TenantFilter = "tenant";

    // Here and not where the context is registered: nobody can build a context without the guards.
    private static readonly SaveGuards Guards = new();
    private static readonly TenantSetting Setting = new();

    public DbSet<LedgerRow> Ledger => Set<LedgerRow>();

    internal TenantId Tenant => tenant.Id;

    internal TenantId? EnteredTenant => tenant.Entered;

    internal bool IsPostgres => Database.ProviderName!.EndsWith("PostgreSQL", StringComparison.Ordinal);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        await HandOver(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Saving is asynchronous: facts are handed over on the way.");

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder
        .UseSnakeCaseNamingConvention()
        .AddInterceptors(Guards, Setting);

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
                await services.GetRequiredService<FactReceivers>().Receive(fact, ct);
            }
    }
}
