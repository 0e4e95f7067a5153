using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;

namespace Sluice.Web.Pages.Parts;

/// <summary>What pages of lists have in common: every filter in the address, and no way but to the next page.</summary>
/// <param name="here">Its own address, without any filter.</param>
/// <param name="filtering">What it can be filtered by.</param>
public abstract class FilteredPage(string here, params IReadOnlyList<string> filtering) : PageModel
{
    private const string Api = "/api/v1";

    public Refusal? Refused { get; private set; }

    /// <summary>Where the next page is; null on the last.</summary>
    public string? Next { get; private set; }

    /// <summary>How many there are on this page.</summary>
    public int Shown { get; private set; }

    public string Here => here;

    public bool IsFirstPage => !Request.Query.ContainsKey("after");

    /// <summary>With its filters, and at its first page.</summary>
    public string Address => here + QueryOf(Given());

    public TypedForm Form => new("filter", name => ValueOf(name, Request.Query[name].FirstOrDefault()), Refused);

    /// <summary>Each filter in force, and the list without it.</summary>
    public IReadOnlyList<(string Word, string Without)> Filters => [.. Given()
        .Select(filter => (WordOf(filter.Key, filter.Value), here + QueryOf(Given().Where(other => !other.Equals(filter)))))];

    protected virtual string WordOf(string name, string value) => $"“{value}”";

    /// <summary>How a filter's field shows what the address says.</summary>
    protected virtual string? ValueOf(string name, string? value) => value;

    /// <summary>A form sends its empty fields along; they ask for nothing.</summary>
    protected string? One(string name) => Request.Query[name].FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));

    /// <inheritdoc cref="One"/>
    protected string[]? All(string name) =>
        Request.Query[name].OfType<string>().Where(value => value.Length > 0).ToArray() is { Length: > 0 } given ? given : null;

    /// <returns>What is on this page: nothing, if it was refused.</returns>
    protected IReadOnlyList<T> Show<T>(Outcome<Page<T>> outcome)
    {
        if (outcome.Refusal is { } refusal)
        {
            (Refused, Response.StatusCode) = (refusal, refusal.Status());
            return [];
        }
        (Next, Shown) = (outcome.Value.NextLink?[Api.Length..], outcome.Value.Items.Count);
        return outcome.Value.Items;
    }

    protected static int? Number(string? typed) =>
        typed is null ? null : int.TryParse(typed, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string QueryOf(IEnumerable<KeyValuePair<string, string>> filters) => new QueryBuilder(filters).ToString();

    private List<KeyValuePair<string, string>> Given() => [.. Request.Query
        .Where(filter => filtering.Contains(filter.Key))
        .SelectMany(filter => filter.Value.Where(value => !string.IsNullOrWhiteSpace(value))
            .Select(value => new KeyValuePair<string, string>(filter.Key, value!)))];
}
