namespace Sluice.Fuzz.Making;

/// <summary>A member while it is being spoiled.</summary>
internal sealed class Draft(SeedMember seed, List<string> lines)
{
    // What changes make of each other is held in check: a megabyte once in a while is enough.
    private const int MostCharacters = 2_000_000;

    public SeedMember Seed => seed;

    public List<string> Lines => lines;

    /// <summary>Of the member itself, for what includes itself.</summary>
    public string Name { get; } = Path.GetFileNameWithoutExtension(seed.Path).ToUpperInvariant();

    public bool IsFull => Length(lines) > MostCharacters;

    /// <summary>How often lines can be repeated: as often as wanted, unless they are long.</summary>
    public static int Times(int wanted, IReadOnlyList<string> repeated) => (int)Math.Min(wanted, 1 + (MostCharacters / (1 + Length(repeated))));

    /// <summary>Room for one line more: the place before which it goes.</summary>
    public int Gap(Chance chance) => chance.Below(lines.Count + 1);

    /// <summary>Changes one line, if there is any.</summary>
    public void Rewrite(Chance chance, Func<string, string> change)
    {
        if (lines.Count == 0)
            return;
        var at = chance.Below(lines.Count);
        lines[at] = change(lines[at]);
    }

    private static long Length(IReadOnlyList<string> some) => some.Sum(line => (long)line.Length);

    /// <summary>A few lines one after the other.</summary>
    public (int Start, int Count) Range(Chance chance, int most)
    {
        var start = chance.Below(lines.Count);
        return (start, Math.Min(chance.Between(1, most), lines.Count - start));
    }
}
