using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Sluice.Changes;
using Sluice.Kernel.Files;
using Sluice.Kernel.History;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Web.Pages.Parts;

namespace Sluice.Web.Pages.Changes;

/// <summary>One change, all of it, and everything that can be done to it. The same slices as the API: what one refuses, the other refuses.</summary>
[RequestSizeLimit(LargestUpload)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestUpload)]
public sealed partial class ShowModel(ShowChange show, ShowDifference difference, ListComments comments, ShowHistory history)
    : PageModel
{
    // Room for the other fields, so that a file a little too large is refused in words.
    private const long LargestUpload = FileStore.Largest + (1024 * 1024);
    private const int HistoryShown = 20;

    public ShowChange.Response Change { get; private set; } = null!;

    /// <summary>Between this revision and the one before; null for the first.</summary>
    public ShowDifference.Response? Difference { get; private set; }

    public IReadOnlyList<CommentShown> Comments { get; private set; } = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ShowHistory.Item> History { get; private set; } = [];

    /// <summary>Where older entries are; null when there are none.</summary>
    public string? Older { get; private set; }

    public bool IsLatestHistory { get; private set; }

    /// <summary>What has just been done.</summary>
    [TempData]
    public string? Done { get; set; }

    public Refusal? Refused { get; private set; }

    /// <summary>The form whose act was refused.</summary>
    public string? RefusedForm { get; private set; }

    public Standing Standing => Standing.Of(Change);

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
        Comments = (await comments.Handle(ChangesModule.Kind, reference, new(), ct)).Value.Items;
        IsLatestHistory = after is null;
        var entries = await history.Handle(ChangesModule.Kind, reference, new(after, HistoryShown), ct);
        if (entries.Refusal is { } unreadable)
            return unreadable;
        History = entries.Value.Items;
        Older = entries.Value.NextLink is { } next ? AfterOf(next) : null;
        return null;
    }

    private string AfterOf(string nextLink) => QueryHelpers.AddQueryString(
        $"/changes/{Change.Ref}", "after", QueryHelpers.ParseQuery(nextLink[nextLink.IndexOf('?')..])["after"].ToString());
}
