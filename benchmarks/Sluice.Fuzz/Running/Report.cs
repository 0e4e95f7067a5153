using Sluice.Fuzz.Judging;
using Sluice.Fuzz.Making;

namespace Sluice.Fuzz.Running;

/// <summary>What the command says, and the files that it leaves of what it found.</summary>
/// <param name="again">The command that makes the same inputs, but for their number.</param>
/// <param name="folder">For the inputs that showed a fault.</param>
internal sealed class Report(string again, ulong seed, string folder)
{
    public static void Summary(Tally tally, TimeSpan took)
    {
        Console.WriteLine($"{tally.Inputs:N0} inputs in {took.TotalSeconds:N1} s, {tally.Inputs / took.TotalSeconds:N0} a second on {Environment.ProcessorCount} cores;"
            + $" {tally.Bytes / 1e6:N1} MB, the largest {tally.Largest / 1e6:N1} MB");
        Console.WriteLine($"{"language",-14}{"inputs",12}{"with diagnostics",18}{"references",14}");
        foreach (var (language, count) in tally.ByLanguage)
            Console.WriteLine($"{language,-14}{count.Inputs,12:N0}{count.WithDiagnostics,18:N0}{count.References,14:N0}");
        Console.WriteLine($"{"no text",-14}{tally.NoText,12:N0}");
        Console.WriteLine($"slowest for its size: input {tally.Slowest.Number}, {tally.Slowest.Cost.Time.TotalMilliseconds:N1} ms for {tally.Slowest.Size:N0} bytes,"
            + $" {tally.Slowest.Share:P0} of what it may take");
        Console.WriteLine($"most memory for its size: input {tally.Hungriest.Number}, {tally.Hungriest.Cost.Allocated:N0} bytes for {tally.Hungriest.Size:N0},"
            + $" {tally.Hungriest.Share:P0} of what it may take");
    }

    /// <param name="smaller">That shows the same; null where it was not made any smaller.</param>
    public void Fault(Finding finding, Input input, Input? smaller)
    {
        Console.WriteLine($"FOUND  {finding.What}");
        Console.WriteLine($"       seed {seed}, input {input.Number}: {input.Path}, {input.Content.Length:N0} bytes, kept as {Keep(input, "")}");
        if (smaller is not null && smaller.Content.Length < input.Content.Length)
            Console.WriteLine($"       {smaller.Content.Length:N0} bytes of it show the same: {Keep(smaller, "-smaller")}");
        Console.WriteLine($"       again: {again} --only {input.Number}");
        Console.WriteLine($"       {Shortened(finding.Details).ReplaceLineEndings("\n       ")}");
    }

    /// <summary>Of what was read when the process ended.</summary>
    public void Suspect(Input input)
    {
        Console.WriteLine($"FOUND  the process ended while input {input.Number} was read: {input.Path}, {input.Content.Length:N0} bytes, kept as {Keep(input, "")}");
        Console.WriteLine($"       again: {again} --only {input.Number}");
    }

    private string Keep(Input input, string suffix)
    {
        var file = Path.Combine(folder, $"{seed}-{input.Number}{suffix}", input.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, input.Content);
        return Path.GetRelativePath(Environment.CurrentDirectory, file);
    }

    private static string Shortened(string details) => details.Length > 2000 ? details[..2000] + "…" : details;
}
