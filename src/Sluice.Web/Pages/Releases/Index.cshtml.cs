using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.People.Views;
using Sluice.Production.Systems;
using Sluice.Releases;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Releases;

/// <summary>The list of releases: every filter is in the address.</summary>
public sealed class IndexModel(ListReleases list, ListSystems systems, ListViews views, Actor actor)
    : FilteredPage("/releases", "status", "system", "from", "until", "q")
{
    /// <summary>The rest is on the page of the release.</summary>
    public const int ChangesShown = 6;

    // Lists that people open all day.
    private static (string Word, string Query)[] BuiltIn =>
    [
        (ReleaseWords.All, ""),
        (ReleaseWords.ToCome, Of(ReleaseStatus.Planning, ReleaseStatus.Scheduled, ReleaseStatus.Ready)),
        (ReleaseWords.Running, Of(ReleaseStatus.Executing, ReleaseStatus.Suspended, ReleaseStatus.Validating, ReleaseStatus.BackingOut)),
    ];

    public static IReadOnlyList<Choice> Statuses =>
        [new("", ReleaseWords.Any), .. Enum.GetValues<ReleaseStatus>().Select(value => new Choice(Wire.Name(value), Wire.Words(value)))];

    public static IReadOnlyList<Choice> Sorts =>
    [
        new("", ReleaseWords.NewestFirst), new("ref", ReleaseWords.OldestFirst), new("-updated", ReleaseWords.LastTouchedFirst), new("updated", ReleaseWords.UntouchedLongest),
        new("from", ReleaseWords.EarliestInterval), new("-from", ReleaseWords.LatestIntervalFirst),
    ];

    public IReadOnlyList<ListReleases.Item> Items { get; private set; } = [];

    public bool MayCreate { get; } = !AddRelease.Against(actor).Any();

    /// <summary>Systems to choose from.</summary>
    public Offer Systems { get; private set; } = new([]);

    public ViewTabs Views { get; private set; } = null!;

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await ToDefault(views, ListReleases.Viewed, ct) is { } elsewhere)
            return elsewhere;
        var asked = Ask(Asked);
        Items = Show(asked.Refusal is { } unreadable
            ? unreadable
            : await list.Handle(asked.Value with { Sort = One("sort"), After = One("after"), Limit = Number(One("limit")) }, ct));
        Systems = (await systems.Offer(All("system"), ct)).OrNone(ReleaseWords.Any);
        Views = ViewTabs.Of(ListReleases.Viewed, this, BuiltIn);
        return Page();
    }

    /// <summary>For the page and for the file: the filters.</summary>
    public static Outcome<ListReleases.Request> Ask(Asked asked) => asked.Unreadable("from", "until") is { } unreadable
        ? unreadable
        : new ListReleases.Request
        {
            Status = asked.All("status"), System = asked.All("system"), From = asked.Moment("from"), Until = asked.Moment("until"),
            Q = asked.One("q"),
        };

    protected override IReadOnlyList<string> Carrying => ["sort"];

    protected override string FirstSort => "-ref";

    protected override string WordOf(string name, string value) => name switch
    {
        "status" => Sentence.Of(ReleaseWords.StatusIs, Wire.Parse<ReleaseStatus>(value) is { } status ? Wire.Words(status) : value),
        "system" => Sentence.Of(ReleaseWords.SystemIs, value),
        "from" => Sentence.Of(ReleaseWords.EndsAfter, value),
        "until" => Sentence.Of(ReleaseWords.BeginsBefore, value),
        _ => base.WordOf(name, value),
    };

    private static string Of(params IEnumerable<ReleaseStatus> statuses) =>
        new QueryBuilder(statuses.Select(status => new KeyValuePair<string, string>("status", Wire.Name(status)))).ToString();
}
