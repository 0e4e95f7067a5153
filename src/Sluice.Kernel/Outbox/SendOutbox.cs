using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Sluice.Kernel.Persistence;

// The outbox is nobody's record: it repeats what the ledger says, and its rows are reached through the tenant's filter here too.
#pragma warning disable RS0030

namespace Sluice.Kernel.Outbox;

/// <summary>Sends what one tenant's outbox holds. At least once: whoever receives may be told twice, but never not at all.</summary>
/// <remarks>
/// A row is leased, sent outside any transaction, and then removed. A sender that dies in between loses its lease, and another
/// sends the row again. Several nodes may send at once: a lease is taken by one of them.
/// </remarks>
internal sealed partial class SendOutbox(
    AppDb db, WriteGate gate, HeadJournal journal, TimeProvider clock, ILogger<SendOutbox> log)
{
    private const int MostAtOnce = 200;
    private static readonly TimeSpan LeaseFor = TimeSpan.FromMinutes(1);

    /// <returns>How many rows have been sent.</returns>
    public async Task<int> Handle(CancellationToken ct)
    {
        for (var sent = 0; ;)
        {
            var leased = await Lease(ct);
            // Whoever has leased sends and settles, stopping or not: what it kept for itself would wait until the lease is over.
            var done = await Send(leased);
            if (leased.Count > 0)
                await Settle(leased, done);
            sent += done.Count;
            if (leased.Count < MostAtOnce)
                return sent;
        }
    }

    private async Task<List<OutboxRow>> Lease(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        using var turn = await gate.Enter(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // What another node is leasing at this moment is passed over; in SQLite there is no other, the gate sees to that.
        var free = db.IsPostgres
            ? db.Set<OutboxRow>().FromSql(
                $"""
                select * from outbox
                where tenant_id = {db.Tenant.Value} and (lease_until is null or lease_until <= {now})
                order by id limit {MostAtOnce} for update skip locked
                """)
            : db.Set<OutboxRow>().Where(row => row.LeaseUntil == null || row.LeaseUntil <= now)
                .OrderBy(row => row.Id).Take(MostAtOnce);
        var rows = await free.AsNoTracking().ToListAsync(ct);
        if (rows.Count == 0)
            return [];
        var leaseUntil = now + LeaseFor;
        await Those(rows).ExecuteUpdateAsync(
            row => row.SetProperty(r => r.LeaseUntil, leaseUntil).SetProperty(r => r.Attempts, r => r.Attempts + 1), ct);
        await transaction.CommitAsync(CancellationToken.None);
        return [.. rows.OrderBy(row => row.At).ThenBy(row => row.Sequence)];
    }

    private async Task<List<OutboxRow>> Send(List<OutboxRow> rows)
    {
        var done = new List<OutboxRow>();
        foreach (var month in rows.GroupBy(row => journal.FileFor(row.At).FullName))
            try
            {
                await journal.Append(new(month.Key), month.Select(HeadJournal.Line.Of), CancellationToken.None);
                done.AddRange(month);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                NotWritten(failure, month.Key, month.Count());
            }
        return done;
    }

    private async Task Settle(List<OutboxRow> leased, List<OutboxRow> done)
    {
        var now = clock.GetUtcNow();
        using var turn = await gate.Enter(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync();
        // Sending may have taken longer than the lease: what another node has sent by now is gone already.
        await Those(done).ExecuteDeleteAsync();
        foreach (var failed in leased.Except(done).GroupBy(row => row.RetryAt(now)))
            await Those([.. failed]).ExecuteUpdateAsync(row => row.SetProperty(r => r.LeaseUntil, failed.Key));
        await transaction.CommitAsync();
    }

    /// <summary>All at once: a statement for each row would cost more than the act that left it.</summary>
    private IQueryable<OutboxRow> Those(List<OutboxRow> rows)
    {
        var ids = rows.ConvertAll(row => row.Id);
        return db.Set<OutboxRow>().Where(row => ids.Contains(row.Id));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} heads could not be written to {File}; they are tried again")]
    private partial void NotWritten(Exception failure, string file, int count);
}
