using Sluice.Fuzz.Making;
using Sluice.Mainframe;
using Sluice.Mainframe.Estate;

namespace Sluice.Fuzz.Judging;

/// <summary>Has an input read, and says whether all promises were kept.</summary>
/// <param name="read">The readers: path and content to what they say.</param>
internal sealed class Judge(Func<string, ReadOnlySpan<byte>, Reading> read)
{
    // Compiling and the collector cost time that no input is to blame for; that does not come back every time.
    private const int Chances = 4;

    /// <param name="twice">Also reads it again, and puts it into an estate of its own.</param>
    public Verdict Of(Input input, bool twice)
    {
        try
        {
            var (reading, cost) = Measured(input);
            for (var chance = 1; chance < Chances && Exceeded(cost, input.Content.Length, reading.Language) is not null; chance++)
                cost = Less(cost, Measured(input).Cost);
            return new(reading, cost, Promises.Broken(reading) ?? (twice ? Again(input, reading) : null) ?? Exceeded(cost, input.Content.Length, reading.Language));
        }
        catch (Exception thrown)
        {
            return new(null, default, new($"{thrown.GetType().Name} {Place(thrown)}", thrown.ToString()));
        }
    }

    private (Reading Reading, Cost Cost) Measured(Input input)
    {
        var (time, allocated) = (ThreadTime.Now, GC.GetAllocatedBytesForCurrentThread());
        var reading = read(input.Path, input.Content);
        return (reading, new(ThreadTime.Now - time, GC.GetAllocatedBytesForCurrentThread() - allocated));
    }

    private Finding? Again(Input input, Reading reading)
    {
        Sameness.Soil(input.Content.Length);
        var again = read(input.Path, input.Content);
        // Programs whose variables have values, and copybooks that copy themselves.
        WholeEstate.Of([new(input.Path, reading), new(input.Path, again)]);
        return Sameness.Broken(reading, again);
    }

    private static Cost Less(Cost one, Cost other) =>
        new(one.Time < other.Time ? one.Time : other.Time, Math.Min(one.Allocated, other.Allocated));

    private static Finding? Exceeded(Cost cost, int size, Language language) =>
        cost.Time > Budget.Time(size) ? new($"{language} too slow", $"{cost.Time.TotalMilliseconds:N1} ms for {size:N0} bytes, which may take {Budget.Time(size).TotalMilliseconds:N1} ms")
        : cost.Allocated > Budget.Memory(size) ? new($"{language} takes too much memory", $"{cost.Allocated:N0} bytes for {size:N0}, which may take {Budget.Memory(size):N0}")
        : null;

    private static string Place(Exception thrown) =>
        thrown.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("Sluice.Mainframe", StringComparison.Ordinal))?.Trim().Split(" in ")[0] ?? "";
}
