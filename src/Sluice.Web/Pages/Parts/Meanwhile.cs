using System.Text.Json;
using Sluice.Kernel.Http;

namespace Sluice.Web.Pages.Parts;

/// <summary>What somebody else saved while a form was open: a part of the record, what it said when the form began, and now.</summary>
/// <remarks>
/// The form carries what it began with. So what was not touched is not saved, and a comment that came meanwhile is in nobody's way.
/// </remarks>
public sealed record Meanwhile(string What, string Before, string Now)
{
    public static IReadOnlyList<Meanwhile> Between(
        IReadOnlyList<(string What, string Value)> began, IReadOnlyList<(string What, string Value)> now) =>
        [.. began.Zip(now).Where(pair => pair.First.Value != pair.Second.Value)
            .Select(pair => new Meanwhile(pair.First.What, pair.First.Value, pair.Second.Value))];

    public static string Write<T>(T draft) => JsonSerializer.Serialize(draft, Wire.Json);

    /// <param name="none">For what is no draft: then everything has changed meanwhile, and nothing is saved.</param>
    public static T Read<T>(string? began, T none) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(began ?? "", Wire.Json) ?? none;
        }
        catch (JsonException)
        {
            return none;
        }
    }

    /// <returns>What was typed over it; null where nobody did. A field on one line cannot hold every text.</returns>
    public static string? Altered(string? typed, string? began) => OnOneLine(typed) == OnOneLine(began) ? null : typed ?? "";

    /// <summary>What a form goes on with: what was typed, and what it says now where nobody typed anything.</summary>
    public static string? Kept(string? typed, string? began, string? now) => Altered(typed, began) is null ? now : typed;

    private static string OnOneLine(string? text) =>
        (text ?? "").Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
}
