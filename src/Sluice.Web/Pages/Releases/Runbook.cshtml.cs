using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Production.Systems;
using Sluice.Releases;
using Sluice.Releases.Runbooks;
using Sluice.Web.Hosting;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Releases;

/// <summary>The editor of a runbook. The whole draft travels with the form: nothing is kept before "Save runbook".</summary>
/// <remarks>A thousand steps are ten thousand fields, and as a page many times what is sent once it is compressed.</remarks>
[RequestFormLimits(ValueCountLimit = 16_384)]
[Compressed]
public sealed partial class RunbookModel(
    ShowRelease show, CheckRunbook check, ListTeams teams, ListPeople people, ListReleases releases) : PageModel
{
    private const int ReleasesOffered = 50;

    public ShowRelease.Response Release { get; private set; } = null!;

    public RunbookDraft Draft { get; private set; } = new([]);

    /// <summary>What the form began with: whoever saved meanwhile is told from it.</summary>
    public RunbookDraft Began { get; private set; } = new([]);

    public ReleaseStatus BeganIn { get; private set; }

    /// <summary>Null where it cannot be written: then there is nothing to reckon.</summary>
    public CheckRunbook.Response? Figures { get; private set; }

    public Refusal? Refused { get; private set; }

    public IReadOnlyList<RunbookMeanwhile.Step> Meanwhile { get; private set; } = [];

    /// <summary>The field that is to be typed into next.</summary>
    public string? Focus { get; private set; }

    /// <summary>Whether what was pasted is in the draft now.</summary>
    public bool HasRead { get; private set; }

    /// <summary>What the last act did to the draft.</summary>
    public string? Said { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public Offer Teams { get; private set; } = new([]);

    public Offer People { get; private set; } = new([]);

    public IReadOnlyList<ListReleases.Item> Earlier { get; private set; } = [];

    /// <summary>Of the release whose runbook is to be taken over: its changes, each with what it becomes.</summary>
    public IReadOnlyList<string> ToMap { get; private set; } = [];

    public string Typed(string name) => Request.HasFormContentType ? Request.Form[name].ToString() : "";

    /// <summary>Why the viewer may not, whatever they would write.</summary>
    public RefusedAction? Against => Release.RefusedActions.FirstOrDefault(act => act.Action == "runbook");

    /// <summary>The whole draft as a sheet, where it cannot be saved any more.</summary>
    public IReadOnlyList<(string What, string Text)> Lost => Against is not null && HttpMethods.IsPost(Request.Method) && Differs
        ? [(ReleaseWords.Steps, RunbookSheet.Write(Draft))] : [];

    /// <summary>They have begun; what they say stands.</summary>
    public IReadOnlySet<string> Begun { get; private set; } = new HashSet<string>();

    public IReadOnlySet<string> Critical { get; private set; } = new HashSet<string>();

    /// <summary>By row; of the ones that name a step.</summary>
    public ILookup<int, Reason> Wrong { get; private set; } = Array.Empty<Reason>().ToLookup(_ => 0);

    private IReadOnlyDictionary<string, StepRow> saved = new Dictionary<string, StepRow>();

    /// <summary>"new" or "altered", against what is saved.</summary>
    public string? News(StepRow row) =>
        !saved.TryGetValue(row.Key, out var before) ? ReleaseWords.NewTag : before.SaysTheSameAs(row) ? null : ReleaseWords.AlteredTag;

    public int Removed => saved.Keys.Except(Draft.Rows.Select(row => row.Key)).Count();

    public bool Differs => !RunbookDraft.Of(Release.Steps).SaysTheSameAs(Draft);

    public async Task<IActionResult> OnGet([FromRoute] string reference, CancellationToken ct)
    {
        if (!await Load(reference, ct))
            return NotFound();
        Draft = RunbookDraft.Of(Release.Steps);
        return await Show(ct);
    }

    public async Task<IActionResult> OnGetSheet([FromRoute] string reference, CancellationToken ct) =>
        await Load(reference, ct)
            ? File(
                [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(RunbookSheet.Write(RunbookDraft.Of(Release.Steps)))],
                "text/csv; charset=utf-8", $"{Release.Ref}-runbook.csv")
            : NotFound();

    private async Task<bool> Load(string reference, CancellationToken ct)
    {
        var shown = await show.Handle(reference, ct);
        if (shown.Refusal is not null)
            return false;
        Release = shown.Value;
        (Began, BeganIn) = (RunbookDraft.Of(Release.Steps), Release.Status);
        saved = Began.ByKey();
        Begun = Release.Steps.Where(step => step.StartedAt is not null).Select(step => step.Key).ToHashSet();
        return true;
    }

    private async Task<PageResult> Show(CancellationToken ct)
    {
        if (Against is null)
        {
            var figures = await check.Handle(Release.Ref, Draft.ToRequest(), ct);
            // It has moved on since it was loaded.
            if (figures.Refusal is { } refusal)
                (Refused, Response.StatusCode) = (refusal, refusal.Status());
            else
                Figures = figures.Value;
        }
        Critical = (Figures?.Critical ?? []).ToHashSet();
        Teams = await teams.Offer(null, ct);
        People = await people.Offer([], ct);
        Earlier = [.. (await releases.Handle(new() { Limit = ReleasesOffered }, ct)).Value.Items.Where(other => other.Ref != Release.Ref)];
        return Page();
    }

    private async Task<PageResult> Refuse(Refusal refusal, CancellationToken ct)
    {
        Refused = refusal;
        Wrong = refusal.Reasons.Select(reason => (Reason: reason, Place: PlaceOf(reason))).Where(found => found.Place >= 0)
            .ToLookup(found => Draft.Rows[found.Place].Id, found => found.Reason);
        Response.StatusCode = refusal.Status();
        return await Show(ct);
    }

    /// <summary>Of the row that a reason is about; -1 when it is about none.</summary>
    public int PlaceOf(Reason reason) =>
        reason.Pointer?.Split('/') is ["", "steps", var step, ..] && int.TryParse(step, out var place) && place < Draft.Rows.Count ? place : -1;

    /// <summary>The field that a reason is about: <c>minutes-7</c>; of the row as a whole, its key.</summary>
    public string? FieldOf(Reason reason) => PlaceOf(reason) is >= 0 and var place
        ? $"{(reason.Pointer!.Split('/').ElementAtOrDefault(3) ?? "key")}-{Draft.Rows[place].Id}"
        : reason.Pointer is RunbookSheet.Pointer ? "pasted" : null;
}
