using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Sluice.Changes;
using Sluice.Handover;
using Sluice.Kernel.Http;
using Sluice.Kernel.People;
using Sluice.Kernel.People.Views;
using Sluice.Production.Systems;
using Sluice.Releases;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Changes;

/// <summary>The list of changes: every filter is in the address, so that a list can be kept and sent on.</summary>
public sealed class IndexModel(ListChanges list, ListSystems systems, ListViews views, Actor actor)
    : FilteredPage("/changes", "status", "deliveryStatus", "kind", "risk", "system", "q")
{
    private static readonly ChangeStatus[] Ended = [ChangeStatus.Closed, ChangeStatus.Rejected, ChangeStatus.Cancelled];

    // Lists that people open all day.
    private static (string Word, string Query)[] BuiltIn =>
    [
        (ChangeWords.All, ""),
        (ChangeWords.OpenOnes, Query("status", [.. Enum.GetValues<ChangeStatus>().Except(Ended).Select(Wire.Name)])),
        (ChangeWords.ToAssess, Query("status", Wire.Name(ChangeStatus.Assess))),
        (ChangeWords.ToAuthorize, Query("status", Wire.Name(ChangeStatus.Authorize))),
        (ChangeWords.Approved, Query("status", Wire.Name(ChangeStatus.Approved))),
        (ChangeWords.Delayed, Query("deliveryStatus", Wire.Name(DeliveryStatus.Delayed))),
        (ChangeWords.ToReview, Query("status", Wire.Name(ChangeStatus.Review))),
    ];

    public static IReadOnlyList<Choice> Sorts =>
    [
        new("", ChangeWords.NewestFirst), new("ref", ChangeWords.OldestFirst), new("-updated", ChangeWords.LastTouchedFirst), new("updated", ChangeWords.UntouchedLongest),
        new("from", ChangeWords.EarliestRequestedFirst), new("-from", ChangeWords.LatestRequestedFirst),
    ];

    /// <summary>What a list of changes leads to, for whoever plans one: all that are approved and in no release.</summary>
    public static string ToAddTo(string release) => "/changes"
        + Query("status", Wire.Name(ChangeStatus.Approved)) + $"&deliveryStatus={Wire.Name(DeliveryStatus.Unplanned)}&into={release}";

    public IReadOnlyList<ListChanges.Item> Items { get; private set; } = [];

    public bool MayCreate { get; } = !AddChange.Against(actor).Any();

    /// <summary>Who plans releases ticks changes, to add them.</summary>
    public bool MayAdd { get; } = !AddRelease.Against(actor).Any();

    /// <summary>The release that changes are looked for.</summary>
    public string? Into => One("into");

    /// <summary>Systems to choose from.</summary>
    public Offer Systems { get; private set; } = new([]);

    public ViewTabs Views { get; private set; } = null!;

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await ToDefault(views, ListChanges.Viewed, ct) is { } elsewhere)
            return elsewhere;
        Items = Show(await list.Handle(
            Ask(Asked) with { Sort = One("sort"), After = One("after"), Limit = Number(One("limit")) }, ct));
        Systems = (await systems.Offer(All("system"), ct)).OrNone(ChangeWords.Any);
        Views = ViewTabs.Of(ListChanges.Viewed, this, BuiltIn);
        return Page();
    }

    /// <summary>For the page and for the file: the filters.</summary>
    public static ListChanges.Request Ask(Asked asked) => new()
    {
        Status = asked.All("status"), DeliveryStatus = asked.All("deliveryStatus"), Kind = asked.All("kind"), Risk = asked.All("risk"),
        System = asked.All("system"), Q = asked.One("q"),
    };

    protected override IReadOnlyList<string> Carrying => ["sort", "into"];

    protected override string FirstSort => "-ref";

    public static IReadOnlyList<Choice> Any<T>() where T : struct, Enum =>
        [new("", ChangeWords.Any), .. Enum.GetValues<T>().Select(value => new Choice(Wire.Name(value), Wire.Words(value)))];

    protected override string WordOf(string name, string value) => name switch
    {
        "status" => Sentence.Of(ChangeWords.GateIs, Words(value)),
        "deliveryStatus" => Sentence.Of(ChangeWords.ChannelIs, Words(value)),
        "q" => base.WordOf(name, value),
        _ => $"{Words(name)}: {(name is "system" ? value : Words(value))}",
    };

    private static string Words(string value) => char.ToUpperInvariant(value[0]) + value[1..].Replace('-', ' ');

    private static string Query(string name, params string[] values) =>
        new QueryBuilder(values.Select(value => new KeyValuePair<string, string>(name, value))).ToString();
}
