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
/// A query outside a transaction, and the first query in one, carries the setting in its own round trip, in front of itself; outside,
/// both statements are one implicit transaction. That is done for queries only: in front of an insert it would shift EF's row counts
/// by one statement, and a lost update would report success. So in a transaction that begins with something else it is sent by itself.
/// </remarks>
internal sealed class TenantSetting : DbCommandInterceptor, IDbTransactionInterceptor
{
    private const string Set = "select set_config('sluice.tenant', @sluice_tenant, true)";
    private const string PlanAfresh = ", set_config('plan_cache_mode', 'force_custom_plan', true)";

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        if (!IsQuery(eventData))
            await SendFirst(command, eventData, cancellationToken);
        else if (command is NpgsqlCommand query && Owed(eventData) is { } tenant)
        {
            var afresh = query.CommandText.StartsWith($"-- {Like.Afresh}", StringComparison.Ordinal) ? PlanAfresh : "";
            query.CommandText = $"{Set}{afresh};\n{query.CommandText}";
            query.Parameters.AddWithValue("sluice_tenant", tenant.Value.ToString());
        }
        return result;
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (command is NpgsqlCommand && command.CommandText.StartsWith(Set, StringComparison.Ordinal))
            await result.NextResultAsync(cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await SendFirst(command, eventData, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        await SendFirst(command, eventData, cancellationToken);
        return result;
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) =>
        command is NpgsqlCommand && eventData.Context is AppDb { EnteredTenant: not null }
            ? throw new NotSupportedException("Queries are asynchronous: a blocking one would run without a tenant.")
            : result;

    public ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection, TransactionEndEventData eventData, DbTransaction result,
        CancellationToken cancellationToken = default)
    {
        if (connection is NpgsqlConnection && eventData.Context is AppDb db)
            db.OwesTenant = db.EnteredTenant is not null;
        return ValueTask.FromResult(result);
    }

    /// <summary>What a save or a bare statement needs to have been said before it.</summary>
    private static async Task SendFirst(DbCommand command, CommandEventData call, CancellationToken ct)
    {
        if (command is not NpgsqlCommand || call.Context is not AppDb { OwesTenant: true } || Owed(call) is not { } tenant)
            return;
        await using var setting = command.Connection!.CreateCommand();
        (setting.CommandText, setting.Transaction) = (Set, command.Transaction);
        setting.Parameters.Add(new NpgsqlParameter("sluice_tenant", tenant.Value.ToString()));
        await setting.ExecuteNonQueryAsync(ct);
    }

    private static bool IsQuery(CommandEventData call) => call.CommandSource is CommandSource.LinqQuery or CommandSource.FromSqlQuery;

    /// <returns>The tenant that has to be said with this command; null when it has been said, or nobody has entered.</returns>
    private static TenantId? Owed(CommandEventData call)
    {
        if (call.Context is not AppDb { EnteredTenant: { } entered } db || (db.Database.CurrentTransaction is not null && !db.OwesTenant))
            return null;
        db.OwesTenant = false;
        return entered;
    }
}
