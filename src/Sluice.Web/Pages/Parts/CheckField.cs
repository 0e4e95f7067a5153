namespace Sluice.Web.Pages.Parts;

/// <summary>A field of which several may be chosen.</summary>
/// <param name="Further">Takes the keys of those that are not offered.</param>
public sealed record CheckField(Field Field, Offer Offer, IReadOnlyCollection<string> Chosen, Field Further);

/// <summary>Keys in one field, with whatever people put between them.</summary>
public static class Names
{
    private static readonly char[] Between = [' ', ',', ';', '\t', '\r', '\n'];

    public static string[] Read(string? typed) => (typed ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries);
}
