using Microsoft.Extensions.Hosting;

namespace Sluice.Kernel.Persistence;

/// <summary>What runs in the background begins when requests do: until then the database is being prepared.</summary>
public static class BackgroundStart
{
    /// <exception cref="OperationCanceledException">The host stops without having started.</exception>
    public static async Task Started(this IHostApplicationLifetime host, CancellationToken stopping)
    {
        // Goes on at once, within the start: whoever has started a host finds everything in it started.
        var started = new TaskCompletionSource();
        await using var onStart = host.ApplicationStarted.Register(() => started.TrySetResult());
        await using var onStop = stopping.Register(() => started.TrySetCanceled(stopping));
        await started.Task;
    }
}
