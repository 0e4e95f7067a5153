using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sluice.Changes;
using Sluice.Kernel.Files;
using Sluice.Kernel.History;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Web.Pages.Parts;

namespace Sluice.Web.Pages.Changes;

/// <summary>One change, all of it, and everything that can be done to it. The same slices as the API: what one refuses, the other refuses.</summary>
[RequestSizeLimit(LargestUpload)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestUpload)]
public sealed partial class ShowModel(ShowChange show, ShowDifference difference, ListComments comments, ShowHistory history,
    Viewer viewer, Actor actor) : PageModel
{
    // Room for the other fields, so that a file a little too large is refused in words.
    private const long LargestUpload = FileStore.Largest + (1024 * 1024);

    public ShowChange.Response Change { get; private set; } = null!;

    /// <summary>Between this revision and the one before; null for the first.</summary>
    public ShowDifference.Response? Difference { get; private set; }

    public RecordPast Past { get; private set; } = null!;

    /// <summary>What has just been done.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>How that is taken back, where it can be.</summary>
    [TempData]
    public string? Undo { get; set; }

    public Refusal? Refused { get; private set; }

    /// <summary>The form whose act was refused.</summary>
    public string? RefusedForm { get; private set; }

    /// <summary>What has happened while the form whose act was refused was open.</summary>
    public Since? SinceShown { get; private set; }

    /// <summary>What was typed into a form that is not offered any more.</summary>
    public IReadOnlyList<(string What, string Text)> Lost => RefusedForm is { } form && !IsOffered(form) ? TypedTexts.Of(Request) : [];

    /// <summary>For whoever is to sign: what others have done since they acted on it.</summary>
    public SinceYours? SinceYours { get; private set; }

    public Standing Standing => Standing.Of(Change);

    /// <summary>By whose clocks times are typed: the viewer's, as it was when the form went out.</summary>
    public TimeZoneInfo Clocks => RefusedForm == "decision" && Viewer.ZoneOf(Request.Form[MomentFields.Clocks]) is { } sent
        ? sent : viewer.Zone;

    public bool May(string action) => Change.AllowedActions.Contains(action);

    /// <summary>What was asked last, while it is unanswered.</summary>
    public ShowChange.DecisionShown? Asked => Change.Status is Handover.ChangeStatus.InformationRequested
        ? Change.Decisions.LastOrDefault(decision => decision.Decision is Sluice.Changes.Approvals.Ruling.RequestInformation)
        : null;

    /// <summary>With what was typed, if it is the one that was refused.</summary>
    public TypedForm Form(string id) => RefusedForm == id
        ? new(id, name => Request.Form[name].FirstOrDefault(), Refused)
        : new(id, _ => null, null);

    public async Task<IActionResult> OnGet([FromRoute] string reference, string? after, CancellationToken ct)
    {
        var refusal = await Load(reference, after, ct);
        if (refusal is null)
            return Page();
        if (Change is null)
            return NotFound();
        Refused = refusal;
        Response.StatusCode = refusal.Status();
        return Page();
    }

    private async Task<Refusal?> Load(string reference, string? after, CancellationToken ct)
    {
        var shown = await show.Handle(reference, ct);
        if (shown.Refusal is { } unknown)
            return unknown;
        Change = shown.Value;
        if (Change.Revision > 1)
            Difference = (await difference.Handle(reference, new(), ct)).Value;
        var past = await Read(after);
        // No such place in the history: say so, and show its end.
        Past = past.Refusal is null ? past.Value : (await Read(null)).Value;
        if (May(Wire.Name(Sluice.Changes.Approvals.Ruling.Approve)))
            SinceYours = await SinceYours.Read(Past, history, ChangesModule.Kind, Change.Ref, actor.Account, HistoryLine.Of, ct);
        return past.Refusal;

        Task<Outcome<RecordPast>> Read(string? from) =>
            RecordPast.Read(comments, history, ChangesModule.Kind, Change.Ref, from, HistoryLine.Of, ct);
    }
}
