namespace Sluice.Web.Pages.Parts;

/// <summary>What can be chosen of records that may be more than a page should hold.</summary>
/// <param name="IsWhole">Otherwise there are more, and whoever means one of those types its key.</param>
public sealed record Offer(IReadOnlyList<Choice> Choices, bool IsWhole = true)
{
    /// <summary>Choosing none of them is a choice too, and called so.</summary>
    public Offer OrNone(string word) => this with { Choices = [new("", word), .. Choices] };
}
