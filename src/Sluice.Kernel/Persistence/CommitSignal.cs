using System.Collections.Concurrent;
using Sluice.Kernel.Tenancy;

namespace Sluice.Kernel.Persistence;

/// <summary>Tells whoever watches that something has been committed for their organisation, at once and in this process only.</summary>
public sealed class CommitSignal
{
    private readonly ConcurrentDictionary<TenantId, TaskCompletionSource> waiting = new();

    /// <summary>Completed by the next commit. To be taken before looking, so that none is missed in between.</summary>
    public Task Next(TenantId tenant) =>
        waiting.GetOrAdd(tenant, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    internal void Tell(TenantId tenant)
    {
        if (waiting.TryRemove(tenant, out var all))
            all.TrySetResult();
    }
}
