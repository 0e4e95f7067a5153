using System.Globalization;

namespace Sluice.Bench.Reporting;

/// <summary>What Sluice is to reach, and what it reached.</summary>
/// <param name="IsReached">Null when it was not measured.</param>
internal sealed record Aim(string Words, string Measured, bool? IsReached)
{
    private static readonly string[] Writes = ["create", "decide", "add-item", "complete-step"];

    public static IEnumerable<Aim> All(IReadOnlyList<Figure> figures)
    {
        foreach (var name in Writes)
            foreach (var (clients, least) in ((int, double)[])[(1, 0.8), (8, 0.8), (32, 0.6)])
                yield return Worst($"{name}: at least {Number(least)} × floor at {clients} client{(clients > 1 ? "s" : "")}", figures
                    .Where(figure => figure.Name == name && figure.Clients == clients), figure => figure.Ratio, ratio => ratio >= least, lowIsBad: true);
        yield return Worst("gate: p99 of at most 25 ms at 8 clients", figures.Where(figure => figure is { Name: "gate", Clients: 8 }),
            figure => figure.Sluice.P99, p99 => p99 <= 25);
        foreach (var name in (string[])["list-first", "list-deep", "list-filtered", "search"])
            yield return Grown(name, [.. figures.Where(figure => figure.Name == name && figure.Clients == 8)]);
        yield return Worst("deep page: at most 1.2 × page 1, p50", figures.Where(figure => figure.Name == "list-deep"), deep => deep.Sluice.P50
            / (figures.FirstOrDefault(figure => figure.Name == "list-first" && figure.Clients == deep.Clients && figure.Rows == deep.Rows)?.Sluice.P50 ?? double.NaN),
            times => times <= 1.2);
        yield return Worst("changes page: at most 2 ms of CPU", figures.Where(figure => figure.Name == "changes-page"), figure => figure.Sluice.CpuMs, ms => ms <= 2);
        yield return Worst("change page: at most 5 ms of CPU", figures.Where(figure => figure.Name == "change-page"), figure => figure.Sluice.CpuMs, ms => ms <= 5);
        yield return Worst("start: at most 1,500 ms", figures.Where(figure => figure.Name == "start"), figure => figure.Sluice.P50, ms => ms <= 1_500);
        yield return Worst("resident memory: at most 200 MB", figures.Where(figure => figure.Memory is not null),
            figure => Math.Max(figure.Memory!.StartedMb, figure.Memory.LoadedMb), megabytes => megabytes <= 200);
    }

    private static Aim Worst(string words, IEnumerable<Figure> figures, Func<Figure, double> value, Func<double, bool> isReached, bool lowIsBad = false)
    {
        List<double> values = [.. figures.Select(value).Where(double.IsFinite)];
        if (values.Count == 0)
            return new(words, "not measured", null);
        var worst = lowIsBad ? values.Min() : values.Max();
        return new(words, Number(worst), isReached(worst));
    }

    private static Aim Grown(string name, List<Figure> figures)
    {
        var words = $"{name}: at 1M at most 1.5 × at 1k, p50 at 8 clients";
        if (figures.FirstOrDefault(figure => figure.Rows == 1_000) is not { } small || figures.FirstOrDefault(figure => figure.Rows == 1_000_000) is not { } large)
            return new(words, "not measured", null);
        var times = large.Sluice.P50 / small.Sluice.P50;
        return new(words, Number(times), times <= 1.5);
    }

    private static string Number(double value) => value.ToString(value < 10 ? "0.##" : "N0", CultureInfo.InvariantCulture);
}
