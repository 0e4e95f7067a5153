using System.Collections.Concurrent;

namespace Sluice.Mainframe.Estate;

/// <summary>Works on several items at once and hands the results on one by one, in the items' order.</summary>
internal static class InOrder
{
    // As much memory as a few ordinary members need, or one that is larger than all those.
    private const long MostBytes = 32 * 1024 * 1024;

    // Threads of its own, and few: each keeps buffers as large as what it has read. Two more than can run, as some wait for the disk.
    private static readonly int Threads = Environment.ProcessorCount + 2;

    /// <param name="size">Of an item in bytes: large ones are not worked on beside many others.</param>
    /// <param name="known">The result of an item that needs no work; null of one that does.</param>
    public static async Task Run<TItem, TResult>(
        IEnumerable<TItem> items, Func<TItem, long> size, Func<TItem, TResult?> known, Func<TItem, TResult> work, Action<TResult> take,
        CancellationToken ct)
        where TResult : class
    {
        var width = 2 * Threads;
        var ahead = new Queue<(Task<TResult> Result, long Size)>(width);
        var bytes = 0L;
        using var waiting = new BlockingCollection<(TItem Item, TaskCompletionSource<TResult> Result)>();
        var threads = Enumerable.Range(0, Threads).Select(_ => Task.Factory.StartNew(
            () => Work(waiting, work, ct), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToList();
        try
        {
            foreach (var item in items)
            {
                ct.ThrowIfCancellationRequested();
                var result = known(item);
                if (result is not null && ahead.Count == 0)
                {
                    take(result);
                    continue;
                }
                while (ahead.Count == width || (ahead.Count > 0 && bytes + size(item) > MostBytes))
                    await Next();
                bytes += size(item);
                ahead.Enqueue((result is not null ? Task.FromResult(result) : Later(item), size(item)));
            }
            while (ahead.Count > 0)
                await Next();
        }
        finally
        {
            // Whoever stops here may close what the threads still read from.
            waiting.CompleteAdding();
            await Task.WhenAll(threads);
        }

        Task<TResult> Later(TItem item)
        {
            var result = new TaskCompletionSource<TResult>(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((item, result), CancellationToken.None);
            return result.Task;
        }

        async Task Next()
        {
            var (result, its) = ahead.Dequeue();
            bytes -= its;
            take(await result);
        }
    }

    private static void Work<TItem, TResult>(
        BlockingCollection<(TItem Item, TaskCompletionSource<TResult> Result)> waiting, Func<TItem, TResult> work, CancellationToken ct)
    {
        foreach (var (item, result) in waiting.GetConsumingEnumerable(CancellationToken.None))
            try
            {
                ct.ThrowIfCancellationRequested();
                result.SetResult(work(item));
            }
            catch (Exception failure)
            {
                result.SetException(failure);
            }
    }
}
