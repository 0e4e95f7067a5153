using System.Collections.Concurrent;

namespace Sluice.Kernel.Idempotency;

/// <summary>
/// Calls being carried out in this process. Across processes the database decides: the second insert of the same key waits for
/// the first, fails, and is answered with the stored reply.
/// </summary>
public sealed class RepliesInFlight
{
    private readonly ConcurrentDictionary<string, byte> keys = new();

    internal IDisposable? Take(IdempotentCall call) => keys.TryAdd(call.Key!, 0) ? new Place(keys, call.Key!) : null;

    private sealed class Place(ConcurrentDictionary<string, byte> keys, string key) : IDisposable
    {
        public void Dispose() => keys.TryRemove(key, out _);
    }
}
