using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Sluice.Kernel.People;
using Sluice.Kernel.Tenancy;
using Sluice.Ledger;

namespace Sluice.Kernel.Persistence;

/// <summary>What holds for every table, whichever module it belongs to.</summary>
internal static class ModelRules
{
    public static void Conventions(ModelConfigurationBuilder model, IEnumerable<IModelPart> parts, bool isPostgres)
    {
        model.Properties<Enum>().HaveConversion<string>();
        model.Properties<Digest>().HaveConversion<DigestColumn>();
        model.Properties<Account>().HaveConversion<AccountColumn>();
        model.Properties<DateTimeOffset>().HaveConversion(isPostgres ? typeof(UtcColumn) : typeof(MicrosecondsColumn));

        foreach (var id in parts.Select(part => part.GetType()).Append(typeof(AppDb))
                     .Select(part => part.Assembly).Distinct()
                     .SelectMany(assembly => assembly.GetTypes())
                     .Where(type => type.IsValueType && type.IsAssignableTo(typeof(ITypedId))))
            model.Properties(id).HaveConversion(typeof(TypedIdColumn<>).MakeGenericType(id));
    }

    public static void Enforce(ModelBuilder model, AppDb db)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            // A type that turned out to be a column: Entity Framework drops it when it finishes the model.
            if (entity.FindPrimaryKey() is not { } key)
                continue;
            if (entity.ClrType.IsAssignableTo(typeof(ITenantOwned)))
            {
                if (key.Properties[0].Name != nameof(ITenantOwned.TenantId))
                    throw new InvalidOperationException($"The key of {entity.DisplayName()} must start with its tenant.");
                entity.SetQueryFilter(AppDb.TenantFilter, SameTenant(entity, db));
            }
            if (entity.ClrType.IsAssignableTo(typeof(Record)))
                entity.FindProperty(nameof(Record.Version))!.IsConcurrencyToken = true;
            // Keys are made here, never by the database.
            foreach (var column in key.Properties)
                column.ValueGenerated = ValueGenerated.Never;
            // Nothing is deleted, so nothing may go along with it either.
            foreach (var reference in entity.GetForeignKeys())
                reference.DeleteBehavior = DeleteBehavior.Restrict;
        }
    }

    /// <summary><c>row => row.TenantId == db.Tenant</c>; EF reads the context anew for each query.</summary>
    private static LambdaExpression SameTenant(IMutableEntityType entity, AppDb db)
    {
        var row = Expression.Parameter(entity.ClrType);
        return Expression.Lambda(
            Expression.Equal(
                Expression.Property(row, nameof(ITenantOwned.TenantId)),
                Expression.Property(Expression.Constant(db), nameof(AppDb.Tenant))),
            row);
    }
}
