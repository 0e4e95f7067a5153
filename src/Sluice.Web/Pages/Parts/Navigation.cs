namespace Sluice.Web.Pages.Parts;

/// <summary>Where one can go from everywhere, the gate above the channel.</summary>
public static class Navigation
{
    /// <param name="Area">What the pages behind it say they belong to.</param>
    /// <param name="Key">Pressed after <c>g</c> it leads there.</param>
    public sealed record Place(string Area, string Word, string Address, char? Key = null);

    public static IReadOnlyList<(string? Heading, IReadOnlyList<Place> Places)> All { get; } =
    [
        (null, [new("overview", "Overview", "/", 'o'), new("work", "My work", "/my-work", 'w'), new("search", "Search", "/search")]),
        ("Gate", [new("changes", "Changes", "/changes", 'c')]),
        ("Channel", [new("releases", "Releases", "/releases", 'r'), new("run", "Run board", "/run", 'b')]),
        ("Production",
        [
            new("calendar", "Calendar", "/calendar", 'k'), new("systems", "Systems", "/systems", 's'),
            new("customers", "Customers", "/customers"), new("teams", "Teams", "/teams", 't'),
        ]),
        ("Record", [new("audit", "Audit", "/audit", 'a'), new("people", "People", "/people", 'p')]),
        ("Yours", [new("tokens", "Tokens", "/tokens"), new("settings", "Settings", "/settings")]),
    ];
}
