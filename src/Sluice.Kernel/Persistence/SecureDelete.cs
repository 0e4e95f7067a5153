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
    /// <remarks>As far as nobody is reading in it at this moment; whoever writes next begins it anew and overwrites it.</remarks>
    public static async Task Empty(AppDb db, CancellationToken ct)
    {
        if (!db.IsPostgres)
            await db.Database.ExecuteSqlRawAsync("pragma wal_checkpoint(truncate)", ct);
    }
}
