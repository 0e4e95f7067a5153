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
/// <remarks>
/// Each is an act of its own, as if it had been added alone: one that is refused meanwhile holds up none of the others. What became
/// of them has an address, and is read from the release: loaded again, it adds nothing and still says what is so.
/// </remarks>
public sealed class AddSeveralModel(AskItems ask, ListReleases releases, Actor actor) : PageModel
{
    /// <param name="Added">Whether the release holds it; null while it has only been asked for.</param>
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

    public IEnumerable<string> Addable => Rows.Where(row => row is { Added: not true, Reasons.Count: 0 }).Select(row => row.Item.Change);

    public TypedForm Form(string? release) => new("into", _ => release, Refused);

    /// <param name="sent">They have been sent to be added.</param>
    public async Task<IActionResult> OnGet(
        [FromQuery] string[] change, [FromQuery] string? release, [FromQuery] bool sent, CancellationToken ct)
    {
        await Look(change, release, ct);
        if (sent)
            Rows = [.. Rows.Select(row => row with { Added = row.Item.IsInIt, Reasons = row.Item.IsInIt ? [] : row.Reasons })];
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
        // One that is refused meanwhile is found to be so by the page that this leads to.
        foreach (var item in Release.Items)
            await add.Handle(Release.Ref, new(item.Change), ct);
        return RedirectToPage(new { release = Release.Ref, sent = "true", change = Ticked });
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
