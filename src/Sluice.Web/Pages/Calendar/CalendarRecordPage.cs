using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sluice.Kernel.History;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Calendar;

/// <summary>What the pages of a window and of a freeze have in common. What the API refuses, the page refuses.</summary>
public abstract class CalendarRecordPage(RecordKind kind, ListComments comments, ShowHistory history) : PageModel
{
    /// <summary>What has just been done.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>How that is taken back, where it can be.</summary>
    [TempData]
    public string? Undo { get; set; }

    public Refusal? Refused { get; private set; }

    /// <summary>The form whose act was refused.</summary>
    public string? RefusedForm { get; private set; }

    public RecordPast Past { get; private set; } = null!;

    public abstract IReadOnlyList<string> AllowedActions { get; }

    public abstract IReadOnlyList<RefusedAction> RefusedActions { get; }

    /// <summary>What has happened while the form whose act was refused was open.</summary>
    public Since? SinceShown { get; private set; }

    /// <summary>What was typed into a form that is not offered any more.</summary>
    public IReadOnlyList<(string What, string Text)> Lost => RefusedForm is { } form && !May(form is "comment" ? "comments" : form) ? TypedTexts.Of(Request) : [];

    public bool May(string action) => AllowedActions.Contains(action);

    /// <summary>With what was typed, if it is the one that was refused.</summary>
    public TypedForm Form(string id) => RefusedForm == id
        ? new(id, name => Request.Form[name].FirstOrDefault(), Refused)
        : new(id, _ => null, null);

    public async Task<IActionResult> OnGet([FromRoute] string key, string? after, CancellationToken ct)
    {
        if (!await Load(key, ct))
            return NotFound();
        var past = await Read(key, after, ct);
        // No such place in the history: say so, and show its end.
        Past = past.Refusal is null ? past.Value : (await Read(key, null, ct)).Value;
        if (past.Refusal is { } refusal)
            (Refused, Response.StatusCode) = (refusal, refusal.Status());
        return Page();
    }

    public async Task<IActionResult> OnPostComment(
        [FromRoute] string key, [FromForm] string? text, [FromServices] AddComment comment, CancellationToken ct) =>
        await After(
            key, "comment", PartWords.YourCommentIsInTheHistoryForGood, await comment.Handle(kind, key, new(text!), ct), ct);

    /// <returns><see langword="false"/> when there is no such record.</returns>
    protected abstract Task<bool> Load(string key, CancellationToken ct);

    /// <summary>Done: back to the page, which says so. Refused: the page with every reason and with what was typed.</summary>
    protected async Task<IActionResult> After<T>(string key, string form, string done, Outcome<T> outcome, CancellationToken ct)
    {
        if (outcome.Refusal is not { } refusal)
        {
            Done = done;
            return RedirectToPage("Show", null, new { key });
        }
        (Refused, RefusedForm) = (refusal, form);
        if (!await Load(key, ct))
            return NotFound();
        Past = (await Read(key, null, ct)).Value;
        SinceShown = await Since.Read(Request, history, kind, key, CalendarHistory.Of, ct);
        Response.StatusCode = refusal.Status();
        return Page();
    }

    private Task<Outcome<RecordPast>> Read(string key, string? after, CancellationToken ct) =>
        RecordPast.Read(comments, history, kind, key, after, CalendarHistory.Of, ct);
}
