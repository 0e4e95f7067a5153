using System.Diagnostics;
using System.Globalization;
using Sluice.Bench.Load;
using Sluice.Bench.Reporting;
using Sluice.Bench.Running;
using Sluice.Bench.Staging;

namespace Sluice.Bench;

/// <summary>How long it takes until the last of 100 viewers of a run has heard of a step.</summary>
internal sealed class Board(Stage stage, Postgres postgres)
{
    private const int Viewers = 100;

    // Sluice looks once a second: where in that second the step falls is chance, and is spread.
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(230);

    public async Task<Figure> Measure(int rounds, int rows)
    {
        await stage.Boards.Prepare(2 * (rounds + 1));
        var (sluice, floor) = (new List<Turn>(), new List<Turn>());
        await Once(stage.Floor, 0);
        await Once(stage.Sluice, 0);
        for (var round = 0; round < rounds; round++)
        {
            floor.Add(await Counted(stage.Floor, round));
            sluice.Add(await Counted(stage.Sluice, round));
        }
        await stage.Store.ClearFloorOutbox();
        return Figure.Of("board", Viewers, rows, "postgres", [Of(sluice)], [Of(floor)]);
    }

    private static Sample Of(List<Turn> turns) => Sample.Of(
        turns.ConvertAll(turn => turn.Ms), turns.Sum(turn => turn.Ms) / 1_000, turns.Sum(turn => turn.CpuMs), turns.Sum(turn => turn.DatabaseCpuMs));

    /// <summary>With what 100 viewers cost while they come, wait and are told.</summary>
    private async Task<Turn> Counted(Server server, int round)
    {
        var (cpu, databaseCpu) = (server.CpuMs, postgres.CpuMs);
        var ms = await Once(server, round);
        return new(ms, server.CpuMs - cpu, postgres.CpuMs - databaseCpu);
    }

    private async Task<double> Once(Server server, int round)
    {
        var number = stage.Boards.Take() ?? throw new InvalidOperationException("No release is left to be watched.");
        var request = Request.Get(string.Create(CultureInfo.InvariantCulture, $"/api/v1/releases/REL-{number}/events"), stage.Watcher);
        var viewers = await Task.WhenAll(Enumerable.Range(0, Viewers).Select(_ => Connection.To(server.Port)));
        using var actor = await Connection.To(server.Port);
        try
        {
            await Task.WhenAll(viewers.Select(viewer => Begin(viewer, request)));
            await Task.Delay(Apart * (1 + (round % 4)));
            var told = viewers.Select(Told).ToList();
            var began = Stopwatch.GetTimestamp();
            if ((await actor.Ask(stage.CompleteStep(number))).Status is not 200 and var status)
                throw new InvalidOperationException($"{status} for a step that is watched.");
            await Task.WhenAll(told);
            return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }
        finally
        {
            foreach (var viewer in viewers)
                viewer.Dispose();
        }
    }

    private static async Task Begin(Connection viewer, byte[] request)
    {
        if ((await viewer.Begin(request)).Status is not 200 and var status)
            throw new InvalidOperationException($"{status} for a viewer.");
        await Told(viewer);
    }

    private static async Task Told(Connection viewer)
    {
        while (!(await viewer.Line()).StartsWith("data:", StringComparison.Ordinal))
        {
            // Chunk sizes, the event's name, empty lines.
        }
    }

    private readonly record struct Turn(double Ms, double CpuMs, double DatabaseCpuMs);
}
