namespace Sluice.Bench.Estates;

/// <summary>The same throws for the same seed and stream, on every machine and in whatever order members are written.</summary>
/// <remarks>
/// SplitMix64: G. Steele, D. Lea and C. Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014. Its streams are
/// independent enough that each member can have its own.
/// </remarks>
internal sealed class Dice(ulong seed, ulong stream)
{
    private const ulong Golden = 0x9e3779b97f4a7c15;
    private ulong state = Mixed(seed + Golden) ^ Mixed(stream * Golden);

    public int Below(int most) => (int)((Next() >> 32) * (ulong)most >> 32);

    public bool Percent(int share) => Below(100) < share;

    public T Of<T>(IReadOnlyList<T> those) => those[Below(those.Count)];

    /// <summary>The first by far the most: of 10,000 the first once in 20 throws, the last half once in five.</summary>
    public int Skewed(int most) => (int)(most * Math.Pow(Fraction(), 3));

    /// <summary>How many lines: as many members below the median as above it, and some many times as long.</summary>
    /// <param name="spread">Standard deviation of the logarithm.</param>
    public double LogNormal(double median, double spread) => median * Math.Exp(spread * Normal());

    public void Fill(Span<byte> bytes)
    {
        foreach (ref var value in bytes)
            value = (byte)(Next() >> 56);
    }

    // G. Box and M. Muller, "A Note on the Generation of Random Normal Deviates".
    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - Fraction())) * Math.Cos(2 * Math.PI * Fraction());

    private double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    private ulong Next() => Mixed(state += Golden);

    private static ulong Mixed(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
        value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
        return value ^ (value >> 31);
    }
}
