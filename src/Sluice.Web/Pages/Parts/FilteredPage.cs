using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People.Views;

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

    /// <summary>Without any filter.</summary>
    public string Here => At([.. Carried()]);

    /// <summary>All of it, in the list's own order, whatever it opens with.</summary>
    public string Everything => At([]);

    /// <summary>The viewer's own views of it.</summary>
    public IReadOnlyList<ListViews.Item> OwnViews { get; private set; } = [];

    /// <summary>Whether there is such a file.</summary>
    public virtual bool HasCsv => true;

    /// <summary>The same as a file, whole; sorting is left to whoever opens it.</summary>
    public string Csv => here + ".csv" + QueryOf(Given());

    public bool IsFirstPage => !Request.Query.ContainsKey("after");

    /// <summary>With its filters, and at its first page.</summary>
    public string Address => At([.. Given(), .. Carried()]);

    /// <summary>All that the list is asked for, to be kept as a view.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Asking => Given().Concat(Carried())
        .Select(asked => new KeyValuePair<string, string?>(asked.Key, asked.Value));

    public TypedForm Form => new("filter", name => ValueOf(name, Request.Query[name].FirstOrDefault()), Refused);

    /// <summary>Each filter in force, and the list without it.</summary>
    public IReadOnlyList<(string Word, string Without)> Filters => [.. Given()
        .Select(filter => (WordOf(filter.Key, filter.Value), At([.. Given().Where(other => !other.Equals(filter)), .. Carried()])))];

    /// <summary>The head of a column it can be sorted by.</summary>
    /// <param name="words">What it means: downwards, and the other way round.</param>
    public SortHead Sort(string word, string name, (string Down, string Up) words)
    {
        var (down, now) = ("-" + name, One("sort") ?? FirstSort);
        var isBy = now == name || now == down;
        var next = now == down ? name : down;
        return new(
            word, here + QueryOf([.. Given(), .. CarriedBut("sort"), new("sort", next)]),
            !isBy ? null : now == down ? "descending" : "ascending", !isBy ? null : now == down ? words.Down : words.Up);
    }

    /// <summary>As it is, but for what it carries along under that name.</summary>
    public string Without(string carried) => At([.. Given(), .. CarriedBut(carried)]);

    /// <summary>What is no filter, and goes along from page to page all the same.</summary>
    protected virtual IReadOnlyList<string> Carrying => [];

    /// <summary>How it is sorted when nobody says.</summary>
    protected virtual string? FirstSort => null;

    protected virtual string WordOf(string name, string value) => $"“{value}”";

    /// <summary>How a filter's field shows what the address says.</summary>
    protected virtual string? ValueOf(string name, string? value) => value;

    protected Asked Asked => new(Request.Query);

    protected string? One(string name) => Asked.One(name);

    protected string[]? All(string name) => Asked.All(name);

    /// <returns>What is on this page: nothing, if it was refused.</returns>
    protected IReadOnlyList<T> Show<T>(Outcome<Page<T>> outcome)
    {
        if (outcome.Refusal is { } refusal)
        {
            (Refused, Response.StatusCode) = (refusal, refusal.Status());
            return [];
        }
        (Next, Shown) = (outcome.Value.NextLink is { } next ? Along(next[Api.Length..]) : null, outcome.Value.Items.Count);
        return outcome.Value.Items;
    }

    /// <summary>Whoever asks for nothing is led to the view that they have the list open with.</summary>
    /// <returns>Null where this is the page that was asked for.</returns>
    protected async Task<IActionResult?> ToDefault(ListViews views, ViewedList list, CancellationToken ct)
    {
        OwnViews = [.. (await views.Handle(ct)).Where(view => view.List == list.Name)];
        return Default is { } first && Request.Query.Count == 0 ? LocalRedirect(here + first.Query) : null;
    }

    protected static int? Number(string? typed) =>
        typed is null ? null : int.TryParse(typed, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;

    private ListViews.Item? Default => OwnViews.FirstOrDefault(view => view is { IsDefault: true, Query.Length: > 0 });

    /// <summary>An address that asks for nothing would lead to the default view.</summary>
    private string At(IReadOnlyList<KeyValuePair<string, string>> asked) =>
        asked.Count == 0 && Default is not null ? AllOf(here) : here + QueryOf(asked);

    /// <summary>A list without any filter, whatever it opens with.</summary>
    public static string AllOf(string list) => list + QueryOf([new("view", "all")]);

    private static string QueryOf(IEnumerable<KeyValuePair<string, string>> filters) => new QueryBuilder(filters).ToString();

    /// <summary>With what the page carries along and the API has never heard of.</summary>
    private string Along(string link) => Carried().Where(carried => !link.Contains($"{carried.Key}=", StringComparison.Ordinal))
        .Aggregate(link, (with, carried) => QueryHelpers.AddQueryString(with, carried.Key, carried.Value));

    private List<KeyValuePair<string, string>> Given() => Of(filtering);

    private List<KeyValuePair<string, string>> Carried() => Of(Carrying);

    private IEnumerable<KeyValuePair<string, string>> CarriedBut(string name) => Carried().Where(carried => carried.Key != name);

    private List<KeyValuePair<string, string>> Of(IReadOnlyList<string> names) => [.. Request.Query
        .Where(filter => names.Contains(filter.Key))
        .SelectMany(filter => filter.Value.Where(value => !string.IsNullOrWhiteSpace(value))
            .Select(value => new KeyValuePair<string, string>(filter.Key, value!)))];
}
