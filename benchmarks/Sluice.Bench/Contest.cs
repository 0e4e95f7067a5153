using Sluice.Bench.Load;
using Sluice.Bench.Running;
using Sluice.Bench.Staging;

namespace Sluice.Bench;

/// <summary>Sluice against the floor, in one kind of request.</summary>
internal sealed class Contest(Stage stage, Workload workload, Postgres? postgres)
{
    private const double Reserve = 1.5;
    private const double Same = 0.95;
    private double fastest = 400;

    /// <summary>
    /// With so many clients that all connections to the database are open and have their statements prepared, and so often that
    /// Sluice's requests get no cheaper any more: .NET compiles what is called often once more, beside the requests and on their
    /// cores. As in a process that has run for some minutes.
    /// </summary>
    /// <returns>Milliseconds of CPU that a request of Sluice's cost, round by round.</returns>
    public async Task<List<double>> WarmUp(int mostClients, TimeSpan time, int mostRounds)
    {
        await Round(stage.Floor, mostClients, time);
        var costs = new List<double>();
        do
            costs.Add((await Round(stage.Sluice, mostClients, time)).CpuMs);
        while (costs.Count < mostRounds && (costs.Count == 1 || costs[^1] < Same * costs[^2]));
        return costs;
    }

    public async Task<Sample> Round(Server server, int clients, TimeSpan time)
    {
        if (workload.Prepare is { } prepare)
            await prepare((int)(fastest * Reserve * time.TotalSeconds) + (2 * clients));
        var sample = await ClosedLoop.Run(
            server, workload.Next, clients, time, postgres, server == stage.Sluice ? stage.Store.OutboxIsSent : null);
        fastest = Math.Max(fastest, sample.Rps);
        await stage.Store.ClearFloorOutbox();
        return sample;
    }
}
