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
    private const string Memory = "/dev/shm";
    private const long Enough = 4L << 30;

    /// <summary>In memory, where there is room: nobody pulls the plug in a test, and each commit waits for the disk.</summary>
    private static readonly string Place =
        Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace > Enough ? Memory : Path.GetTempPath();

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

    public static Task<TestDatabase> New(Store store) => New(store, "");

    /// <summary>With all that this one holds, which nobody uses at the moment.</summary>
    public async Task<TestDatabase> Copy()
    {
        var copy = await New(Store, Connection is null ? "" : $"template \"{new NpgsqlConnectionStringBuilder(Connection).Database}\"");
        Copy(Folder, copy.Folder);
        return copy;
    }

    private static async Task<TestDatabase> New(Store store, string template)
    {
        var name = Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal);
        var folder = Directory.CreateDirectory(Path.Combine(Place, "sluice-test-" + name));
        if (store is Store.Sqlite)
            return new(store, folder, null);

        await OnServer($"create database \"t_{name}\" {template}");
        return new(store, folder, new NpgsqlConnectionStringBuilder(Server) { Database = "t_" + name, MaxPoolSize = 40 }.ToString());
    }

    private static void Copy(DirectoryInfo from, DirectoryInfo to)
    {
        foreach (var folder in from.EnumerateDirectories())
            Copy(folder, to.CreateSubdirectory(folder.Name));
        foreach (var file in from.EnumerateFiles())
            file.CopyTo(Path.Combine(to.FullName, file.Name));
    }

    /// <summary>Ends what a host that has stopped has left connected.</summary>
    public async Task HangUp()
    {
        SqliteConnection.ClearAllPools();
        if (Connection is not null)
            await OnServer(
                $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{new NpgsqlConnectionStringBuilder(Connection).Database}'");
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
