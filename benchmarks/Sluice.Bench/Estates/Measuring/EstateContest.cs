using System.Diagnostics;
using System.IO.MemoryMappedFiles;
using Sluice.Bench.Load;
using Sluice.Mainframe.Estate;

namespace Sluice.Bench.Estates.Measuring;

/// <summary>An estate of a bank's size: read whole, read again after a day's work, and asked. Beside it, what its bytes cost to read.</summary>
internal sealed class EstateContest(string command, string folder)
{
    private const int Edited = 100;
    private const int Questions = 1_000;
    private const int Few = 5_000;
    private static readonly TimeSpan BetweenEditAndScan = TimeSpan.FromMilliseconds(300);

    public async Task<EstateFigures> Measure(int members, int lines, int rounds)
    {
        var estate = new Estate(members, lines, 1);
        var (sources, snapshot) = (Path.Combine(folder, "estate"), Path.Combine(folder, "estate.snapshot"));
        var written = estate.WriteTo(sources);
        Console.WriteLine($"{written.Members:N0} members, {written.Lines:N0} lines, {written.Bytes / 1e6:N0} MB written");
        List<(double Ms, double CpuMs)> plain = [];
        List<CommandRun> scans = [], rescans = [];
        for (var round = 0; round < rounds; round++)
        {
            plain.Add(PlainRead(sources));
            File.Delete(snapshot);
            scans.Add(await CommandRun.Of(command, "scan", sources, "--snapshot", snapshot));
        }
        for (var day = 1; day <= 2 * rounds; day++)
        {
            estate.Edit(sources, Edited, day);
            // What was written at the moment of a scan is read once more by the next: that would be twice the work of a day.
            await Task.Delay(BetweenEditAndScan);
            rescans.Add(await CommandRun.Of(command, "scan", sources, "--snapshot", snapshot));
        }
        var few = new Estate(Few, (int)((long)lines * Few / members), 1);
        var fewSources = Path.Combine(folder, "few");
        var fewWritten = few.WriteTo(fewSources);
        var scanOfFew = await CommandRun.Of(command, "scan", fewSources, "--snapshot", Path.Combine(folder, "few.snapshot"));
        var (answers, often) = Ask(snapshot, estate);
        Directory.Delete(sources, recursive: true);
        Directory.Delete(fewSources, recursive: true);
        return new(written, new FileInfo(snapshot).Length, plain, scans, rescans, fewWritten, scanOfFew, answers, often);
    }

    /// <summary>All bytes once, with all cores, into memory that is used again: what no reader can be faster than.</summary>
    private static (double Ms, double CpuMs) PlainRead(string sources)
    {
        var (began, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var sum = 0L;
        Parallel.ForEach(Directory.EnumerateFiles(sources, "*", SearchOption.AllDirectories), () => (Bytes: new byte[1 << 20], Sum: 0L), (path, _, own) =>
        {
            using var file = File.OpenHandle(path);
            var offset = 0L;
            for (int read; (read = RandomAccess.Read(file, own.Bytes, offset)) > 0; offset += read)
                own.Sum += own.Bytes.AsSpan(0, read).Count((byte)'\n');
            return own;
        }, own => Interlocked.Add(ref sum, own.Sum));
        return (Stopwatch.GetElapsedTime(began).TotalMilliseconds, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds);
    }

    /// <summary>Names of every kind, each asked once and every answer read whole; and the copybook that everybody copies.</summary>
    private static (Sample Answers, OftenUsed Often) Ask(string snapshot, Estate estate)
    {
        var length = new FileInfo(snapshot).Length;
        using var file = MemoryMappedFile.CreateFromFile(snapshot, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        using var view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        var bytes = view.SafeMemoryMappedViewHandle;
        var graph = new EstateGraph(new((offset, into) => bytes.ReadSpan((ulong)offset, into), length));
        var step = estate.Members.Count / Questions;
        List<string> names = [.. Enumerable.Range(0, Questions).Select(at => estate.Members[at * step].Name)];
        var times = new List<double>();
        foreach (var name in (List<string>)[.. names.Take(Questions / 10), .. names])
        {
            var began = Stopwatch.GetTimestamp();
            _ = graph.UsersOf(name).Count();
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        // The first of them were asked to warm up.
        times.RemoveRange(0, Questions / 10);
        var oftenBegan = Stopwatch.GetTimestamp();
        var users = graph.UsersOf(estate.OftenUsed).Count();
        return (Sample.Of(times, times.Sum() / 1_000, 0, 0), new(users, Stopwatch.GetElapsedTime(oftenBegan).TotalMilliseconds));
    }
}

/// <summary>How many use what is used most, and how long it takes to name them.</summary>
internal sealed record OftenUsed(int Users, double Ms);
