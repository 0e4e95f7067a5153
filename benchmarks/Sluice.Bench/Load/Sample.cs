namespace Sluice.Bench.Load;

/// <summary>What one side did in one round.</summary>
/// <param name="Rps">Requests a second.</param>
/// <param name="P50">Milliseconds, as the other percentiles.</param>
/// <param name="CpuMs">Of the server's process, for each request; the floor's own work and Sluice's, without PostgreSQL's.</param>
/// <param name="DatabaseCpuMs">Of all of PostgreSQL's processes, for each request.</param>
internal sealed record Sample(double Rps, double P50, double P95, double P99, double CpuMs, double DatabaseCpuMs)
{
    public static Sample Of(List<double> milliseconds, double seconds, double cpuMs, double databaseCpuMs)
    {
        milliseconds.Sort();
        var count = milliseconds.Count;
        return new(
            count / seconds, At(milliseconds, 0.50), At(milliseconds, 0.95), At(milliseconds, 0.99), cpuMs / count, databaseCpuMs / count);
    }

    /// <summary>Of each figure by itself.</summary>
    public static Sample Median(IReadOnlyCollection<Sample> rounds) => new(
        Median(rounds, round => round.Rps), Median(rounds, round => round.P50), Median(rounds, round => round.P95),
        Median(rounds, round => round.P99), Median(rounds, round => round.CpuMs), Median(rounds, round => round.DatabaseCpuMs));

    public static double Median<T>(IReadOnlyCollection<T> rounds, Func<T, double> figure)
    {
        List<double> sorted = [.. rounds.Select(figure).Order()];
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private static double At(List<double> sorted, double share) =>
        sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(share * sorted.Count) - 1)];
}
