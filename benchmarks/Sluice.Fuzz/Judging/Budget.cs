namespace Sluice.Fuzz.Judging;

/// <summary>
/// What a reader may take: in proportion to the input, and many times what it should need, so that only what grows faster than
/// the input exceeds it.
/// </summary>
internal static class Budget
{
    private static readonly TimeSpan LeastTime = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan TimePerByte = TimeSpan.FromMicroseconds(1);
    // Readers put statements together in working memory up to lengths that nobody writes; a single one of these may be the member.
    private const long LeastMemory = 8 * 1024 * 1024;
    private const long MemoryPerByte = 200;

    // Of a clock on the wall, with others at work: what has taken longer never ends.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static TimeSpan Time(int size) => LeastTime + (size * TimePerByte);

    public static long Memory(int size) => LeastMemory + (size * MemoryPerByte);

    public static TimeSpan Wait(int size) => Patience + (20 * Time(size));

    /// <summary>1 is all of the time that it may take.</summary>
    public static double Share(Cost cost, int size) => cost.Time / Time(size);
}
