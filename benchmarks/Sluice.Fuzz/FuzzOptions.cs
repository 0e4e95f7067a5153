using System.Globalization;

namespace Sluice.Fuzz;

/// <summary>What <c>./fuzz</c> was asked for.</summary>
/// <param name="From">The folder whose members are spoiled; null for those that Sluice brings with it, and those of its test data.</param>
/// <param name="Only">The number of the one input to read.</param>
/// <param name="Read">A file to read as it is.</param>
/// <param name="Folder">For the inputs that showed a fault.</param>
/// <param name="IsAfterCrash">The same command has ended before its time: what it was reading is wanted.</param>
internal sealed record FuzzOptions(
    long Inputs, TimeSpan Longest, ulong Seed, string? From, long? Only, string? Read, string Folder, bool IsAfterCrash)
{
    private const long Usual = 100_000;
    private const string Usage = "./fuzz [--inputs N] [--minutes M] [--seed S] [--from DIR] [--only N] [--read FILE]";

    public static FuzzOptions Of(string[] args, TimeProvider clock)
    {
        var given = new Dictionary<string, string>();
        for (var at = 0; at < args.Length; at++)
            if (args[at] == "--crashed")
                given["crashed"] = "";
            else if (args[at] is "--inputs" or "--minutes" or "--seed" or "--from" or "--only" or "--read" or "--folder" && at + 1 < args.Length)
                given[args[at][2..]] = args[++at];
            else
                throw new FormatException($"{args[at]} is not understood. {Usage}");
        var minutes = given.TryGetValue("minutes", out var written) ? double.Parse(written, CultureInfo.InvariantCulture) : (double?)null;
        return new(
            Number("inputs") ?? (minutes is null ? Usual : long.MaxValue / 2),
            minutes is null ? TimeSpan.MaxValue : TimeSpan.FromMinutes(minutes.Value),
            (ulong)(Number("seed") ?? clock.GetUtcNow().ToUnixTimeSeconds()),
            given.GetValueOrDefault("from"), Number("only"), given.GetValueOrDefault("read"),
            given.GetValueOrDefault("folder", "out/fuzz"), given.ContainsKey("crashed"));

        long? Number(string name) => given.TryGetValue(name, out var text) ? long.Parse(text, CultureInfo.InvariantCulture) : null;
    }
}
