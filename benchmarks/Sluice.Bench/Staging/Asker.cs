using System.Text;
using Sluice.Bench.Capture;
using Sluice.Bench.Floor;
using Sluice.Bench.Load;
using Sluice.Bench.Seeding;

namespace Sluice.Bench.Staging;

/// <summary>Asks Sluice once and makes the floor's answer of what it saw in the database.</summary>
internal sealed class Asker(int port, IStore store, StatementLog? statements)
{
    public Task Watch(Func<Task> work) => statements is null ? work() : statements.While(async () =>
    {
        await work();
        return true;
    });

    public async Task<(Answer Answer, Cost Cost)> Act(byte[] request)
    {
        await Quiet();
        var length = 0;
        var seen = await Seen(async () => length = await Send(request));
        var moves = await store.TakeNotes();
        var writes = NotedWrites.For(store, moves, NumberOf(request, moves));
        return (new(KeyOf(request), [], writes, length), new(seen.Count(StatementLog.IsQuery) + writes.Count, writes.Count));
    }

    public async Task<(Answer Answer, Cost Cost)> Ask(byte[] request, bool asPage)
    {
        var length = 0;
        var seen = await statements!.Of(async () =>
        {
            await store.TakeNotes();
            length = await Send(request);
        });
        var (reads, moves) = (seen.Where(StatementLog.IsQuery).ToList(), await store.TakeNotes());
        var writes = moves.Count == 0 ? [] : NotedWrites.For(store, moves, NumberOf(request, moves));
        return (new(KeyOf(request), reads, writes, asPage ? length : null), new(reads.Count + writes.Count, writes.Count));
    }

    /// <summary>What went before is sent from the outbox first.</summary>
    private async Task Quiet()
    {
        await store.OutboxIsSent();
        await store.TakeNotes();
    }

    private Task<IReadOnlyList<Statement>> Seen(Func<Task> ask) => statements is null ? Unseen(ask) : statements.Once(ask);

    private static async Task<IReadOnlyList<Statement>> Unseen(Func<Task> ask)
    {
        await ask();
        return [];
    }

    private async Task<int> Send(byte[] request)
    {
        using var connection = await Connection.To(port);
        var (status, length) = await connection.Ask(request);
        return status is >= 200 and <= 299 ? length : throw new InvalidOperationException($"{status} for {KeyOf(request)}");
    }

    private static string KeyOf(byte[] request) =>
        Encoding.UTF8.GetString(request).Split(' ') is [var method, var target, ..] ? PreparedAnswer.KeyOf(method, target) : "";

    /// <summary>The subject's; or of the change that has been made.</summary>
    private static int NumberOf(byte[] request, List<RowMove> moves) =>
        PreparedAnswer.NumberIn(Encoding.UTF8.GetString(request).Split(' ')[1])
        ?? int.Parse(moves.First(move => move.Table == "change").After["number"]!, System.Globalization.CultureInfo.InvariantCulture);
}
