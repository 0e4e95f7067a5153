using System.Diagnostics;
using Sluice.Bench.Running;

namespace Sluice.Bench.Load;

/// <summary>So many clients, each asking again as soon as it has been answered.</summary>
internal static class ClosedLoop
{
    /// <param name="next">The next request, or null when there is nothing left to ask.</param>
    /// <param name="settled">What the requests cause afterwards is part of what they cost, though nobody waits for it.</param>
    /// <exception cref="InvalidOperationException">Any answer but a success: what is refused costs less than what is done.</exception>
    public static async Task<Sample> Run(Server server, Func<byte[]?> next, int clients, TimeSpan time, Postgres? postgres, Func<Task>? settled)
    {
        var connections = await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Connection.To(server.Port)));
        try
        {
            var (cpu, databaseCpu, began) = (server.CpuMs, postgres?.CpuMs ?? 0, Stopwatch.GetTimestamp());
            var until = began + (long)(time.TotalSeconds * Stopwatch.Frequency);
            var times = await Task.WhenAll(connections.Select(connection => Task.Run(() => Ask(connection, next, until))));
            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            if (settled is not null)
                await settled();
            var all = times.SelectMany(one => one).ToList();
            if (all.Count == 0)
                throw new InvalidOperationException("There was nothing to ask: too few subjects were prepared.");
            return Sample.Of(all, seconds, server.CpuMs - cpu, (postgres?.CpuMs ?? 0) - databaseCpu);
        }
        finally
        {
            foreach (var connection in connections)
                connection.Dispose();
        }
    }

    private static async Task<List<double>> Ask(Connection connection, Func<byte[]?> next, long until)
    {
        var times = new List<double>();
        for (var now = Stopwatch.GetTimestamp(); now < until && next() is { } request;)
        {
            var (status, _) = await connection.Ask(request);
            var answered = Stopwatch.GetTimestamp();
            if (status is < 200 or > 299)
                throw new InvalidOperationException(
                    $"{status} for {System.Text.Encoding.UTF8.GetString(request).Split('\n')[0].Trim()}");
            times.Add(Stopwatch.GetElapsedTime(now, answered).TotalMilliseconds);
            now = answered;
        }
        return times;
    }
}
