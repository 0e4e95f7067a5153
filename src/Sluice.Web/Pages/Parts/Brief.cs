using System.Globalization;

namespace Sluice.Web.Pages.Parts;

/// <summary>The beginning of a title, where there is no room for the whole; it leads to where the whole stands.</summary>
public static class Brief
{
    private const int Longest = 40;

    /// <summary>Never through the middle of what reads as one character.</summary>
    public static string Of(string title)
    {
        var characters = new StringInfo(title);
        return characters.LengthInTextElements <= Longest
            ? title
            : characters.SubstringByTextElements(0, Longest - 1).TrimEnd() + "…";
    }
}
