using System.Diagnostics;
using Sluice.Bench.Running;

namespace Sluice.Bench.Estates.Measuring;

/// <summary>What one run of <c>sluice</c> cost, from starting the process to its end.</summary>
/// <param name="PrivateMb">The most it held at once of its own: without the files that it maps, whose pages anybody can have back.</param>
/// <param name="ResidentMb">With those.</param>
internal sealed record CommandRun(double Ms, double CpuMs, double PrivateMb, double ResidentMb)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    public static async Task<CommandRun> Of(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var (cpu, own, resident) = (0.0, 0.0, 0.0);
        while (!process.HasExited)
        {
            cpu = Math.Max(cpu, ProcessTimes.CpuMs(process.Id));
            own = Math.Max(own, ProcessTimes.StatusMb(process.Id, "RssAnon"));
            resident = Math.Max(resident, ProcessTimes.StatusMb(process.Id, "VmHWM"));
            await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(BetweenLooks));
        }
        await process.WaitForExitAsync();
        var ms = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        _ = await output;
        return process.ExitCode == 0
            ? new(ms, cpu, own, resident)
            : throw new InvalidOperationException($"sluice {string.Join(' ', arguments)} ended with {process.ExitCode}: {await error}");
    }
}
