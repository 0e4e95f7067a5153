using System.Diagnostics;
using Sluice.Bench.Load;
using Sluice.Bench.Reporting;
using Sluice.Bench.Running;

namespace Sluice.Bench;

/// <summary>From starting the process to its first answers, on a database that has been used before.</summary>
internal sealed class Start(Workplace workplace, Place place)
{
    /// <param name="loadedMb">What another process of Sluice's held at the end of its work.</param>
    public async Task<Figure> Measure(int rounds, int rows, double loadedMb)
    {
        var (sluice, floor, memory, health) = (new List<Sample>(), new List<Sample>(), new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            floor.Add((await Once(() => workplace.StartFloor(place, null))).Sample);
            var (sample, healthMs, residentMb) = await Once(() => workplace.StartSluice(place));
            sluice.Add(sample);
            health.Add(healthMs);
            memory.Add(residentMb);
        }
        return Figure.Of("start", 1, rows, "postgres", sluice, floor) with
        {
            Memory = new(Sample.Median(memory, megabytes => megabytes), loadedMb, Sample.Median(health, ms => ms)),
        };
    }

    private static async Task<(Sample Sample, double HealthMs, double ResidentMb)> Once(Func<Server> start)
    {
        var began = Stopwatch.GetTimestamp();
        await using var server = start();
        await server.Answers("/healthz");
        var health = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        await server.Answers("/sign-in");
        var page = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        return (Sample.Of([page], page / 1_000, server.CpuMs, 0), health, server.ResidentMb);
    }
}
