namespace Sluice.Fuzz.Making;

/// <summary>Pieces of another member in the midst of this one, in half the cases of another language.</summary>
internal sealed class Splice(SeedMembers seeds)
{
    private const int Longest = 30;

    public void In(Draft draft, Chance chance)
    {
        var other = chance.OneIn(2) ? chance.Of(seeds.All) : chance.Of(seeds.In(draft.Seed.Language));
        var start = chance.Below(other.Lines.Count);
        var piece = other.Lines.Skip(start).Take(chance.Between(1, Longest)).ToList();
        var at = draft.Gap(chance);
        if (piece.Count > 0 && at < draft.Lines.Count && chance.OneIn(4))
        {
            // In the midst of a line.
            var column = chance.Below(draft.Lines[at].Length + 1);
            piece[^1] += draft.Lines[at][column..];
            draft.Lines[at] = draft.Lines[at][..column] + piece[0];
            piece.RemoveAt(0);
            at++;
        }
        draft.Lines.InsertRange(at, piece);
    }
}
