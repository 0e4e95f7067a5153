using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using Sluice.Kernel.Persistence;

namespace Sluice.Kernel.Tenancy;

/// <summary>
/// Tells PostgreSQL's row security whose rows a transaction may see. The setting is local to the transaction, so that a pooler
/// that lends the connection on cannot lend the tenant along with it.
/// </summary>
/// <remarks>
/// A read outside a transaction carries the setting in its own round trip, in front of the query; both statements are one
/// implicit transaction. That is done for queries only: in front of an insert it would shift EF's row counts by one statement,
/// and a lost update would report success.
/// </remarks>
internal sealed class TenantSetting : DbCommandInterceptor, IDbTransactionInterceptor
{
    private const string Set = "select set_config('sluice.tenant', @sluice_tenant, true)";

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        if (IsLoneQuery(eventData, out var tenant) && command is NpgsqlCommand query)
        {
            query.CommandText = $"{Set};\n{query.CommandText}";
            query.Parameters.AddWithValue("sluice_tenant", tenant.Value.ToString());
        }
        return ValueTask.FromResult(result);
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (IsLoneQuery(eventData, out _) && command is NpgsqlCommand)
            await result.NextResultAsync(cancellationToken);
        return result;
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) =>
        command is NpgsqlCommand && IsLoneQuery(eventData, out _)
            ? throw new NotSupportedException("Queries are asynchronous: a blocking one would run without a tenant.")
            : result;

    public async ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection, TransactionEndEventData eventData, DbTransaction result,
        CancellationToken cancellationToken = default)
    {
        if (connection is NpgsqlConnection && eventData.Context is AppDb { EnteredTenant: { } tenant })
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Set;
            command.Transaction = result;
            command.Parameters.Add(new NpgsqlParameter("sluice_tenant", tenant.Value.ToString()));
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        return result;
    }

    private static bool IsLoneQuery(CommandEventData call, out TenantId tenant)
    {
        tenant = default;
        if (call.CommandSource is not (CommandSource.LinqQuery or CommandSource.FromSqlQuery)
            || call.Context is not AppDb { EnteredTenant: { } entered } db || db.Database.CurrentTransaction is not null)
            return false;
        tenant = entered;
        return true;
    }
}
