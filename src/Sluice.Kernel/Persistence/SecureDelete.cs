using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Sluice.Kernel.Persistence;

/// <summary>
/// SQLite leaves what is overwritten or deleted in its file until the room is needed. A text that has been edited away and then
/// redacted must not be found there.
/// </summary>
internal sealed class SecureDelete : DbConnectionInterceptor
{
    private const int MostAttempts = 3;
    private const int Busy = 1;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (connection is not SqliteConnection)
            return;
        using var command = connection.CreateCommand();
        command.CommandText = "pragma secure_delete = on";
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData); // Sqlite has no asynchronous calls.
        return Task.CompletedTask;
    }

    /// <summary>Empties the write-ahead log, which still holds pages as they were before.</summary>
    /// <remarks>
    /// Each attempt waits as long as any command for whoever reads in it at this moment. When none succeeds, a later redaction or
    /// the last connection to close empties it.
    /// </remarks>
    public static async Task Empty(AppDb db, WriteGate gate)
    {
        if (db.IsPostgres)
            return;
        using var turn = await gate.Enter(CancellationToken.None);
        for (var left = MostAttempts; left > 0; left--)
            if ((await db.Database.SqlQueryRaw<int>("pragma wal_checkpoint(truncate)").ToListAsync())[0] != Busy)
                return;
    }
}
