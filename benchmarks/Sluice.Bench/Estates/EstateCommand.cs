using System.Diagnostics;
using System.Globalization;

namespace Sluice.Bench.Estates;

/// <summary>An estate by itself, to be looked at or scanned by hand.</summary>
/// <remarks>With <c>--edit N</c> it writes none, but edits so many members of what the same size and seed wrote.</remarks>
internal static class EstateCommand
{
    public const int Members = 50_000;
    public const int Lines = 25_000_000;

    /// <returns>The process's exit code.</returns>
    public static int Run(string[] args)
    {
        if (args is not [{ Length: > 0 } folder, ..] || folder[0] == '-' || args.Length % 2 == 0)
        {
            Console.Error.WriteLine("estate-generate DIR [--members N] [--lines N] [--seed N] [--edit N [--day N]]");
            return 2;
        }
        var began = Stopwatch.GetTimestamp();
        var estate = new Estate(Given(args, "--members", Members), Given(args, "--lines", Lines), Given(args, "--seed", 1));
        if (args.Contains("--edit"))
        {
            foreach (var path in estate.Edit(folder, Given(args, "--edit", 0), Given(args, "--day", 1)))
                Console.WriteLine(path);
            return 0;
        }
        var written = estate.WriteTo(folder);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{written.Members:N0} members, {written.Lines:N0} lines, {written.Bytes / 1e6:N0} MB in {seconds:N1} s"));
        Console.WriteLine($"Used often: {estate.OftenUsed}; seldom: {estate.SeldomUsed}");
        return 0;
    }

    private static int Given(string[] args, string name, int otherwise) =>
        Array.IndexOf(args, name) is > 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
}
