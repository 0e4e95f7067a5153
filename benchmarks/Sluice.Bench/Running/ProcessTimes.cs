using System.Globalization;

namespace Sluice.Bench.Running;

/// <summary>What Linux tells of a process in /proc.</summary>
internal static class ProcessTimes
{
    // USER_HZ, which is 100 on every Linux that .NET runs on.
    private const double MsPerTick = 10;

    /// <summary>User and system time of the process itself.</summary>
    public static double CpuMs(int process) => Stat(process) is { } fields ? MsPerTick * (Number(fields[11]) + Number(fields[12])) : 0;

    /// <summary>Of the process, its living children, and those that have ended.</summary>
    public static double CpuMsOfTree(int root)
    {
        if (Stat(root) is not { } fields)
            return 0;
        var ended = MsPerTick * (Number(fields[13]) + Number(fields[14]));
        return CpuMs(root) + ended + Children(root).Sum(CpuMs);
    }

    public static double ResidentMb(int process) => StatusMb(process, "VmRSS");

    /// <param name="name">Of a line of /proc/PID/status.</param>
    /// <returns>0 of a process that has ended.</returns>
    public static double StatusMb(int process, string name)
    {
        try
        {
            return File.ReadLines($"/proc/{process}/status").Where(line => line.StartsWith(name, StringComparison.Ordinal))
                .Select(line => Number(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2]) / 1024).FirstOrDefault();
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static IEnumerable<int> Children(int root) =>
        File.ReadAllText($"/proc/{root}/task/{root}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(child => int.Parse(child, CultureInfo.InvariantCulture));

    /// <summary>Without the first two fields: a name may have spaces in it.</summary>
    private static string[]? Stat(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null; // It has ended.
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
