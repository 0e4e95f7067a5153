using System.Globalization;
using Sluice.Bench.Load;
using Sluice.Bench.Reporting;

namespace Sluice.Bench.Estates.Measuring;

/// <summary>What reading an estate cost.</summary>
internal sealed record EstateFigures(
    Written Written, long SnapshotBytes, IReadOnlyList<(double Ms, double CpuMs)> Plain, IReadOnlyList<CommandRun> Scans,
    IReadOnlyList<CommandRun> Rescans, Written Few, CommandRun ScanOfFew, Sample Answers, OftenUsed Often)
{
    private double PlainMs => Sample.Median(Plain, run => run.Ms);

    private double ScanMs => Sample.Median(Scans, run => run.Ms);

    private double RescanMs => Sample.Median(Rescans, run => run.Ms);

    private double LinesPerSecond => Written.Lines / ScanMs * 1_000;

    /// <summary>For programs, in the shape of the others: the floor is the plain read of the same bytes.</summary>
    public IEnumerable<Figure> Figures()
    {
        var rows = (int)Written.Lines;
        List<Sample> plain = [.. Plain.Select(run => Sample.Of([run.Ms], run.Ms / 1_000, run.CpuMs, 0))];
        yield return Figure.Of("estate-scan", 1, rows, "files", Samples(Scans), plain);
        yield return Figure.Of("estate-rescan", 1, rows, "files", Samples(Rescans), plain);
        yield return Figure.Of("estate-where-used", 1, rows, "files", [Answers], plain);
    }

    public IEnumerable<(string Words, string Measured, bool IsReached)> Aims()
    {
        yield return ("at least 1,000,000 lines a second", Number(LinesPerSecond), LinesPerSecond >= 1_000_000);
        yield return ("a scan of all of it in at most 60 s", $"{Number(ScanMs / 1_000)} s", ScanMs <= 60_000);
        yield return ("a scan after 100 members were edited in at most 1 s", $"{Number(RescanMs / 1_000)} s", RescanMs <= 1_000);
        yield return ("where-used from a loaded snapshot in at most 10 ms, p99", $"{Number(Answers.P99)} ms", Answers.P99 <= 10);
    }

    public void Write(string file, DateTimeOffset now) => File.WriteAllText(file, $"""
        # What reading an estate costs

        Written by `./bench` on {now:yyyy-MM-dd}: {Machine.Words}. Medians of {Scans.Count} scans and {Rescans.Count} later ones, each a process
        of its own as `./run` publishes it, from its start to its end. The estate is generated, the same each time: {Written.Members:N0} members,
        {Written.Lines:N0} lines, {Written.Bytes / 1e6:N0} MB, mixed as a bank's are (more than half of the members are COBOL). Its files are in
        the system's cache, as they are for the plain read, which reads the same bytes with all cores and counts their lines.

        | aim | measured | reached |
        |---|--:|---|
        {string.Join('\n', Aims().Select(aim => $"| {aim.Words} | {aim.Measured} | {(aim.IsReached ? "yes" : "**no**")} |"))}

        | | time | CPU | memory of its own | with mapped files |
        |---|--:|--:|--:|--:|
        | plain read of the bytes | {Number(PlainMs)} ms | {Number(Sample.Median(Plain, run => run.CpuMs))} ms | | |
        | `sluice scan DIR --snapshot FILE` | {Number(ScanMs)} ms | {Number(Sample.Median(Scans, run => run.CpuMs))} ms | {Memory(Scans)} |
        | the same once more, 100 members edited | {Number(RescanMs)} ms | {Number(Sample.Median(Rescans, run => run.CpuMs))} ms | {Memory(Rescans)} |
        | a scan of {Few.Members:N0} members, {Few.Lines:N0} lines | {Number(ScanOfFew.Ms)} ms | {Number(ScanOfFew.CpuMs)} ms | {Memory([ScanOfFew])} |

        A scan takes {Number(ScanMs / PlainMs)} times as long as the plain read. The snapshot has {SnapshotBytes / 1e6:N0} MB.

        `where-used`, asked of a snapshot that is open, every answer read whole, 1,000 names of members of every kind: p50 {Answers.P50:F3} ms,
        p95 {Answers.P95:F3} ms, p99 {Answers.P99:F3} ms. The copybook that is copied most: {Often.Ms:F1} ms for {Often.Users:N0} references.

        """.ReplaceLineEndings("\n"));

    private static List<Sample> Samples(IReadOnlyList<CommandRun> runs) =>
        [.. runs.Select(run => Sample.Of([run.Ms], run.Ms / 1_000, run.CpuMs, 0))];

    private static string Memory(IReadOnlyList<CommandRun> runs) =>
        $"{Number(runs.Max(run => run.PrivateMb))} MB | {Number(runs.Max(run => run.ResidentMb))} MB";

    private static string Number(double value) => value.ToString(value < 10 ? "0.##" : "N0", CultureInfo.InvariantCulture);
}
