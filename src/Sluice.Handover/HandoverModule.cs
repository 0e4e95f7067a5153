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

        /// <summary>Those that no withdrawal names; whether one has expired is for the clock to say.</summary>
        public IQueryable<ChangeAuthorization> LiveAuthorizations => db.Set<ChangeAuthorization>().Where(authorization =>
            !db.Set<AuthorizationWithdrawn>().Any(withdrawn => withdrawn.AuthorizationId == authorization.Id));

        public IQueryable<ExecutionReport> ExecutionReports => db.Set<ExecutionReport>();
    }
}
