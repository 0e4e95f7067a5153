using System.Diagnostics;
using Sluice.Fuzz.Judging;
using Sluice.Fuzz.Making;

namespace Sluice.Fuzz.Running;

/// <summary>Inputs one after the other, on all cores, until there have been enough.</summary>
/// <param name="underWay">Null where nobody asks what was read when the process ended.</param>
internal sealed class Campaign(Inputs inputs, Judge judge, UnderWay? underWay = null)
{
    // What calls itself for each level that an input has ends here at a depth that elsewhere would just do.
    private const int StackSize = 512 * 1024;
    private const int Twice = 8;
    private const int Large = 1024 * 1024;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);

    // The memory of one that is large at a time.
    private readonly Lock large = new();
    private readonly Worker[] workers = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Worker())];
    private readonly Dictionary<string, (Finding Finding, Input Input)> findings = [];
    private long next;

    /// <summary>Told from time to time of what there is so far.</summary>
    public Action<Tally, TimeSpan> Progress { get; init; } = (_, _) => { };

    /// <summary>How long after its beginning an input of a size counts as one that never ends.</summary>
    public Func<int, TimeSpan> Wait { get; init; } = Budget.Wait;

    /// <param name="first">The number of the first input.</param>
    /// <param name="count">How many; no more are begun after <paramref name="longest"/>.</param>
    public Outcome Run(long first, long count, TimeSpan longest)
    {
        next = first;
        var began = Stopwatch.GetTimestamp();
        var threads = workers.Select((worker, slot) => new Thread(() => Work(worker, slot, first + count, began, longest), StackSize)
        {
            IsBackground = true,
            Name = $"reader {slot}",
        }).ToList();
        threads.ForEach(thread => thread.Start());
        Input? hung = null;
        while (hung is null && threads.FirstOrDefault(thread => thread.IsAlive) is { } alive)
            if (!alive.Join(BetweenLooks))
            {
                hung = workers.Select(worker => worker.Overdue(Wait)).FirstOrDefault(input => input is not null);
                Progress(Tally, Stopwatch.GetElapsedTime(began));
            }
        lock (findings)
        {
            if (hung is not null)
                findings["does not end"] = (new("does not end", $"After {Wait(hung.Content.Length).TotalSeconds:N0} s it was still read."), hung);
            return new(Tally, Stopwatch.GetElapsedTime(began), [.. findings.Values], hung is not null);
        }
    }

    private Tally Tally => Tally.Of(workers.Select(worker => worker.Tally));

    private void Work(Worker worker, int slot, long end, long began, TimeSpan longest)
    {
        while (Stopwatch.GetElapsedTime(began) < longest && Interlocked.Increment(ref next) - 1 is var number && number < end)
        {
            underWay?.Note(slot, number);
            var input = inputs.Of(number);
            if (input.Content.Length <= Large)
                Read(worker, input);
            else
                lock (large)
                    Read(worker, input);
        }
        underWay?.Note(slot, -1);
    }

    private void Read(Worker worker, Input input)
    {
        worker.Begin(input);
        var verdict = judge.Of(input, input.Number % Twice == 0);
        worker.End();
        lock (worker.Tally)
            worker.Tally.Add(input, verdict);
        if (verdict.Finding is { } finding)
            lock (findings)
                findings.TryAdd(finding.What, (finding, input));
    }

    private sealed class Worker
    {
        private readonly Lock key = new();
        private Input? reads;
        private long since;

        public Tally Tally { get; } = new();

        /// <summary>What it has been reading for longer than any input may take; null while all is well.</summary>
        public Input? Overdue(Func<int, TimeSpan> wait)
        {
            lock (key)
                return reads is not null && Stopwatch.GetElapsedTime(since) > wait(reads.Content.Length) ? reads : null;
        }

        public void Begin(Input input)
        {
            lock (key)
                (reads, since) = (input, Stopwatch.GetTimestamp());
        }

        public void End()
        {
            lock (key)
                reads = null;
        }
    }
}
