using Sluice.Fuzz.Judging;
using Sluice.Fuzz.Making;
using Sluice.Fuzz.Running;

namespace Sluice.Fuzz;

/// <summary>The command: makes the inputs, has them read and tells what came of it.</summary>
internal sealed class Fuzzing(FuzzOptions options, Judge judge)
{
    private static readonly TimeSpan BetweenWords = TimeSpan.FromSeconds(30);

    private readonly string? data = options.From is null && Environment.GetEnvironmentVariable("SLUICE_TEST_DATA") is { Length: > 0 } named
        && Path.Combine(named, "mainframe", "src") is var there && Directory.Exists(there) ? there : null;

    /// <returns>Whether every promise was kept.</returns>
    public bool Run()
    {
        if (options.Read is { } file)
            return Read(file);
        var seeds = options.From is { } from ? SeedMembers.From(from) : data is not null ? SeedMembers.OwnAnd(data) : SeedMembers.Own();
        if (seeds.All.Count == 0)
            throw new InvalidOperationException($"There is nothing to read in {options.From}.");
        var (seed, numbers) = options.IsAfterCrash ? UnderWay.Left(options.Folder) : (options.Seed, []);
        var inputs = new Inputs(seeds, seed, Inputs.Largest);
        var (before, after) = (data is null ? "" : "SLUICE_TEST_DATA=… ", options.From is null ? "" : $" --from {options.From}");
        var report = new Report($"{before}./fuzz --seed {seed}{after}", seed, options.Folder);
        foreach (var number in numbers)
            report.Suspect(inputs.Of(number));
        return !options.IsAfterCrash && Run(inputs, report, seeds);
    }

    private bool Run(Inputs inputs, Report report, SeedMembers seeds)
    {
        Console.WriteLine($"seed {options.Seed}, {seeds.All.Count} members to spoil{(data is null ? "" : $", those of {data} among them")}");
        using var underWay = UnderWay.Begin(options.Folder, options.Seed);
        var said = TimeSpan.Zero;
        var campaign = new Campaign(inputs, judge, underWay)
        {
            Progress = (tally, took) =>
            {
                if (took - said < BetweenWords)
                    return;
                said = took;
                Console.WriteLine($"{tally.Inputs,12:N0} inputs, {tally.Inputs / took.TotalSeconds:N0} a second");
            },
        };
        var outcome = campaign.Run(options.Only ?? 0, options.Only is null ? options.Inputs : 1, options.Longest);
        Report.Summary(outcome.Tally, outcome.Took);
        foreach (var (finding, input) in outcome.Findings)
            report.Fault(finding, input, outcome.HasHung ? null : Shrinking.Of(input, finding, judge));
        Console.WriteLine($"{outcome.Findings.Count} {(outcome.Findings.Count == 1 ? "fault" : "faults")} found");
        return outcome.Findings.Count == 0;
    }

    /// <summary>What an earlier run has kept, or any other file.</summary>
    private bool Read(string file)
    {
        var verdict = judge.Of(new(0, file, File.ReadAllBytes(file)), twice: true);
        if (verdict.Reading is { } reading)
            Console.WriteLine($"{reading.Language}, {reading.Form ?? "no text"}: {reading.Lines:N0} lines, {reading.References.Count:N0} references,"
                + $" {reading.Diagnostics.Count:N0} diagnostics, {verdict.Cost.Time.TotalMilliseconds:N1} ms, {verdict.Cost.Allocated:N0} bytes allocated");
        if (verdict.Finding is { } finding)
            Console.WriteLine($"FOUND  {finding.What}\n       {finding.Details}");
        return verdict.Finding is null;
    }
}
