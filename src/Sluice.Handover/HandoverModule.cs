using Microsoft.Extensions.DependencyInjection;
using Sluice.Kernel.Persistence;

namespace Sluice.Handover;

public static class HandoverModule
{
    public static IServiceCollection AddHandover(this IServiceCollection services) =>
        services.AddSingleton<IModelPart, HandoverTables>();

    extension(AppDb db)
    {
        public IQueryable<ChangeSnapshot> Snapshots => db.Set<ChangeSnapshot>();

        public IQueryable<ChangeAuthorization> Authorizations => db.Set<ChangeAuthorization>();

        public IQueryable<ExecutionReport> ExecutionReports => db.Set<ExecutionReport>();
    }
}
