using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Releases;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Releases;

/// <summary>Several changes into one release: what can be added is shown first, then what became of each.</summary>
/// <remarks>Each is an act of its own, as if it had been added alone: one that is refused meanwhile holds up none of the others.</remarks>
public sealed class AddSeveralModel(AskItems ask, ListReleases releases, Actor actor) : PageModel
{
    /// <param name="Added">Null while it has only been asked for.</param>
    public sealed record Row(AskItems.Item Item, bool? Added, IReadOnlyList<Reason> Reasons);

    private static readonly string[] TakesChanges =
        [.. new[] { ReleaseStatus.Planning, ReleaseStatus.Scheduled, ReleaseStatus.Ready }.Select(Wire.Name)];

    public AskItems.Response? Release { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>As they were ticked.</summary>
    public IReadOnlyList<string> Ticked { get; private set; } = [];

    /// <summary>Releases that still take changes.</summary>
    public Offer Releases { get; private set; } = new([]);

    public Refusal? Refused { get; private set; }

    public bool IsDone => Rows.Any(row => row.Added is not null);

    public IEnumerable<string> Addable => Rows.Where(row => row is { Added: null, Reasons.Count: 0 }).Select(row => row.Item.Change);

    public TypedForm Form(string? release) => new("into", _ => release, Refused);

    public async Task<IActionResult> OnGet([FromQuery] string[] change, [FromQuery] string? release, CancellationToken ct)
    {
        await Look(change, release, ct);
        return Page();
    }

    public async Task<IActionResult> OnPost(
        [FromForm] string[] change, [FromForm] string? release, [FromServices] AddItem add, [FromServices] UnitOfWork work, CancellationToken ct)
    {
        await Look(change, release, ct);
        if (work.Withheld is { } why)
            Refuse(why);
        if (Release is null || work.Withheld is not null)
            return Page();
        var rows = new List<Row>();
        foreach (var item in Release.Items)
        {
            var outcome = await add.Handle(Release.Ref, new(item.Change), ct);
            rows.Add(new(item, outcome.Refusal is null, outcome.Refusal?.Reasons ?? []));
        }
        Rows = rows;
        return Page();
    }

    private async Task Look(string[] change, string? release, CancellationToken ct)
    {
        Ticked = [.. change.Where(ticked => !string.IsNullOrWhiteSpace(ticked)).Distinct()];
        var page = (await releases.Handle(new() { Status = TakesChanges, Limit = Paging.LargestLimit }, ct)).Value;
        Releases = new Offer(
            [.. page.Items.Select(item => new Choice(item.Ref, $"{item.Ref} {item.Title}, {Wire.Words(item.Status).ToLowerInvariant()}"))],
            IsWhole: page.NextLink is null).OrNone(ReleaseWords.ChooseOne);
        if (Refusal.For(AddRelease.Against(actor)) is { } notTheirs)
            Refuse(notTheirs);
        else if (Ticked.Count > 0 && !string.IsNullOrWhiteSpace(release))
        {
            var outcome = await ask.Handle(release.Trim().ToUpperInvariant(), Ticked, ct);
            if (outcome.Refusal is { } refusal)
                Refuse(refusal);
            else
            {
                Release = outcome.Value;
                Rows = [.. Release.Items.Select(item => new Row(item, null, [.. Release.Reasons, .. item.Reasons]))];
            }
        }
    }

    private void Refuse(Refusal refusal) => (Refused, Response.StatusCode) = (refusal, refusal.Status());
}
