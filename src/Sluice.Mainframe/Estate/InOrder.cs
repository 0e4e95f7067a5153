namespace Sluice.Mainframe.Estate;

/// <summary>Works on several items at once and hands the results on one by one, in the items' order.</summary>
internal static class InOrder
{
    /// <param name="known">The result of an item that needs no work; null of one that does.</param>
    public static async Task Run<TItem, TResult>(
        IEnumerable<TItem> items, Func<TItem, TResult?> known, Func<TItem, TResult> work, Action<TResult> take, CancellationToken ct)
        where TResult : class
    {
        // No more than this is held: as much memory as the largest few members need.
        var width = 4 * Environment.ProcessorCount;
        var ahead = new Queue<Task<TResult>>(width);
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
                if (ahead.Count == width)
                    take(await ahead.Dequeue());
                ahead.Enqueue(result is not null ? Task.FromResult(result) : Task.Run(() => work(item), ct));
            }
            while (ahead.Count > 0)
                take(await ahead.Dequeue());
        }
        finally
        {
            // Whoever stops here may close what the rest still reads from.
            await Task.WhenAll(ahead).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }
}
