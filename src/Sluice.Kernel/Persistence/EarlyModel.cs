using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Sluice.Kernel.Persistence;

/// <summary>
/// Entity Framework's model. Making it takes longer than anything else in a start and needs no service, so it begins as soon as
/// the tables are known, beside everything else.
/// </summary>
internal sealed class EarlyModel(Action<DbContextOptionsBuilder> database, IReadOnlyList<IModelPart> parts)
{
    private readonly Task<IModel> making = Task.Run(() =>
    {
        var options = new DbContextOptionsBuilder<AppDb>();
        database(options);
        AppDb.Guard(options);
        using var db = new AppDb(options.Options, parts);
        return db.Model;
    });

    public IModel Made => making.GetAwaiter().GetResult();

    /// <summary>Of the parts that have been added; a part takes nothing from the container.</summary>
    public static EarlyModel Begin(IServiceCollection services, Action<DbContextOptionsBuilder> database) => new(
        database,
        [
            .. services.Where(service => service.ServiceType == typeof(IModelPart))
                .Select(service => (IModelPart)Activator.CreateInstance(service.ImplementationType!)!),
        ]);
}
