using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Sluice.Acceptance.Tests.Hosting;

public enum Store { Sqlite, Postgres }

/// <summary>What passes on one database only is not done.</summary>
public sealed class BothStores : TheoryData<Store>
{
    public BothStores() => AddRange(Store.Sqlite, Store.Postgres);
}

/// <summary>An empty database of its own, and a folder for what is kept beside it.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private const string ServerVariable = "SLUICE_TEST_POSTGRES";

    private TestDatabase(Store store, DirectoryInfo folder, string? connection) =>
        (Store, Folder, Connection) = (store, folder, connection);

    public Store Store { get; }

    public DirectoryInfo Folder { get; }

    /// <summary>PostgreSQL's, as the schema's owner.</summary>
    public string? Connection { get; }

    public IReadOnlyList<string> HostArguments =>
    [
        "--data", Folder.FullName,
        .. Connection is null ? [] : (string[])["--database", "postgres", "--connection", Connection],
    ];

    public static async Task<TestDatabase> New(Store store)
    {
        var folder = Directory.CreateTempSubdirectory("sluice-test-");
        if (store is Store.Sqlite)
            return new(store, folder, null);

        var name = "t_" + Path.GetFileName(folder.FullName)["sluice-test-".Length..].ToLowerInvariant();
        await OnServer($"create database \"{name}\"");
        return new(store, folder, new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 40 }.ToString());
    }

    /// <summary>Behind the product's back, as whoever owns the schema.</summary>
    public async Task<object?> Run(string statement)
    {
        await using DbConnection connection = Connection is null
            ? new SqliteConnection($"Data Source={Path.Combine(Folder.FullName, "sluice.db")};Pooling=False")
            : new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Connection) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Tests say what they run.
        command.CommandText = statement;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Folder.Refresh();
        if (!Folder.Exists)
            return; // Who runs on it may have disposed of it already.
        if (Connection is not null)
        {
            var name = new NpgsqlConnectionStringBuilder(Connection).Database;
            await OnServer($"drop database \"{name}\" with (force)");
        }
        Folder.Delete(recursive: true);
    }

    private static string Server => Environment.GetEnvironmentVariable(ServerVariable)
        ?? throw new InvalidOperationException($"{ServerVariable} is not set: run ./test, which starts a PostgreSQL for the tests.");

    private static async Task OnServer(string statement)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(Server) { Database = "postgres", Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
