using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Acceptance.Tests.Crash;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Web.Hosting;

namespace Sluice.Acceptance.Tests;

/// <summary>Starting for the demo and starting in earnest: two ways that must not get in each other's way.</summary>
public sealed class LaunchTests
{
    [Theory]
    [InlineData("data", false)]
    [InlineData("data/demo", true, "--demo")]
    [InlineData("data/elsewhere", true, "--demo", "--data", "data/elsewhere")]
    [InlineData("data/elsewhere", false, "--data", "data/elsewhere")]
    public void Demo_keeps_to_a_folder_of_its_own_unless_one_is_named(string folder, bool isDemo, params string[] arguments)
    {
        var options = LaunchOptions.Read(arguments, new ConfigurationManager());

        Assert.Equal((Path.GetFullPath(folder), isDemo), (options.Data.FullName, options.IsDemo));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task What_the_demo_has_used_is_not_used_in_earnest(Store store)
    {
        var sluice = await RunningSluice.New(store);
        await sluice.Stop();

        await using var app = SluiceHost.Build([.. sluice.Database.HostArguments, "--urls", "http://127.0.0.1:0"]);
        var refused = await Assert.ThrowsAsync<UsageException>(app.Services.GetRequiredService<DatabasePreparation>().Begin);

        Assert.Contains("holds the demo: start it with --demo", refused.Message, StringComparison.Ordinal);
        await sluice.DisposeAsync();
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task What_is_used_in_earnest_does_not_become_a_demo_and_goes_on_as_it_was(Store store)
    {
        await using var database = await TestDatabase.New(store);
        await Prepare();

        var (code, error) = await HostProcess.Ends(database.Folder, ["--demo", .. database.HostArguments]);

        Assert.Equal(2, code);
        Assert.Contains("holds the organisation main, which is not the demo's", Assert.Single(Lines(error)), StringComparison.Ordinal);
        await Prepare();

        async Task Prepare()
        {
            await using var app = SluiceHost.Build([.. database.HostArguments, "--urls", "http://127.0.0.1:0"]);
            var preparation = app.Services.GetRequiredService<DatabasePreparation>();
            await preparation.Begin();
            await preparation.Done;
        }
    }

    [Fact]
    public async Task Nodes_that_start_at_once_make_nothing_twice()
    {
        await using var database = await TestDatabase.New(Store.Postgres);
        WebApplication[] nodes =
            [.. Enumerable.Range(0, 3).Select(_ => SluiceHost.Build([.. database.HostArguments, "--urls", "http://127.0.0.1:0"]))];

        await Task.WhenAll(nodes.Select(node => Task.Run(async () =>
        {
            var preparation = node.Services.GetRequiredService<DatabasePreparation>();
            await preparation.Begin();
            await preparation.Done;
        })));

        foreach (var node in nodes)
            await node.DisposeAsync();
        Assert.Equal(1L, await database.Run("select count(*) from organisation"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Start_that_is_refused_leaves_what_somebody_is_uploading(Store store)
    {
        await using var database = await TestDatabase.New(store);
        var incoming = database.Folder.CreateSubdirectory("files/incoming");
        await using var uploading = new FileStream(
            Path.Combine(incoming.FullName, "uploading"), FileMode.CreateNew, FileAccess.Write, FileShare.None);
        await File.WriteAllTextAsync(Path.Combine(incoming.FullName, "left"), "half");

        await using var sluice = await RunningSluice.Start(database);

        Assert.Equal("uploading", Assert.Single(incoming.GetFiles()).Name);
    }

    [Fact]
    public async Task Database_that_cannot_be_prepared_is_why_the_start_fails()
    {
        await using var database = await TestDatabase.New(Store.Sqlite);
        await using (var file = new SqliteConnection($"Data Source={Path.Combine(database.Folder.FullName, "sluice.db")}"))
        {
            await file.OpenAsync();
            await using var inTheWay = file.CreateCommand();
            inTheWay.CommandText = "create table organisation (id text)";
            await inTheWay.ExecuteNonQueryAsync();
        }

        // By that name two addresses are bound, and what keeps the first from it is reported otherwise.
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();

        var (code, error) = await HostProcess.Ends(database.Folder, [.. database.HostArguments, "--urls", $"http://localhost:{port}"]);

        Assert.NotEqual(0, code);
        Assert.Contains("table \"organisation\" already exists", error, StringComparison.Ordinal);
        Assert.DoesNotContain("Failed to bind", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Option_that_cannot_be_is_said_in_one_line()
    {
        var folder = Directory.CreateTempSubdirectory("sluice-test-");

        var (code, error) = await HostProcess.Ends(folder, "--database", "abacus");

        Assert.Equal((2, "--database is sqlite or postgres, not abacus."), (code, Assert.Single(Lines(error))));
        folder.Delete(recursive: true);
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
