namespace Sluice.Mainframe.Estate;

/// <summary>Works on several items at once and hands the results on one by one, in the items' order.</summary>
internal static class InOrder
{
    // As much memory as a few ordinary members need, or one that is larger than all those.
    private const long MostBytes = 32 * 1024 * 1024;

    /// <param name="size">Of an item in bytes: large ones are not worked on beside many others.</param>
    /// <param name="known">The result of an item that needs no work; null of one that does.</param>
    public static async Task Run<TItem, TResult>(
        IEnumerable<TItem> items, Func<TItem, long> size, Func<TItem, TResult?> known, Func<TItem, TResult> work, Action<TResult> take,
        CancellationToken ct)
        where TResult : class
    {
        var width = 4 * Environment.ProcessorCount;
        var ahead = new Queue<(Task<TResult> Result, long Size)>(width);
        var bytes = 0L;
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
                ahead.Enqueue((result is not null ? Task.FromResult(result) : Task.Run(() => work(item), ct), size(item)));
            }
            while (ahead.Count > 0)
                await Next();
        }
        finally
        {
            // Whoever stops here may close what the rest still reads from.
            await Task.WhenAll(ahead.Select(one => one.Result))
                .ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }

        async Task Next()
        {
            var (result, its) = ahead.Dequeue();
            bytes -= its;
            take(await result);
        }
    }
}
