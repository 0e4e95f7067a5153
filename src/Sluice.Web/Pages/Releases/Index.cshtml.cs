using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Production.Systems;
using Sluice.Releases;
using Sluice.Web.Pages.Parts;

namespace Sluice.Web.Pages.Releases;

/// <summary>The list of releases: every filter is in the address.</summary>
public sealed class IndexModel(ListReleases list, ListSystems systems, Actor actor) : PageModel
{
    private const string Here = "/releases";

    /// <summary>The rest is on the page of the release.</summary>
    public const int ChangesShown = 6;

    private static readonly string[] Filtering = ["status", "system", "q"];

    /// <summary>Lists that people open all day.</summary>
    public static IReadOnlyList<(string Word, string Address)> Views { get; } =
    [
        ("All", Here),
        ("To come", Of(ReleaseStatus.Planning, ReleaseStatus.Scheduled, ReleaseStatus.Ready)),
        ("Running", Of(ReleaseStatus.Executing, ReleaseStatus.Suspended, ReleaseStatus.Validating, ReleaseStatus.BackingOut)),
    ];

    public static IReadOnlyList<Choice> Statuses { get; } =
        [new("", "Any"), .. Enum.GetValues<ReleaseStatus>().Select(value => new Choice(Wire.Name(value), Wire.Words(value)))];

    public ListReleases.Request Asked { get; private set; } = new();

    public IReadOnlyList<ListReleases.Item> Items { get; private set; } = [];

    public Refusal? Refused { get; private set; }

    /// <summary>Where the next page is; null on the last.</summary>
    public string? Next { get; private set; }

    public bool MayCreate { get; } = !AddRelease.Against(actor).Any();

    /// <summary>Systems to choose from.</summary>
    public Offer Systems { get; private set; } = new([]);

    /// <summary>Each filter in force, and the list without it.</summary>
    public IReadOnlyList<(string Word, string Without)> Filters => [.. Given()
        .Select(filter => (WordOf(filter.Key, filter.Value), Here + QueryOf(Given().Where(other => !other.Equals(filter)))))];

    public string Address => Here + QueryOf(Given());

    public TypedForm Form => new("filter", name => Request.Query[name].FirstOrDefault(), Refused);

    public async Task<IActionResult> OnGet([FromQuery] ListReleases.Request asked, CancellationToken ct)
    {
        // A form sends its empty fields along; they ask for nothing.
        Asked = asked with { Status = Filled(asked.Status), System = Filled(asked.System) };
        var outcome = await list.Handle(Asked, ct);
        Refused = outcome.Refusal;
        Systems = (await systems.Offer(Asked.System, ct)).OrNone("Any");
        if (Refused is null)
            (Items, Next) = (outcome.Value.Items, outcome.Value.NextLink is { } next ? next[next.IndexOf(Here, StringComparison.Ordinal)..] : null);
        else
            Response.StatusCode = Refused.Status();
        return Page();
    }

    private static string[]? Filled(string[]? values) =>
        values?.Where(value => !string.IsNullOrEmpty(value)).ToArray() is { Length: > 0 } filled ? filled : null;

    private static string Of(params IEnumerable<ReleaseStatus> statuses) =>
        Here + QueryOf(statuses.Select(status => new KeyValuePair<string, string>("status", Wire.Name(status))));

    private static string QueryOf(IEnumerable<KeyValuePair<string, string>> filters) => new QueryBuilder(filters).ToString();

    private static string WordOf(string name, string value) => name switch
    {
        "status" => $"Status: {(Wire.Parse<ReleaseStatus>(value) is { } status ? Wire.Words(status) : value)}",
        "system" => $"System: {value}",
        _ => $"“{value}”",
    };

    private List<KeyValuePair<string, string>> Given() => [.. Request.Query
        .Where(filter => Filtering.Contains(filter.Key))
        .SelectMany(filter => filter.Value.Where(value => value is { Length: > 0 })
            .Select(value => new KeyValuePair<string, string>(filter.Key, value!)))];
}
