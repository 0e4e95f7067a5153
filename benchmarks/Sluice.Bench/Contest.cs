using Sluice.Bench.Load;
using Sluice.Bench.Running;
using Sluice.Bench.Staging;

namespace Sluice.Bench;

/// <summary>Sluice against the floor, in one kind of request.</summary>
internal sealed class Contest(Stage stage, Workload workload, Postgres? postgres)
{
    private const double Reserve = 1.5;
    private double fastest = 400;

    /// <summary>
    /// Long enough for what is asked to be compiled once more, and with so many clients that all connections to the database are
    /// open and have their statements prepared: as in a process that has run for some minutes.
    /// </summary>
    public async Task WarmUp(int mostClients, TimeSpan time)
    {
        foreach (var server in (Server[])[stage.Floor, stage.Sluice])
            await Round(server, mostClients, time);
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
