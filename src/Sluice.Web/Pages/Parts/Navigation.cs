using Sluice.Web.Words;

namespace Sluice.Web.Pages.Parts;

/// <summary>Where one can go from everywhere, the gate above the channel.</summary>
public static class Navigation
{
    /// <param name="Area">What the pages behind it say they belong to.</param>
    /// <param name="Key">Pressed after <c>g</c> it leads there.</param>
    public sealed record Place(string Area, string Word, string Address, char? Key = null);

    public static IReadOnlyList<(string? Heading, IReadOnlyList<Place> Places)> All =>
    [
        (null, [new("overview", AppWords.Overview, "/", 'o'), new("work", AppWords.MyWork, "/my-work", 'w'), new("search", AppWords.Search, "/search")]),
        (AppWords.Gate, [new("changes", AppWords.Changes, "/changes", 'c')]),
        (AppWords.Channel, [new("releases", AppWords.Releases, "/releases", 'r'), new("run", AppWords.RunBoard, "/run", 'b')]),
        (AppWords.Production,
        [
            new("calendar", AppWords.Calendar, "/calendar", 'k'), new("systems", AppWords.Systems, "/systems", 's'),
            new("customers", AppWords.Customers, "/customers"), new("teams", AppWords.Teams, "/teams", 't'),
        ]),
        (AppWords.Record, [new("audit", AppWords.Audit, "/audit", 'a'), new("people", AppWords.People, "/people", 'p'), new("organisation", AppWords.Organisation, "/organisation")]),
        (AppWords.Yours, [new("tokens", AppWords.Tokens, "/tokens"), new("settings", AppWords.Settings, "/settings")]),
    ];
}
