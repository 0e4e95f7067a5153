using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Sluice.Acceptance.Tests.Changes;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Ledger;

namespace Sluice.Acceptance.Tests.Crash;

/// <summary>kill -9, and up again.</summary>
public sealed class CrashTests
{
    private const int Kills = 2;
    private const int Writers = 6;
    private const int RoundsBeforeKill = 12;

    [Theory, ClassData(typeof(BothStores))]
    public async Task What_was_acknowledged_is_there_after_a_kill_and_state_equals_history(Store store)
    {
        await using var database = await TestDatabase.New(store);
        var writers = new List<Writer>();
        for (var kill = 0; kill < Kills; kill++)
            writers.AddRange(await RunUntilKilled(database, kill));
        Assert.True(writers.Sum(writer => writer.Acknowledged.Count) > Kills * RoundsBeforeKill);

        await using var sluice = await RunningSluice.Start(database);
        foreach (var (change, sequence) in writers.SelectMany(writer => writer.Acknowledged))
            Assert.True((long)(await sluice.Show(change))["version"] >= sequence, $"{change} has lost entry {sequence}.");
        foreach (var (change, sha256) in writers.SelectMany(writer => writer.Files))
            Assert.Contains(sha256, (await sluice.Show(change))["evidence"].ToJsonString(), StringComparison.Ordinal);
        foreach (var change in await Changes(sluice))
            await StateEqualsHistory(sluice, change);
        await FilesAreWhole(sluice);
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Upload_that_was_cut_off_by_a_kill_leaves_nothing_behind(Store store)
    {
        await using var database = await TestDatabase.New(store);
        string change;
        using (var host = await HostProcess.Start(database))
        {
            var requester = await host.As("requester");
            change = (await requester.Post("/changes", Content())).Is(201).Ref;
            var killed = new TaskCompletionSource();
            using var form = new MultipartFormDataContent
            {
                { new StringContent("scan"), "kind" }, { new StringContent("Cut off"), "title" }, { new NeverEnding(killed.Task), "file", "scan" },
            };
            var upload = requester.Send(HttpMethod.Post, $"/changes/{change}/evidence", form);
            await host.Until(() =>
            {
                Assert.False(upload.IsCompleted, "The upload has ended by itself.");
                return Task.FromResult(Incoming(database) is [{ Length: > 1 << 20 }]);
            });
            await host.Kill();
            killed.SetResult();
            await Assert.ThrowsAnyAsync<Exception>(() => upload);
            Assert.Single(Incoming(database));
        }

        await using var sluice = await RunningSluice.Start(database);

        Assert.Empty(sluice.FilesOnDisk());
        Assert.Empty((await sluice.Show(change))["evidence"].AsArray());
        await StateEqualsHistory(sluice, change);
        (await sluice.Upload(change, new StringContent("whole"))).Is(201);
        await FilesAreWhole(sluice);
    }

    private static async Task<List<Writer>> RunUntilKilled(TestDatabase database, int kill)
    {
        using var host = await HostProcess.Start(database);
        var writers = Enumerable.Range(0, Writers).Select(n => new Writer(host, Content(), $"kill {kill} writer {n}")).ToList();
        var (rounds, enough) = (0, new TaskCompletionSource());
        var running = writers.Select(writer => Task.Run(() => writer.Run(() =>
        {
            if (Interlocked.Increment(ref rounds) == RoundsBeforeKill)
                enough.SetResult();
        }))).ToList();
        // A writer that fails says so at once, instead of being waited for.
        await Task.WhenAny(enough.Task, Task.WhenAll(running));
        await host.Kill();
        await Task.WhenAll(running);
        return writers;
    }

    private static async Task StateEqualsHistory(RunningSluice sluice, string change)
    {
        var auditor = await sluice.As("auditor");
        var comments = (await auditor.Get($"/changes/{change}/comments")).Json;

        Assert.Equal(
            FoldedChange.Of(await sluice.History(change)), FoldedChange.Shown((await sluice.Show(change)).Json, comments));
        using var proof = await auditor.Fetch($"/changes/{change}/proof");
        Assert.Empty(Verification.Of(await proof.Content.ReadAsByteArrayAsync()).Faults);
    }

    private static async Task FilesAreWhole(RunningSluice sluice)
    {
        foreach (var file in sluice.FilesOnDisk())
            Assert.Equal(file.Name, Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(file.FullName))));
    }

    private static async Task<List<string>> Changes(RunningSluice sluice)
    {
        var changes = new List<string>();
        for (var next = "/changes?limit=200"; next is not null;)
        {
            var page = (await (await sluice.As("auditor")).Get(next)).Is(200);
            changes.AddRange(page["items"].AsArray().Select(item => (string)item!["ref"]!));
            next = (string?)page.Json["nextLink"];
        }
        Assert.NotEmpty(changes);
        return changes;
    }

    private static FileInfo[] Incoming(TestDatabase database)
    {
        var folder = new DirectoryInfo(Path.Combine(database.Folder.FullName, "files", "incoming"));
        return folder.Exists ? folder.GetFiles() : [];
    }

    private static JsonObject Content() => new()
    {
        ["title"] = "Written until killed", ["reason"] = "To see what is left", ["kind"] = "normal",
        ["systems"] = new JsonArray(ChangeSteps.PaymentsApi), ["artefacts"] = new JsonArray(),
        ["implementationPlan"] = "I", ["testPlan"] = "T", ["backoutPlan"] = "B",
        ["requestedWindow"] = new JsonObject
        {
            ["from"] = TimeProvider.System.GetUtcNow(), ["until"] = TimeProvider.System.GetUtcNow().AddDays(1),
        },
    };

    /// <summary>Sends some megabytes at once and, when the other end has been killed, goes on until that is noticed.</summary>
    private sealed class NeverEnding(Task killed) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            for (var sent = 0; sent < 8; sent++)
                await stream.WriteAsync(Encoding.ASCII.GetBytes(new string('x', 1 << 20)));
            await stream.FlushAsync();
            await killed;
            // Only who writes notices that the other end is gone.
            while (true)
            {
                await stream.WriteAsync("x"u8.ToArray());
                await stream.FlushAsync();
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
