using System.Globalization;

namespace Sluice.Bench.Reporting;

/// <summary>What it was measured on.</summary>
internal static class Machine
{
    public static string Words => string.Create(CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores ({Processor}), {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1024.0 / 1024 / 1024:F0} GB of memory, .NET {Environment.Version}");

    private static string Processor => File.ReadLines("/proc/cpuinfo")
        .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown";
}
