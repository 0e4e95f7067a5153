using System.Globalization;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Sluice.Bench.Floor;

/// <summary>Npgsql by hand, with the settings that Sluice has, as the role that Sluice's requests run as.</summary>
internal sealed class PostgresFloor(string connection, string tenant, Viewers viewers) : IFloorDatabase
{
    private const string SetTenant = "select set_config('sluice.tenant', $1, true)";

    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection)
    {
        Options = "-c role=sluice_app -c jit=off", NoResetOnClose = true, MaxAutoPrepare = 300, AutoPrepareMinUsages = 2,
    });

    public async Task<bool> Knows(string tokenHash)
    {
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(Command(SetTenant, tenant));
        batch.BatchCommands.Add(Command(TokenLookUp.Sql, tenant, tokenHash));
        await using var rows = await batch.ExecuteReaderAsync();
        await rows.NextResultAsync();
        return await rows.ReadAsync() && rows.IsDBNull(1);
    }

    public async Task Read(IReadOnlyList<Statement> reads, Utf8JsonWriter? json)
    {
        await using var connected = await source.OpenConnectionAsync();
        for (var at = 0; at < reads.Count; at++)
        {
            await using var batch = new NpgsqlBatch(connected);
            batch.BatchCommands.Add(Command(SetTenant, tenant));
            batch.BatchCommands.Add(Command(reads[at].Sql, [.. reads[at].Values]));
            await using var rows = await batch.ExecuteReaderAsync();
            await rows.NextResultAsync();
            if (json is null || at == 0)
                await RowsAsJson.Skip(rows);
            else
                await RowsAsJson.Write(json, rows);
        }
    }

    public async Task Write(PreparedAnswer answer, Filling filling)
    {
        await using var connected = await source.OpenConnectionAsync();
        await using var transaction = await connected.BeginTransactionAsync();
        await using var batch = new NpgsqlBatch(connected, transaction);
        batch.BatchCommands.Add(Command(SetTenant, tenant));
        foreach (var (sql, values) in answer.Writes)
            batch.BatchCommands.Add(Command(sql, [.. values.Select(value => value?.Fill(filling))]));
        if (viewers.Any)
            batch.BatchCommands.Add(Command("select pg_notify('moved', $1)", filling.Number.ToString(CultureInfo.InvariantCulture)));
        await batch.ExecuteNonQueryAsync();
        for (var at = 1; at <= answer.Writes.Count; at++)
            if (batch.BatchCommands[at].RecordsAffected is var altered and not 1)
                throw new InvalidOperationException($"Altered {altered} rows: {batch.BatchCommands[at].CommandText}");
        await transaction.CommitAsync();
    }

    /// <summary>Tells the viewers what any node commits.</summary>
    public async Task Listen(CancellationToken stopping)
    {
        await using var connected = await source.OpenConnectionAsync(stopping);
        connected.Notification += (_, told) => viewers.Tell(told.Payload);
        await using (var listen = new NpgsqlCommand("listen moved", connected))
            await listen.ExecuteNonQueryAsync(stopping);
        while (!stopping.IsCancellationRequested)
            await connected.WaitAsync(stopping);
    }

    // The server finds out the types, as it did for Sluice.
    private static NpgsqlBatchCommand Command(string sql, params ReadOnlySpan<string?> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Unknown, Value = (object?)value ?? DBNull.Value });
        return command;
    }
}
