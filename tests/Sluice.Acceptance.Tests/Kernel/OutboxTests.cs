using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Sluice.Acceptance.Tests.Hosting;
using Sluice.Kernel;
using Sluice.Kernel.Outbox;
using Sluice.Kernel.Persistence;
using Sluice.Ledger;

namespace Sluice.Acceptance.Tests.Kernel;

public sealed class OutboxTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory, ClassData(typeof(BothStores))]
    public async Task Head_of_every_entry_reaches_the_journal_right_after_the_commit(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        var requester = await sluice.As("requester");
        var change = (string)(await requester.Post("/changes", Samples.Change("Remembered"))).Is(201)["ref"]!;
        (await requester.Post($"/changes/{change}/comments", new { text = "Not in the journal" })).Is(201);

        var lines = await Eventually(() => Lines(sluice, change), lines => lines.Count == 2);

        var history = (await requester.Get($"/changes/{change}/history")).Is(200)["items"].AsArray();
        Assert.Equal(
            history.Select(entry => ((long)entry!["sequence"]!, (string)entry["hash"]!, (string)entry["act"]!)).OrderBy(entry => entry.Item1),
            lines.Select(line => ((long)line["sequence"]!, (string)line["head"]!, (string)line["act"]!)).OrderBy(line => line.Item1));
        Assert.DoesNotContain(lines, line => line.ToJsonString().Contains("Not in the journal", StringComparison.Ordinal));
        Assert.Equal(0, await Eventually(() => Waiting(sluice), waiting => waiting == 0));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Every_organisation_is_served(Store store)
    {
        await using var sluice = await RunningSluice.New(store);
        await sluice.As("other-requester");

        // The people of both organisations have been added by name at the first start.
        var lines = await Eventually(() => Lines(sluice, "person/other-admin"), lines => lines.Count >= 1);

        Assert.NotEqual(lines[0]["tenant"]!.ToString(), (await Eventually(() => Lines(sluice, "person/admin"), found => found.Count >= 1))[0]["tenant"]!.ToString());
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Senders_side_by_side_take_each_row_once(Store store)
    {
        await using var sluice = await RunningSluice.New(store, new FakeTimeProvider(Noon));
        await Put(sluice, [.. Enumerable.Range(1, 500).Select(number => Row("TEST-1", number, Noon))]);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Send(sluice)));

        Assert.Equal(0, await Eventually(() => Waiting(sluice, "TEST-1"), waiting => waiting == 0));
        var sequences = Lines(sluice, "TEST-1").Select(line => (long)line["sequence"]!).ToList();
        Assert.Equal(500, sequences.Count);
        Assert.Equal(500, sequences.Distinct().Count());
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task What_cannot_be_sent_backs_off_and_blocks_nothing_else(Store store)
    {
        var clock = new FakeTimeProvider(Noon);
        await using var sluice = await RunningSluice.New(store, clock);
        var obstacle = Directory.CreateDirectory(Path.Combine(sluice.Database.Folder.FullName, "heads", "1999-01.jsonl"));
        await Put(sluice, [Row("STUCK-1", 1, new(1999, 1, 1, 0, 0, 0, TimeSpan.Zero)), Row("FREE-1", 1, Noon)]);

        await Send(sluice);
        await IsPutOff(sluice, attempts: 1, until: Noon.AddSeconds(1));
        Assert.Single(Lines(sluice, "FREE-1"));

        clock.Advance(TimeSpan.FromSeconds(1));
        await Send(sluice);
        await IsPutOff(sluice, attempts: 2, until: Noon.AddSeconds(3));

        obstacle.Delete();
        await Send(sluice);
        Assert.Empty(Lines(sluice, "STUCK-1"));
        clock.Advance(TimeSpan.FromSeconds(2));
        await Send(sluice);
        Assert.Equal(0, await Eventually(() => Waiting(sluice, "STUCK-1"), waiting => waiting == 0));
        Assert.Single(await Eventually(() => Lines(sluice, "STUCK-1"), lines => lines.Count > 0));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task What_a_dead_sender_had_leased_is_sent_when_the_lease_is_over(Store store)
    {
        var clock = new FakeTimeProvider(Noon);
        await using var sluice = await RunningSluice.New(store, clock);
        await Put(sluice, [Row("LEASED-1", 1, Noon) with { LeaseUntil = Noon.AddMinutes(1), Attempts = 1 }]);

        await Send(sluice);
        Assert.Empty(Lines(sluice, "LEASED-1"));
        clock.Advance(TimeSpan.FromMinutes(1));
        await Send(sluice);
        Assert.Equal(0, await Eventually(() => Waiting(sluice, "LEASED-1"), waiting => waiting == 0));
        Assert.Single(await Eventually(() => Lines(sluice, "LEASED-1"), lines => lines.Count > 0));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Sender_that_is_stopped_keeps_nothing_leased(Store store)
    {
        using var stop = new CancellationTokenSource();
        await using var sluice = await RunningSluice.New(store, new StopsWhenItSettles(stop));
        await Eventually(() => Waiting(sluice), waiting => waiting == 0);
        await Put(sluice, [Row("LAST-1", 1, Noon)]);
        await using var scope = await sluice.ScopeOf("requester");

        StopsWhenItSettles.Looks.Value = new(0);
        await scope.ServiceProvider.GetRequiredService<SendOutbox>().Handle(stop.Token);

        Assert.True(stop.IsCancellationRequested);
        Assert.Equal(0, await Waiting(sluice, "LAST-1"));
        Assert.Single(Lines(sluice, "LAST-1"));
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task What_was_left_behind_is_sent_at_the_next_start(Store store)
    {
        await using var database = await TestDatabase.New(store);
        var first = await RunningSluice.Start(database);
        await first.Stop();
        await Put(first, [Row("LEFT-1", 1, Noon)]);
        Assert.Empty(Lines(first, "LEFT-1"));

        var second = await RunningSluice.Start(database);

        Assert.Single(await Eventually(() => Lines(second, "LEFT-1"), lines => lines.Count == 1));
        await second.Stop();
    }

    [Theory, ClassData(typeof(BothStores))]
    public async Task Refused_act_leaves_nothing_to_send(Store store)
    {
        await using var sluice = await RunningSluice.New(store, new FakeTimeProvider(Noon));
        var requester = await sluice.As("requester");
        await Eventually(() => Waiting(sluice), waiting => waiting == 0);

        (await requester.Post("/changes", Samples.Change(""))).IsRefused(422, "text.missing");

        Assert.Equal(0, await Waiting(sluice));
    }

    private static OutboxRow Row(string record, long sequence, DateTimeOffset at) => new(
        default, TypedId.New<OutboxId>(at), record, sequence, Digest.None, "tested", at);

    private static async Task Put(RunningSluice sluice, IReadOnlyList<OutboxRow> rows)
    {
        await using var scope = await sluice.ScopeOf("requester");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.AddRange(rows);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    private static async Task Send(RunningSluice sluice)
    {
        await using var scope = await sluice.ScopeOf("requester");
        await scope.ServiceProvider.GetRequiredService<SendOutbox>().Handle(default);
    }

    private static async Task<int> Waiting(RunningSluice sluice, string? record = null)
    {
        await using var scope = await sluice.ScopeOf("requester");
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Set<OutboxRow>()
            .CountAsync(row => record == null || row.Record == record);
    }

    // The host's own postman goes round at every start, and may be the one who takes the rows: it is waited for, never counted on.
    private static async Task IsPutOff(RunningSluice sluice, int attempts, DateTimeOffset until)
    {
        var stuck = await Eventually(() => Stuck(sluice), row => (row.Attempts, row.LeaseUntil) == (attempts, until));
        Assert.Equal((attempts, until), (stuck.Attempts, stuck.LeaseUntil));
        Assert.Equal(0, await Eventually(() => Waiting(sluice, "FREE-1"), waiting => waiting == 0));
    }

    private static async Task<OutboxRow> Stuck(RunningSluice sluice)
    {
        await using var scope = await sluice.ScopeOf("requester");
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Set<OutboxRow>().AsNoTracking()
            .SingleAsync(row => row.Record == "STUCK-1");
    }

    private static List<JsonNode> Lines(RunningSluice sluice, string record)
    {
        var found = new List<JsonNode>();
        foreach (var file in new DirectoryInfo(Path.Combine(sluice.Database.Folder.FullName, "heads")).EnumerateFiles("*.jsonl"))
            try
            {
                found.AddRange(File.ReadAllLines(file.FullName).Select(line => JsonNode.Parse(line)!).Where(line => (string)line["record"]! == record));
            }
            catch (IOException)
            {
                // It is being written at this moment; who waits for a line looks again.
            }
        return found;
    }

    private static Task<T> Eventually<T>(Func<T> look, Func<T, bool> isSo) => Eventually(() => Task.FromResult(look()), isSo);

    private static async Task<T> Eventually<T>(Func<Task<T>> look, Func<T, bool> isSo)
    {
        for (var left = 600; ; left--)
        {
            var seen = await look();
            if (isSo(seen) || left == 0)
                return seen;
            await Task.Delay(100);
        }
    }

    /// <summary>Looked at twice by a sender: when it leases and when it settles.</summary>
    private sealed class StopsWhenItSettles(CancellationTokenSource stop) : FakeTimeProvider(Noon)
    {
        public static AsyncLocal<StrongBox<int>?> Looks { get; } = new();

        public override DateTimeOffset GetUtcNow()
        {
            if (Looks.Value is { } looks && ++looks.Value == 2)
                stop.Cancel();
            return base.GetUtcNow();
        }
    }
}
