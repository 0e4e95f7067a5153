using System.Globalization;

namespace Sluice.Bench.Reporting;

/// <summary>The figures as they come, one line each.</summary>
internal static class Lines
{
    public static void Head() => Console.WriteLine(
        $"{"",-22}{"clients",8} | {"Sluice/s",9}{"p50 ms",8}{"p95",8}{"p99",8}{"CPU ms",8}{"DB ms",7} | {"floor/s",9}{"p50 ms",8}{"p95",8}{"p99",8}{"CPU ms",8}{"DB ms",7} | {"ratio",6}");

    public static void Write(Figure figure)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{figure.Name,-22}{figure.Clients,8} | {Of(figure.Sluice)} | {Of(figure.Floor)} | {figure.Ratio,6:F2}"));
        if (figure.Memory is { } memory)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  /healthz after {memory.HealthMs:F0} ms; resident {memory.StartedMb:F0} MB then, {memory.LoadedMb:F0} MB after everything"));
    }

    private static string Of(Load.Sample sample) => string.Create(CultureInfo.InvariantCulture,
        $"{sample.Rps,9:F1}{sample.P50,8:F2}{sample.P95,8:F2}{sample.P99,8:F2}{sample.CpuMs,8:F2}{sample.DatabaseCpuMs,7:F2}");
}
