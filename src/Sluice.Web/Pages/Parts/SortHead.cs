namespace Sluice.Web.Pages.Parts;

/// <summary>The head of a column that the list can be sorted by.</summary>
/// <param name="Address">Sorts by it; by the column it is sorted by already, the other way round.</param>
/// <param name="Direction">For <c>aria-sort</c>; null while the list is sorted by another.</param>
/// <param name="Sorted">The same in words: "newest first".</param>
public sealed record SortHead(string Word, string Address, string? Direction, string? Sorted)
{
    public string Arrow => Direction is "descending" ? "↓" : "↑";
}
