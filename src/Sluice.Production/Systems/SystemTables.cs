using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Persistence;

namespace Sluice.Production.Systems;

internal static class SystemSets
{
    extension(AppDb db)
    {
        public DbSet<Team> Teams => db.Set<Team>();

        public DbSet<ProductionSystem> Systems => db.Set<ProductionSystem>();

        public DbSet<Customer> Customers => db.Set<Customer>();
    }
}

internal sealed class SystemTables : IModelPart
{
    public void Apply(ModelBuilder model)
    {
        model.Entity<Team>(team =>
        {
            team.ToTable("team");
            team.HasKey(t => new { t.TenantId, t.Key });
            team.Property(t => t.Members).AsJson();
        });
        model.Entity<ProductionSystem>(system =>
        {
            system.ToTable("production_system");
            system.HasKey(s => new { s.TenantId, s.Key });
            system.HasOne<Team>().WithMany().HasForeignKey(s => new { s.TenantId, s.OwnerTeam });
            system.Property(s => s.DependsOn).AsJson();
        });
        model.Entity<Customer>(customer =>
        {
            customer.ToTable("customer");
            customer.HasKey(c => new { c.TenantId, c.Key });
            customer.Property(c => c.Systems).AsJson();
        });
        model.Entity<DependencyTurn>(turn =>
        {
            turn.ToTable("dependency_turn");
            turn.HasKey(t => t.TenantId);
            turn.Property(t => t.Number).IsConcurrencyToken();
        });
    }
}
