namespace Sluice.Mainframe.Tests;

/// <summary>The same throws each time: what fails once fails again.</summary>
/// <remarks>Xorshift64* of S. Vigna, "An experimental exploration of Marsaglia's xorshift generators, scrambled".</remarks>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    public int Below(int most)
    {
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        return (int)((state * 2685821657736338717UL >> 33) % (ulong)most);
    }
}
