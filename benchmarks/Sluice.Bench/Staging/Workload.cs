using Sluice.Bench.Seeding;

namespace Sluice.Bench.Staging;

/// <summary>One kind of request, as both sides are asked it.</summary>
/// <param name="Prepare">Makes so many subjects before a round; null when there are none to make.</param>
/// <param name="Next">The next request; null when the subjects are used up.</param>
/// <param name="IsWrite">Leaves more behind than it found.</param>
internal sealed record Workload(string Name, bool IsWrite, Func<int, Task>? Prepare, Func<byte[]?> Next)
{
    /// <summary>The same few questions over and over.</summary>
    public static Workload Asking(string name, IReadOnlyList<byte[]> requests)
    {
        var asked = -1;
        return new(name, IsWrite: false, null, () => requests[(int)((uint)Interlocked.Increment(ref asked) % (uint)requests.Count)]);
    }

    /// <summary>A request for each subject.</summary>
    public static Workload Acting(string name, Subjects subjects, Func<int, byte[]> request) =>
        new(name, IsWrite: true, subjects.Prepare, () => subjects.Take() is { } number ? request(number) : null);
}
