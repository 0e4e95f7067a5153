using System.Diagnostics;
using Sluice.Fuzz.Judging;
using Sluice.Fuzz.Making;

namespace Sluice.Fuzz.Running;

/// <summary>Makes an input smaller for as long as it shows the same fault: what is left is the fault.</summary>
/// <remarks>
/// A. Zeller and R. Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", IEEE Transactions on Software Engineering 28
/// (2002): pieces of halving size are left out, one after the other.
/// </remarks>
internal static class Shrinking
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static Input Of(Input input, Finding finding, Judge judge)
    {
        var began = Stopwatch.GetTimestamp();
        for (var size = Math.Max(1, input.Content.Length / 2); size > 0; size /= 2)
            for (var start = 0; start < input.Content.Length && Stopwatch.GetElapsedTime(began) < Patience;)
            {
                var smaller = input with { Content = [.. input.Content.AsSpan(0, start), .. input.Content.AsSpan(Math.Min(start + size, input.Content.Length))] };
                if (judge.Of(smaller, twice: true).Finding?.What == finding.What)
                    input = smaller;
                else
                    start += size;
            }
        return input;
    }
}
