using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Sluice.Bench.Floor;

/// <summary>Microsoft.Data.Sqlite by hand: one writer at a time, its statements prepared once, as durable as Sluice's.</summary>
internal sealed class SqliteFloor : IFloorDatabase, IDisposable
{
    private readonly string tenant;
    private readonly string connection;
    private readonly SqliteConnection writer;
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Dictionary<string, SqliteCommand> prepared = [];

    public SqliteFloor(string file, string tenant)
    {
        this.tenant = tenant;
        connection = new SqliteConnectionStringBuilder
        {
            DataSource = file, ForeignKeys = true, Pooling = true, DefaultTimeout = 5,
        }.ToString();
        writer = new(connection);
        writer.Open();
        using var settings = writer.CreateCommand();
        settings.CommandText = "pragma synchronous = full; pragma secure_delete = on";
        settings.ExecuteNonQuery();
    }

    public async Task<bool> Knows(string tokenHash)
    {
        await using var reader = new SqliteConnection(connection);
        await reader.OpenAsync();
        await using var command = Command(reader, TokenLookUp.Sql, 2);
        (command.Parameters[0].Value, command.Parameters[1].Value) = (tenant, tokenHash);
        await using var rows = await command.ExecuteReaderAsync();
        return await rows.ReadAsync() && await rows.IsDBNullAsync(1);
    }

    public Task Read(IReadOnlyList<Statement> reads, Utf8JsonWriter? json) =>
        throw new NotSupportedException("Reads are compared on PostgreSQL.");

    public async Task Write(PreparedAnswer answer, Filling filling)
    {
        await turn.WaitAsync();
        try
        {
            await using var transaction = writer.BeginTransaction();
            foreach (var (sql, values) in answer.Writes)
                if (Run(transaction, sql, values, filling) is var altered and not 1)
                    throw new InvalidOperationException($"Altered {altered} rows: {sql}");
            await transaction.CommitAsync();
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        writer.Dispose();
        turn.Dispose();
    }

    private int Run(SqliteTransaction transaction, string sql, HoledText?[] values, in Filling filling)
    {
        if (!prepared.TryGetValue(sql, out var command))
            prepared[sql] = command = Command(writer, sql, values.Length);
        command.Transaction = transaction;
        for (var at = 0; at < values.Length; at++)
            command.Parameters[at].Value = (object?)values[at]?.Fill(filling) ?? DBNull.Value;
        return command.ExecuteNonQuery();
    }

    private static SqliteCommand Command(SqliteConnection connected, string sql, int values)
    {
        var command = connected.CreateCommand();
        command.CommandText = sql;
        for (var at = 1; at <= values; at++)
            command.Parameters.Add(new("$" + at.ToString(CultureInfo.InvariantCulture), null));
        return command;
    }
}
