namespace Sluice.Fuzz.Making;

/// <summary>Lines lost, doubled, in another order, and in other columns.</summary>
internal static class LineChanges
{
    private const int CodeEnd = 72;
    private const int Card = 80;
    private const int SequenceField = 6;

    public static void Delete(Draft draft, Chance chance)
    {
        var (start, count) = draft.Range(chance, 8);
        draft.Lines.RemoveRange(start, count);
    }

    public static void Repeat(Draft draft, Chance chance)
    {
        var (start, count) = draft.Range(chance, 8);
        var lines = draft.Lines.GetRange(start, count);
        for (var times = Draft.Times(chance.OneIn(50) ? 200 : chance.Between(1, 4), lines); times > 0; times--)
            draft.Lines.InsertRange(start, lines);
    }

    public static void Swap(Draft draft, Chance chance)
    {
        if (draft.Lines.Count == 0)
            return;
        var (one, other) = (chance.Below(draft.Lines.Count), chance.Below(draft.Lines.Count));
        (draft.Lines[one], draft.Lines[other]) = (draft.Lines[other], draft.Lines[one]);
    }

    /// <summary>To the right or to the left, one line or several.</summary>
    public static void Shift(Draft draft, Chance chance)
    {
        var (start, count) = draft.Range(chance, chance.OneIn(4) ? 60 : 1);
        var columns = chance.OneIn(8) ? chance.Between(8, Card) : chance.Between(1, 8);
        var right = chance.OneIn(2);
        for (var line = start; line < start + count; line++)
            draft.Lines[line] = right ? new string(' ', columns) + draft.Lines[line]
                : draft.Lines[line][Math.Min(columns, draft.Lines[line].Length)..];
    }

    public static void Cut(Draft draft, Chance chance) => draft.Rewrite(chance, line => line[..chance.Below(line.Length + 1)]);

    public static void Split(Draft draft, Chance chance)
    {
        if (draft.Lines.Count == 0)
            return;
        var at = chance.Below(draft.Lines.Count);
        var line = draft.Lines[at];
        var column = chance.Below(line.Length + 1);
        draft.Lines[at] = line[..column];
        draft.Lines.Insert(at + 1, line[column..]);
    }

    public static void Join(Draft draft, Chance chance)
    {
        if (draft.Lines.Count < 2)
            return;
        var at = chance.Below(draft.Lines.Count - 1);
        draft.Lines[at] += draft.Lines[at + 1];
        draft.Lines.RemoveAt(at + 1);
    }

    /// <summary>Numbers at one end of the lines or at both, as libraries keep them.</summary>
    public static void Number(Draft draft, Chance chance)
    {
        var (before, after) = (chance.OneIn(2), chance.OneIn(2));
        for (var line = 0; line < draft.Lines.Count; line++)
        {
            var code = draft.Lines[line];
            if (before && code.Length > SequenceField)
                code = $"{line:D6}" + code[SequenceField..];
            draft.Lines[line] = after ? $"{(code.Length > CodeEnd ? code[..CodeEnd] : code.PadRight(CodeEnd))}{line:D8}" : code;
        }
    }

    public static void Blank(Draft draft, Chance chance) => draft.Lines.Insert(draft.Gap(chance), new(' ', chance.Below(Card)));

    /// <summary>The line over and over on one line.</summary>
    public static void Lengthen(Draft draft, Chance chance)
    {
        var length = chance.OneIn(200) ? 1_000_000 : chance.OfAnySize(100, 4000);
        draft.Rewrite(chance, line => line.Length == 0 ? line : string.Concat(Enumerable.Repeat(line, (length / line.Length) + 1)));
    }

    public static void Tabs(Draft draft, Chance chance) => draft.Rewrite(chance, line => line.Replace("  ", "\t", StringComparison.Ordinal));
}
