using Sluice.Kernel.People;

namespace Sluice.Changes.Approvals;

/// <summary>
/// Who sits where; one person fills one seat, however many they could. Those seated move over when that makes room for one
/// more (augmenting paths), so that nobody is turned away because of the order in which people approved.
/// </summary>
internal sealed class Seating(IReadOnlyList<string> seats)
{
    private readonly Account?[] sitting = new Account?[seats.Count];
    private readonly Dictionary<Account, IReadOnlyList<string>> couldFill = [];

    public IEnumerable<string> Open => seats.Where((_, seat) => sitting[seat] is null);

    public string? SeatOf(Account person) => Array.IndexOf(sitting, person) is >= 0 and var seat ? seats[seat] : null;

    /// <returns>False when every seat this person could fill is taken by someone who cannot move over.</returns>
    public bool Take(Account person, IReadOnlyList<string> fillable)
    {
        couldFill[person] = fillable;
        return MakeRoom(person, tried: []);
    }

    private bool MakeRoom(Account person, HashSet<int> tried)
    {
        for (var seat = 0; seat < seats.Count; seat++)
        {
            if (!couldFill[person].Contains(seats[seat]) || !tried.Add(seat))
                continue;
            if (sitting[seat] is { } sitter && !MakeRoom(sitter, tried))
                continue;
            sitting[seat] = person;
            return true;
        }
        return false;
    }
}
