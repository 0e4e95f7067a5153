using Microsoft.EntityFrameworkCore;
using Sluice.Handover;
using Sluice.Kernel.Persistence;
using Sluice.Kernel.Tenancy;
using Sluice.Releases.Runbooks;

namespace Sluice.Releases;

/// <summary>Internal, so that another module cannot even name <c>db.Releases</c>.</summary>
internal static class ReleaseSets
{
    extension(AppDb db)
    {
        public DbSet<Release> Releases => db.Set<Release>();

        public DbSet<HeldChange> HeldChanges => db.Set<HeldChange>();

        /// <summary>The one release of that reference with its runbook; none when the reference is unreadable.</summary>
        public IQueryable<Release> ReleaseWithRef(string reference) =>
            db.WholeReleases.Where(release => release.Number == ReleaseRef.Number(reference));

        /// <summary>Split: in one query, each of 200 steps would carry the whole release along.</summary>
        public IQueryable<Release> WholeReleases => db.Releases.Include(release => release.Steps).AsSplitQuery();
    }
}

/// <summary>Which open release holds a change: at most one, says the key.</summary>
internal sealed record HeldChange(TenantId TenantId, ChangeId ChangeId, ReleaseId ReleaseId, string Change) : ITenantOwned, IIndexRow;

/// <summary>Finds releases by system.</summary>
internal sealed record ReleaseOfSystem(TenantId TenantId, string System, int Number) : ITenantOwned, IIndexRow;

internal sealed class ReleaseTables : IModelPart
{
    public void Apply(ModelBuilder model)
    {
        model.Entity<Release>(release =>
        {
            release.ToTable("release");
            release.HasKey(r => new { r.TenantId, r.Id });
            release.HasIndex(r => new { r.TenantId, r.Number }).IsUnique();
            release.HasIndex(r => new { r.TenantId, r.Status, r.Number });
            release.HasIndex(r => new { r.TenantId, r.UpdatedAt, r.Number });
            release.HasIndex(r => new { r.TenantId, r.From, r.Number });
            release.Property(r => r.Items).AsJson();
            release.Ignore(r => r.Runbook);
            release.HasMany(r => r.Steps).WithOne().HasForeignKey(s => new { s.TenantId, s.ReleaseId });
        });
        model.Entity<RunbookStep>(step =>
        {
            step.ToTable("runbook_step");
            step.HasKey(s => new { s.TenantId, s.ReleaseId, s.Key });
            step.Property(s => s.Version).IsConcurrencyToken();
            step.Property(s => s.Plan).AsJson();
            step.Property(s => s.Doers).AsJson();
            step.Property(s => s.Evidence).AsJson();
        });
        model.Entity<HeldChange>(held =>
        {
            held.ToTable("held_change");
            held.HasKey(h => new { h.TenantId, h.ChangeId });
            held.HasIndex(h => new { h.TenantId, h.ReleaseId });
        });
        model.Entity<ReleaseOfSystem>(row =>
        {
            row.ToTable("release_of_system");
            row.HasKey(r => new { r.TenantId, r.System, r.Number });
        });
    }
}
