using System.Security.Cryptography;
using Sluice.Fuzz.Making;
using Sluice.Mainframe;
using Sluice.Mainframe.Estate;
using Sluice.Mainframe.Snapshots;
using Sluice.Mainframe.Text;

namespace Sluice.Fuzz.Judging;

/// <summary>Has an input read, and says whether all promises were kept.</summary>
/// <param name="read">The readers: path and content to what they say.</param>
internal sealed class Judge(Func<string, ReadOnlySpan<byte>, Reading> read)
{
    // Compiling and the collector cost time that no input is to blame for; that does not come back every time.
    private const int Chances = 4;
    private const double Suspicious = 0.1;

    /// <param name="twice">Also reads it again, and puts it into an estate of its own.</param>
    public Verdict Of(Input input, bool twice)
    {
        try
        {
            Reading? reading = null;
            var cost = Least(input.Content.Length, () => reading = read(input.Path, input.Content));
            var fault = Promises.Broken(reading!) ?? (twice ? Again(input, reading!) : null);
            return new(reading, cost, fault ?? Exceeded(cost, input.Content.Length, reading!.Language));
        }
        catch (Exception thrown)
        {
            return new(null, default, new($"{thrown.GetType().Name} {Place(thrown)}", thrown.ToString()));
        }
    }

    private Finding? Again(Input input, Reading reading)
    {
        Sameness.Soil(input.Content.Length);
        var again = read(input.Path, input.Content);
        // Programs whose variables have values, and copybooks that copy themselves.
        var size = 2 * input.Content.Length;
        var member = new SnapshotEntry(input.Path, input.Content.Length, 0, SHA256.HashData(input.Content))
        {
            Name = reading.Name,
            Kind = reading.Kind,
            Language = reading.Language,
            Form = reading.Form,
            Lines = reading.Lines,
        };
        // It is the only one of its name: what it copies, calls and includes is itself.
        Links links = Links.None;
        var cost = Least(size, () => links = new Linking(new([member], _ => input.Content)).Of(member));
        if (links.References.Select(link => Promises.Of(link.Reference, reading)).FirstOrDefault(finding => finding is not null) is { } broken)
            return broken;
        using var source = SourceText.Read(input.Content);
        var outside = source is null || source.Count != reading.Lines ? null : Promises.Broken(reading, source);
        return outside ?? Sameness.Broken(reading, again) ?? Exceeded(cost, size, reading.Language, " in an estate");
    }

    private static Cost Least(int size, Action work)
    {
        var least = new Cost(TimeSpan.MaxValue, long.MaxValue);
        for (var chance = 0; chance < Chances && Budget.Share(least, size) > Suspicious; chance++)
        {
            var (time, allocated) = (ThreadTime.Now, GC.GetAllocatedBytesForCurrentThread());
            work();
            var cost = new Cost(ThreadTime.Now - time, GC.GetAllocatedBytesForCurrentThread() - allocated);
            least = new(cost.Time < least.Time ? cost.Time : least.Time, Math.Min(cost.Allocated, least.Allocated));
        }
        return least;
    }

    private static Finding? Exceeded(Cost cost, int size, Language language, string where = "") =>
        cost.Time > Budget.Time(size)
            ? new($"{language} too slow{where}", $"{cost.Time.TotalMilliseconds:N1} ms for {size:N0} bytes, which may take {Budget.Time(size).TotalMilliseconds:N1} ms")
        : cost.Allocated > Budget.Memory(size)
            ? new($"{language} takes too much memory{where}", $"{cost.Allocated:N0} bytes for {size:N0}, which may take {Budget.Memory(size):N0}")
        : null;

    private static string Place(Exception thrown) =>
        thrown.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("Sluice.Mainframe", StringComparison.Ordinal))?.Trim().Split(" in ")[0] ?? "";
}
