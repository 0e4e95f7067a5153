using System.Diagnostics;
using Sluice.Bench.Capture;
using Sluice.Bench.Estates;
using Sluice.Bench.Estates.Measuring;
using Sluice.Bench.Load;
using Sluice.Bench.Reporting;
using Sluice.Bench.Running;
using Sluice.Bench.Seeding;
using Sluice.Bench.Staging;

namespace Sluice.Bench;

/// <summary>All of it, size by size: fill, start, ask, report.</summary>
internal sealed class Benchmark(BenchOptions options)
{
    private readonly Workplace workplace = new(options.Web, options.Folder);
    private readonly Postgres postgres = new(options.Port, options.Cluster);
    private readonly TimeProvider clock = TimeProvider.System;
    private readonly List<Figure> figures = [];
    private readonly Dictionary<string, Cost> costs = [];
    private readonly List<string> failures = [];

    /// <returns>Whether everything that was asked for could be measured.</returns>
    public async Task<bool> Run()
    {
        Console.WriteLine(Machine.Words);
        // SQLite first: it is done in two minutes, and a million changes take half an hour.
        if (options.WantsSqlite)
        {
            await OnSqlite(options.Rows[0]);
            Report();
        }
        if (options.WantsEstate)
        {
            await OnEstate();
            Report();
        }
        foreach (var rows in options.Rows.Where(_ => options.WantsPostgres))
        {
            await OnPostgres(rows);
            Report();
        }
        Console.WriteLine();
        foreach (var aim in Aim.All(figures).Where(aim => aim.IsReached is not null))
            Console.WriteLine($"{(aim.IsReached is true ? "reached" : "MISSED "),-8} {aim.Words}: {aim.Measured}");
        foreach (var failure in failures)
            Console.WriteLine($"FAILED   {failure}");
        return failures.Count == 0;
    }

    private async Task OnEstate()
    {
        Console.WriteLine("An estate of z/OS sources");
        var estate = await new EstateContest(options.Cli, options.Folder).Measure(EstateCommand.Members, EstateCommand.Lines, options.Rounds);
        foreach (var figure in estate.Figures())
            Add(figure);
        foreach (var (words, measured, isReached) in estate.Aims())
            Console.WriteLine($"{(isReached ? "reached" : "MISSED "),-8} {words}: {measured}");
        if (options.EstateReport is { } report)
            estate.Write(report, clock.GetUtcNow());
    }

    /// <summary>After each size, with all so far: whoever stops a long run keeps what was measured.</summary>
    private void Report()
    {
        if (options.Json is { } json)
            JsonReport.Write(json, figures);
        if (options.Report is { } report && (options.WantsPostgres || options.WantsSqlite))
            MarkdownReport.Write(report, [.. figures.Where(figure => figure.Database != "files")], costs, failures, options, clock.GetUtcNow());
    }

    private async Task OnPostgres(int rows)
    {
        Console.WriteLine($"PostgreSQL, {rows:N0} changes");
        var database = $"bench_{rows}";
        await postgres.Run($"create database {database} owner sluice_owner");
        var place = Place.Postgres(Path.Combine(options.Folder, database), postgres.AsOwner(database));
        var builder = new StageBuilder(
            workplace, place, async () => await PostgresStore.Open(postgres.AsSuperuser(database)), new StatementLog(postgres, database), clock);
        double loaded;
        await using (var stage = await builder.Build(rows))
        {
            foreach (var (name, cost) in stage.Costs)
                costs[name] = cost;
            await Ask(stage, "postgres", rows, postgres, "");
            if (options.Wants("board"))
                Add(await new Board(stage, postgres).Measure(options.IsQuick ? 3 : 15, rows));
            loaded = stage.Sluice.ResidentMb;
            // As after a quiet night: nothing is left that autovacuum would do just while Sluice starts.
            await stage.Store.Settle();
        }
        if (options.Wants("start"))
            Add(await new Start(workplace, place).Measure(options.Rounds, rows, loaded));
        await postgres.Run($"drop database {database} with (force)");
    }

    private async Task OnSqlite(int rows)
    {
        Console.WriteLine($"SQLite, {rows:N0} changes");
        var place = Place.Sqlite(Path.Combine(options.Folder, "sqlite"));
        var builder = new StageBuilder(workplace, place, async () => await SqliteStore.Open(place.FloorPlace), null, clock);
        await using var stage = await builder.Build(rows);
        await Ask(stage, "sqlite", rows, null, "sqlite-");
    }

    private async Task Ask(Stage stage, string database, int rows, Postgres? measured, string prefix)
    {
        // Reads first and by themselves: what the writes leave behind, thousands of running releases, is no night that anybody has.
        foreach (var group in stage.Workloads.Where(workload => options.Wants(prefix + workload.Name)).GroupBy(workload => workload.IsWrite))
        {
            List<(string Name, Contest Contest)> contests =
                [.. group.Select(workload => (prefix + workload.Name, new Contest(stage, workload, measured)))];
            // All of them before the first is measured: what one has in common with the next is warm for both.
            foreach (var (name, contest) in contests)
                await OrFail($"{name}, warming up on {rows:N0} changes", async () =>
                {
                    var cpu = await contest.WarmUp(options.Clients.Max(), options.WarmUp, options.MostWarmUps);
                    Console.WriteLine($"{name}, warming up: {string.Join(", ", cpu.Select(ms => $"{ms:F1}"))} ms of CPU");
                });
            Lines.Head();
            foreach (var (name, contest) in contests)
                foreach (var clients in options.Clients)
                    await OrFail($"{name}, {clients} clients on {rows:N0} changes", async () =>
                    {
                        var (sluice, floor) = await Rounds(contest, stage, clients);
                        Add(Figure.Of(name, clients, rows, database, sluice, floor));
                    });
        }
    }

    private async Task<(List<Sample> Sluice, List<Sample> Floor)> Rounds(Contest contest, Stage stage, int clients)
    {
        var (sluice, floor, began) = (new List<Sample>(), new List<Sample>(), Stopwatch.GetTimestamp());
        for (var round = 0; round < options.Rounds && (round == 0 || Stopwatch.GetElapsedTime(began) < options.Patience); round++)
        {
            floor.Add(await contest.Round(stage.Floor, clients, options.Round));
            sluice.Add(await contest.Round(stage.Sluice, clients, options.Round));
        }
        return (sluice, floor);
    }

    /// <summary>One figure that cannot be had keeps nobody from the others; it is said at the end once more, and is no success.</summary>
    private async Task OrFail(string what, Func<Task> measure)
    {
        try
        {
            await measure();
        }
        catch (InvalidOperationException failure)
        {
            failures.Add($"{what}: {failure.Message}");
            Console.WriteLine($"FAILED {failures[^1]}");
        }
    }

    private void Add(Figure figure)
    {
        figures.Add(figure);
        Lines.Write(figure);
    }
}
