namespace Sluice.Web.Pages.Parts;

/// <summary>Several names in one field: between them stand spaces, commas, semicolons or line ends.</summary>
public static class TypedNames
{
    private static readonly char[] Between = [' ', ',', ';', '\t', '\r', '\n'];

    public static string[] Of(string? typed) => (typed ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries);
}
