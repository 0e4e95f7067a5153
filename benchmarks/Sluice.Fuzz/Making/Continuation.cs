namespace Sluice.Fuzz.Making;

/// <summary>Lines that say of themselves that they go on, one after the other.</summary>
internal static class Continuation
{
    private const int ContinuationColumn = 72;
    private const int Indicator = 6;
    private const int Endless = 5000;

    private static readonly Func<string, string>[] Ways =
    [
        line => line + ",", line => line + " -", line => line + " +", line => line + "-", line => line + "+", line => line + ",,",
        line => line.PadRight(ContinuationColumn - 1)[..(ContinuationColumn - 1)] + "X",
        line => line.Length > Indicator ? line[..Indicator] + "-" + line[(Indicator + 1)..] : "      -    '",
        line => line.StartsWith("//", StringComparison.Ordinal) ? "//             " + line[2..].TrimStart() + "," : line + ",",
    ];

    public static void GoOn(Draft draft, Chance chance)
    {
        if (draft.Lines.Count == 0)
            return;
        var (start, count) = draft.Range(chance, chance.OneIn(4) ? draft.Lines.Count : 6);
        var way = chance.Of(Ways);
        for (var line = start; line < start + count; line++)
            draft.Lines[line] = way(draft.Lines[line]);
        if (chance.OneIn(200))
            draft.Lines.InsertRange(start, Enumerable.Repeat(draft.Lines[start], Draft.Times(Endless, [draft.Lines[start]])));
    }
}
