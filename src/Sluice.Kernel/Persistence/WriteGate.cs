namespace Sluice.Kernel.Persistence;

/// <summary>
/// SQLite has one writer at a time. Queuing here is fair and costs nothing; queuing inside SQLite is polling, and under load
/// ends in "database is locked". PostgreSQL needs no gate, so there it is always open.
/// </summary>
public sealed class WriteGate(bool oneAtATime) : IDisposable
{
    private readonly SemaphoreSlim? turn = oneAtATime ? new(1, 1) : null;

    internal async Task<Pass> Enter(CancellationToken ct)
    {
        if (turn is not null)
            await turn.WaitAsync(ct);
        return new(turn);
    }

    public void Dispose() => turn?.Dispose();

    internal readonly struct Pass(SemaphoreSlim? turn) : IDisposable
    {
        public void Dispose() => turn?.Release();
    }
}
