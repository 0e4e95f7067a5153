using Sluice.Fuzz.Judging;
using Sluice.Fuzz.Making;
using Sluice.Mainframe;

namespace Sluice.Fuzz.Running;

/// <summary>What came of the inputs so far.</summary>
internal sealed class Tally
{
    private readonly Count[] byLanguage = new Count[Enum.GetValues<Language>().Length];

    public long Inputs { get; private set; }

    public long Bytes { get; private set; }

    public int Largest { get; private set; }

    /// <summary>Binary files, and what looks like them.</summary>
    public long NoText { get; private set; }

    /// <summary>The one that took the largest share of its time.</summary>
    public (long Number, double Share, Cost Cost, int Size) Slowest { get; private set; }

    /// <summary>The one that took the most memory for its size, of those above the least that each may take.</summary>
    public (long Number, double Share, Cost Cost, int Size) Hungriest { get; private set; }

    public IEnumerable<(Language Language, Count Count)> ByLanguage => Enum.GetValues<Language>().Select(language => (language, byLanguage[(int)language]));

    public void Add(Input input, Verdict verdict)
    {
        var size = input.Content.Length;
        Inputs++;
        Bytes += size;
        Largest = Math.Max(Largest, size);
        if (verdict.Reading is not { } reading)
            return;
        if (reading.Form is null)
            NoText++;
        else
            byLanguage[(int)reading.Language] += new Count(1, reading.Diagnostics.Count > 0 ? 1 : 0, reading.References.Count);
        var share = Budget.Share(verdict.Cost, size);
        if (share > Slowest.Share)
            Slowest = (input.Number, share, verdict.Cost, size);
        var memory = verdict.Cost.Allocated / (double)Budget.Memory(size);
        if (memory > Hungriest.Share)
            Hungriest = (input.Number, memory, verdict.Cost, size);
    }

    public static Tally Of(IEnumerable<Tally> all)
    {
        var whole = new Tally();
        foreach (var part in all)
            lock (part)
            {
                whole.Inputs += part.Inputs;
                whole.Bytes += part.Bytes;
                whole.Largest = Math.Max(whole.Largest, part.Largest);
                whole.NoText += part.NoText;
                whole.Slowest = part.Slowest.Share > whole.Slowest.Share ? part.Slowest : whole.Slowest;
                whole.Hungriest = part.Hungriest.Share > whole.Hungriest.Share ? part.Hungriest : whole.Hungriest;
                for (var language = 0; language < whole.byLanguage.Length; language++)
                    whole.byLanguage[language] += part.byLanguage[language];
            }
        return whole;
    }

    /// <param name="WithDiagnostics">How many of them had any.</param>
    public readonly record struct Count(long Inputs, long WithDiagnostics, long References)
    {
        public static Count operator +(Count one, Count other) =>
            new(one.Inputs + other.Inputs, one.WithDiagnostics + other.WithDiagnostics, one.References + other.References);
    }
}
