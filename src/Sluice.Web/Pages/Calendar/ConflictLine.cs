using Sluice.Production.Calendar;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Calendar;

/// <summary>A conflict as people read it: what, with what, and why.</summary>
/// <param name="Id">Leads to its line.</param>
/// <param name="Because">In a word or two; the conflict's own sentence says the rest.</param>
public sealed record ConflictLine(
    string Id, Conflict Conflict, ConflictLine.Item What, IReadOnlyList<ConflictLine.Item> With, string Because)
{
    /// <summary>A page lists no more: two hundred bookings of one night are twenty thousand pairs.</summary>
    public const int MostListed = 50;

    public IEnumerable<Item> Items => [What, .. With];

    /// <param name="Kind">"window", "freeze", or nothing for a reference, which says it itself.</param>
    public sealed record Item(string Name, string Address, string? Title, string Kind = "");

    public static IReadOnlyList<ConflictLine> Of(ShowCalendar.Response plan)
    {
        var holders = plan.Bookings.ToDictionary(booking => booking.Holder, booking => booking.Title);
        var windows = plan.Windows.ToDictionary(window => window.Key, window => window.Title);
        var freezes = plan.Freezes.ToDictionary(freeze => freeze.Key, freeze => freeze.Title);
        return [.. plan.Conflicts.Select((conflict, place) => new ConflictLine(
            place < MostListed ? $"conflict-{place + 1}" : "conflicts", conflict, ItemAt(conflict, 0),
            [.. conflict.Items.Skip(1).Select((_, at) => ItemAt(conflict, at + 1))],
            BecauseOf(conflict.Code)))];

        Item ItemAt(Conflict conflict, int at)
        {
            var name = conflict.Items[at];
            // People name windows and freezes, perhaps like a change: the code says which of the items is one.
            return (conflict.Code, at) switch
            {
                ("freeze.overlap", 1) => new(name, $"/freezes/{name}", freezes.GetValueOrDefault(name), "freeze"),
                ("window.held", 1) or ("window.over-capacity", 0) =>
                    new(name, $"/windows/{name}", windows.GetValueOrDefault(name), "window"),
                _ => new(name, HolderMarks.AddressOf(name), holders.GetValueOrDefault(name)),
            };
        }
    }

    private static string BecauseOf(string code) => code switch
    {
        "booking.overlap" => CalendarWords.SameSystems,
        "booking.dependency-overlap" => CalendarWords.DependentSystems,
        "freeze.overlap" => CalendarWords.Frozen,
        "window.held" => CalendarWords.WindowHeld,
        "window.over-capacity" => CalendarWords.TooMuchForTheWindow,
        _ => code,
    };
}
