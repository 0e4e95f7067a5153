using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sluice.Changes;
using Sluice.Handover;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Production.Systems;
using Sluice.Web.Pages.Parts;

namespace Sluice.Web.Pages.Changes;

/// <summary>The list of changes: every filter is in the address, so that a list can be kept and sent on.</summary>
public sealed class IndexModel(ListChanges list, ListSystems systems, Actor actor) : PageModel
{
    private const string Api = "/api/v1";

    private static readonly ChangeStatus[] Ended = [ChangeStatus.Closed, ChangeStatus.Rejected, ChangeStatus.Cancelled];

    /// <summary>Lists that people open all day.</summary>
    public static IReadOnlyList<(string Word, string Address)> Views { get; } =
    [
        ("All", "/changes"),
        ("Open", "/changes" + Query("status", [.. Enum.GetValues<ChangeStatus>().Except(Ended).Select(Wire.Name)])),
        ("To assess", "/changes" + Query("status", Wire.Name(ChangeStatus.Assess))),
        ("To authorize", "/changes" + Query("status", Wire.Name(ChangeStatus.Authorize))),
        ("Approved", "/changes" + Query("status", Wire.Name(ChangeStatus.Approved))),
        ("Delayed", "/changes" + Query("deliveryStatus", Wire.Name(DeliveryStatus.Delayed))),
        ("To review", "/changes" + Query("status", Wire.Name(ChangeStatus.Review))),
    ];

    public static IReadOnlyList<Choice> Sorts { get; } =
        [new("", "Newest first"), new("ref", "Oldest first"), new("-updated", "Last touched first")];

    public ListChanges.Request Asked { get; private set; } = new();

    public IReadOnlyList<ListChanges.Item> Items { get; private set; } = [];

    public Refusal? Refused { get; private set; }

    /// <summary>Where the next page is; null on the last.</summary>
    public string? Next { get; private set; }

    public bool MayCreate { get; } = !AddChange.Against(actor).Any();

    /// <summary>Systems to choose from.</summary>
    public Offer Systems { get; private set; } = new([]);

    /// <summary>Each filter in force, and the list without it.</summary>
    public IReadOnlyList<(string Word, string Without)> Filters => [.. Request.Query
        .Where(filter => filter.Key is not ("after" or "limit" or "sort"))
        .SelectMany(filter => filter.Value.Where(value => value is { Length: > 0 })
            .Select(value => (WordOf(filter.Key, value!), Without(filter.Key, value!))))];

    public bool IsFirstPage => Asked.After is null;

    public string FirstPage => "/changes" + Rest((name, _) => name is not "after");

    /// <summary>The address as it is, to tell which of the views it is.</summary>
    public string Here => "/changes" + Rest((name, value) => name is not ("after" or "limit" or "sort") && value.Length > 0);

    public async Task<IActionResult> OnGet([FromQuery] ListChanges.Request asked, CancellationToken ct)
    {
        // A form sends its empty fields along; they ask for nothing.
        Asked = asked with
        {
            Status = Given(asked.Status),
            DeliveryStatus = Given(asked.DeliveryStatus),
            Kind = Given(asked.Kind),
            Risk = Given(asked.Risk),
            System = Given(asked.System),
        };
        var outcome = await list.Handle(Asked, ct);
        Refused = outcome.Refusal;
        Systems = (await systems.Offer(Asked.System, ct)).OrNone("Any");
        if (Refused is null)
            (Items, Next) = (outcome.Value.Items, outcome.Value.NextLink?[Api.Length..]);
        else
            Response.StatusCode = Refused.Status();
        return Page();
    }

    public TypedForm Form => new("filter", name => Request.Query[name].FirstOrDefault(), Refused);

    public static IReadOnlyList<Choice> Any<T>() where T : struct, Enum =>
        [new("", "Any"), .. Enum.GetValues<T>().Select(value => new Choice(Wire.Name(value), Wire.Words(value)))];

    private static string[]? Given(string[]? values) =>
        values?.Where(value => !string.IsNullOrEmpty(value)).ToArray() is { Length: > 0 } given ? given : null;

    private string Without(string name, string value) => "/changes" + Rest((otherName, otherValue) =>
        otherName is not "after" && (otherName, otherValue) != (name, value));

    private string Rest(Func<string, string, bool> keep)
    {
        var query = new QueryBuilder();
        foreach (var (name, values) in Request.Query)
            foreach (var value in values.Where(value => keep(name, value ?? "")))
                query.Add(name, value ?? "");
        return query.ToString();
    }

    private static string WordOf(string name, string value) => name switch
    {
        "status" => $"Gate: {Words(value)}",
        "deliveryStatus" => $"Channel: {Words(value)}",
        "q" => $"“{value}”",
        _ => $"{Words(name)}: {(name is "system" ? value : Words(value))}",
    };

    private static string Words(string value) => char.ToUpperInvariant(value[0]) + value[1..].Replace('-', ' ');

    private static string Query(string name, params string[] values)
    {
        var query = new QueryBuilder();
        foreach (var value in values)
            query.Add(name, value);
        return query.ToString();
    }
}
