using System.Collections.Concurrent;
using System.Threading.Channels;
using Sluice.Kernel.Tenancy;

namespace Sluice.Kernel.Outbox;

/// <summary>Whose outbox has something to send, as far as this process knows. Told twice before anybody looks, it is one call.</summary>
public sealed class OutboxSignal
{
    private readonly ConcurrentDictionary<TenantId, byte> waiting = new();
    private readonly Channel<TenantId> calls = Channel.CreateUnbounded<TenantId>(new() { SingleReader = true });

    internal void Kick(TenantId tenant)
    {
        if (waiting.TryAdd(tenant, 0))
            calls.Writer.TryWrite(tenant);
    }

    internal async Task<TenantId> Next(CancellationToken ct)
    {
        var tenant = await calls.Reader.ReadAsync(ct);
        // Before it is looked at: what is committed from here on is a call of its own.
        waiting.TryRemove(tenant, out _);
        return tenant;
    }
}
