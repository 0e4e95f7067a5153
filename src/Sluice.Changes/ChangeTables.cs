using Microsoft.EntityFrameworkCore;
using Sluice.Changes.Gate;
using Sluice.Handover;
using Sluice.Kernel.Persistence;
using Sluice.Kernel.Tenancy;

namespace Sluice.Changes;

/// <summary>Internal, so that another module cannot even name <c>db.Changes</c>.</summary>
internal static class ChangeSets
{
    extension(AppDb db)
    {
        public DbSet<Change> Changes => db.Set<Change>();

        /// <summary>The one change of that reference; none when the reference is unreadable.</summary>
        public IQueryable<Change> ChangeWithRef(string reference) =>
            db.Changes.Where(change => change.Number == ChangeRef.Number(reference));
    }
}

/// <summary>Finds changes by system.</summary>
internal sealed record ChangeOfSystem(TenantId TenantId, string System, ChangeId ChangeId, int Number) : ITenantOwned, IIndexRow;

/// <summary>Finds changes by what moves.</summary>
internal sealed record ChangeOfArtefact(TenantId TenantId, string Sha256, ChangeId ChangeId) : ITenantOwned, IIndexRow;

/// <summary>Finds changes by the name of what moves, however it is written.</summary>
internal sealed record ChangeOfMember(TenantId TenantId, string NameFolded, int Number, ChangeId ChangeId) : ITenantOwned, IIndexRow
{
    public static string Fold(string name) => name.ToLowerInvariant();
}

/// <summary>
/// Titles as PostgreSQL searches them. Row security asks about each row before LIKE may, and then no index helps: so they stand once
/// more in a table that nobody but a view and a trigger reaches, and the view shows each tenant its own. See ADR 6.
/// </summary>
internal sealed record TitleToSearch(TenantId TenantId, int Number, string TitleFolded) : ITenantOwned;

internal sealed class ChangeTables : IModelPart
{
    public void Apply(ModelBuilder model)
    {
        model.Entity<Change>(change =>
        {
            change.ToTable("change");
            change.HasKey(c => new { c.TenantId, c.Id });
            change.HasIndex(c => new { c.TenantId, c.Number }).IsUnique();
            change.HasIndex(c => new { c.TenantId, c.Status, c.Number });
            change.HasIndex(c => new { c.TenantId, c.DeliveryStatus, c.Number });
            change.HasIndex(c => new { c.TenantId, c.Status, c.DeliveryStatus, c.Number });
            change.HasIndex(c => new { c.TenantId, c.Requester, c.Status });
            change.HasIndex(c => new { c.TenantId, c.UpdatedAt, c.Number });
            change.HasIndex(c => new { c.TenantId, c.RequestedFrom, c.Number });
            change.HasIndex(c => new { c.TenantId, c.ChangedProductionAt });
            change.HasIndex(c => new { c.TenantId, c.AuthorizedUntil });
            change.HasIndex(c => new { c.TenantId, c.DeferredUntil });
            change.ComplexProperty(c => c.Content, content =>
            {
                content.Property(c => c.Systems).AsJson();
                content.Property(c => c.Customers).AsJson();
                content.Property(c => c.DependsOn).AsJson();
                content.Property(c => c.Artefacts).AsJson();
            });
            change.Property(c => c.Assessment).AsJson();
            change.Property(c => c.Decisions).AsJson();
            change.Property(c => c.Evidence).AsJson();
            change.Property(c => c.Quorum).AsJson();
            change.Property(c => c.Staff).AsJson();
            change.Ignore(c => c.StandingApprovals);
            change.Ignore(c => c.Conditions);
            change.Ignore(c => c.IsRedacted);
        });
        model.Entity<TitleToSearch>(title =>
        {
            title.ToView("change_title_search");
            title.HasKey(t => new { t.TenantId, t.Number });
        });
        model.Entity<ChangeOfSystem>(row =>
        {
            row.ToTable("change_of_system");
            row.HasKey(r => new { r.TenantId, r.System, r.Number });
            row.HasIndex(r => new { r.TenantId, r.ChangeId });
        });
        model.Entity<ChangeOfArtefact>(row =>
        {
            row.ToTable("change_of_artefact");
            row.HasKey(r => new { r.TenantId, r.Sha256, r.ChangeId });
            row.HasIndex(r => new { r.TenantId, r.ChangeId });
        });
        model.Entity<ChangeOfMember>(row =>
        {
            row.ToTable("change_of_member");
            row.HasKey(r => new { r.TenantId, r.NameFolded, r.Number });
            row.HasIndex(r => new { r.TenantId, r.ChangeId });
        });
        model.Entity<GateLogRow>(row =>
        {
            row.ToTable("gate_log");
            row.HasKey(r => new { r.TenantId, r.Id });
            row.Property(r => r.Changes).AsJson();
            row.Property(r => r.Reasons).AsJson();
        });
    }
}
