using Sluice.Kernel.Idempotency;
using Sluice.Kernel.Outbox;
using Sluice.Kernel.Outcomes;

namespace Sluice.Kernel.Persistence;

/// <summary>One act, from loading to committing, in one transaction.</summary>
public sealed class UnitOfWork(
    AppDb db, ReadOnce once, WriteGate gate, IdempotentCall call, RepliesInFlight inFlight, OutboxSignal outbox, CommitSignal commits)
{
    private const int MostAttempts = 20;

    /// <summary>Why nothing is to be done in this scope, whatever is asked for; null when nothing stands against it.</summary>
    public Reason? Withheld { get; private set; }

    /// <summary>From now on every act in this scope is refused for this reason, before it has begun.</summary>
    public void Withhold(Reason why) => Withheld = why;

    /// <summary>
    /// Loads, asks and saves; from the start again when another writer was first, so that the rules see what the other did.
    /// Each time round at least one writer gets through. Refused, nothing is kept.
    /// </summary>
    /// <param name="attempt">All of it, the loading too, and the save.</param>
    public async Task<Outcome<T>> Act<T>(Func<Task<Outcome<T>>> attempt, CancellationToken ct)
    {
        // SQLite's writer would wait for itself.
        if (db.Database.CurrentTransaction is not null)
            throw new InvalidOperationException("An act within an act: take the inner one's work into the outer one.");
        if (Withheld is { } why)
            return why;
        if (call.Key is null)
            return await Try(attempt, ct);

        if (inFlight.Take(call) is not { } place)
            return Reason.Conflict("idempotency.in-flight", "The same request is being carried out at this moment.");
        using (place)
            return await Try(attempt, ct);
    }

    /// <summary>What was answered to this very call before; null when it is made for the first time.</summary>
    /// <remarks>For work that comes before <see cref="Act"/> and cannot be repeated.</remarks>
    public async Task<Outcome<T>?> Replay<T>(CancellationToken ct) =>
        call.Key is null ? null : await call.StoredReply<T>(db, ct);

    /// <summary>The same question before it is known what is being sent.</summary>
    public async Task<bool> MayReplay(CancellationToken ct) => call.Key is not null && await call.HasReply(db, ct);

    private async Task<Outcome<T>> Try<T>(Func<Task<Outcome<T>>> attempt, CancellationToken ct)
    {
        for (var left = MostAttempts; left > 0; left--)
        {
            try
            {
                var outcome = await TryOnce(attempt, ct);
                // Hardly any call is a repeated one, so none is looked up first: what it asks for has been done, and is refused now.
                return outcome.Refusal is not null && call.Key is not null && await call.StoredReply<T>(db, ct) is { } reply
                    ? reply : outcome;
            }
            catch (Exception failure) when (Outrun.Is(failure))
            {
                db.ChangeTracker.Clear();
                if (call.Key is not null && await call.StoredReply<T>(db, ct) is { } reply)
                    return reply;
            }
        }
        return Reason.Conflict("record.contended", "Too many people are writing to this at once. Try again.");
    }

    private async Task<Outcome<T>> TryOnce<T>(Func<Task<Outcome<T>>> attempt, CancellationToken ct)
    {
        using var turn = await gate.Enter(ct);
        using var readings = once.Begin();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var outcome = await attempt();
        if (outcome.Refusal is not null)
        {
            db.ChangeTracker.Clear();
            db.HasAppended = false;
            return outcome;
        }
        if (call.Key is not null)
            call.Remember(db, outcome.Value);
        await db.SaveChangesAsync(ct);
        // From here on the caller's hanging up changes nothing any more.
        await transaction.CommitAsync(CancellationToken.None);
        if (db.HasAppended)
        {
            outbox.Kick(db.Tenant);
            commits.Tell(db.Tenant);
        }
        db.HasAppended = false;
        return outcome;
    }
}
