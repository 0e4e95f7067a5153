namespace Sluice.Fuzz;

/// <summary>Random numbers that are the same in every run: what fails once fails again.</summary>
/// <remarks>
/// SplitMix64: G. L. Steele, D. Lea and C. H. Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014, with the
/// constants of S. Vigna's splitmix64.c.
/// </remarks>
internal sealed class Chance
{
    private const ulong GoldenGamma = 0x9e3779b97f4a7c15;

    private ulong state;

    private Chance(ulong state) => this.state = state;

    /// <summary>Of one input by itself, so that it can be had again without those before it.</summary>
    public static Chance For(ulong seed, long number) => new(Mixed(seed) ^ Mixed((ulong)number * GoldenGamma));

    /// <returns>From 0, and less than <paramref name="sides"/>; 0 of none.</returns>
    public int Below(int sides) => sides <= 1 ? 0 : (int)(Next() % (ulong)sides);

    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>As often small as large: each power of two is as likely as any other.</summary>
    public int OfAnySize(int least, int most) =>
        (int)Math.Min(most, least * Math.Pow((double)most / least, (Next() >> 11) / (double)(1UL << 53)));

    public bool OneIn(int times) => Below(times) == 0;

    public T Of<T>(IReadOnlyList<T> all) => all[Below(all.Count)];

    private ulong Next() => Mixed(state += GoldenGamma);

    private static ulong Mixed(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
        value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
        return value ^ (value >> 31);
    }
}
