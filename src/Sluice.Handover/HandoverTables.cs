using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Persistence;

namespace Sluice.Handover;

internal sealed class HandoverTables : IModelPart
{
    public void Apply(ModelBuilder model)
    {
        model.Entity<ChangeSnapshot>(snapshot =>
        {
            snapshot.ToTable("change_snapshot");
            snapshot.HasKey(s => new { s.TenantId, s.ChangeId, s.Version });
            // The newest of a reference.
            snapshot.HasIndex(s => new { s.TenantId, s.Ref, s.Version });
            snapshot.Property(s => s.Deciders).AsJson();
            snapshot.Property(s => s.Title).IsRedactable();
            snapshot.Property(s => s.Content).AsJson();
        });
        model.Entity<ChangeAuthorization>(authorization =>
        {
            authorization.ToTable("change_authorization");
            authorization.HasKey(a => new { a.TenantId, a.Id });
            authorization.HasIndex(a => new { a.TenantId, a.ChangeId, a.At });
            authorization.Property(a => a.Conditions).AsJson().IsRedactable();
            authorization.Property(a => a.Deciders).AsJson();
        });
        model.Entity<AuthorizationWithdrawn>(withdrawn =>
        {
            withdrawn.ToTable("authorization_withdrawn");
            withdrawn.HasKey(w => new { w.TenantId, w.AuthorizationId });
            withdrawn.HasOne<ChangeAuthorization>().WithMany().HasForeignKey(w => new { w.TenantId, w.AuthorizationId });
        });
        model.Entity<DeliveryMoved>(moved =>
        {
            moved.ToTable("delivery_moved");
            moved.HasKey(m => new { m.TenantId, m.Id });
            moved.HasIndex(m => new { m.TenantId, m.ChangeId, m.At });
        });
        model.Entity<StaffingDeclared>(staffing =>
        {
            staffing.ToTable("staffing_declared");
            staffing.HasKey(s => new { s.TenantId, s.Id });
            staffing.HasIndex(s => new { s.TenantId, s.ChangeId, s.At });
            staffing.Property(s => s.People).AsJson();
        });
        model.Entity<ExecutionReport>(report =>
        {
            report.ToTable("execution_report");
            report.HasKey(r => new { r.TenantId, r.Id });
            report.HasIndex(r => new { r.TenantId, r.ChangeId, r.At });
            report.HasIndex(r => new { r.TenantId, r.At });
            report.Property(r => r.Evidence).AsJson();
        });
    }
}
