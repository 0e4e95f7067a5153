using System.Globalization;

namespace Sluice.Bench;

/// <summary>What <c>./bench</c> was asked for.</summary>
/// <param name="Only">Names to measure; all when empty.</param>
/// <param name="Json">Where to write the figures for programs.</param>
/// <param name="Report">Where to write them for people; null leaves the last report as it is.</param>
/// <param name="EstateReport">The same for those of the estate.</param>
internal sealed record BenchOptions(
    bool IsQuick, IReadOnlyList<int> Rows, IReadOnlyList<string> Only, string? Json, string? Report, string? EstateReport, string Web, string Cli, int Port, string Cluster,
    string Folder)
{
    private static readonly int[] Full = [1_000, 100_000, 1_000_000];

    public int Rounds => IsQuick ? 2 : 3;

    public TimeSpan Round => TimeSpan.FromSeconds(IsQuick ? 0.12 : 1);

    /// <summary>What answers so slowly that its rounds take longer than this gets no more of them.</summary>
    public TimeSpan Patience => 6 * Rounds * Round;

    /// <summary>In a full run until nothing is translated any more: who works all day does not meet a server that has just begun.</summary>
    public TimeSpan WarmUp => TimeSpan.FromSeconds(IsQuick ? 0.25 : 5);

    public int MostWarmUps => IsQuick ? 1 : 6;

    public IReadOnlyList<int> Clients { get; } = [1, 8, 32];

    public bool Wants(string name) => Only.Count == 0 || Only.Contains(name);

    public bool WantsSqlite => Only.Count == 0 || Only.Any(IsOnSqlite);

    public bool WantsPostgres => Only.Count == 0 || !Only.All(name => IsOnSqlite(name) || name == Estate);

    /// <summary>Reading sources takes no database, and minutes: not in a quick run.</summary>
    public bool WantsEstate => Only.Contains(Estate) || (Only.Count == 0 && !IsQuick);

    private const string Estate = "estate";

    private static bool IsOnSqlite(string name) => name.StartsWith("sqlite-", StringComparison.Ordinal);

    public static BenchOptions Read(string[] args)
    {
        var given = args.Where(arg => arg.StartsWith("--", StringComparison.Ordinal) && arg is not "--quick" and not "--write")
            .ToDictionary(name => name[2..], name => args[Array.IndexOf(args, name) + 1]);
        var (isQuick, rows) = (args.Contains("--quick"), given.GetValueOrDefault("rows"));
        var isFull = !isQuick && rows is null && !given.ContainsKey("only");
        return new(
            isQuick, rows is not null ? [int.Parse(rows, CultureInfo.InvariantCulture)] : isQuick ? Full[..1] : Full,
            given.GetValueOrDefault("only")?.Split(',') ?? [], given.GetValueOrDefault("json"),
            isFull || args.Contains("--write") ? given["report"] : null, isFull || args.Contains("--write") ? given["estate-report"] : null,
            given["web"], given["cli"],
            int.Parse(given["port"], CultureInfo.InvariantCulture), given["cluster"], given["folder"]);
    }
}
