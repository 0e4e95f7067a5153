using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sluice.Kernel.History;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Parts;

/// <summary>What pages of one record have in common: what was said of it, what was done to it, and saying something.</summary>
public abstract class RecordPage(RecordKind kind, ListComments comments, ShowHistory history) : PageModel
{
    public RecordPast Past { get; private set; } = null!;

    /// <summary>What has just been done.</summary>
    [TempData]
    public string? Done { get; set; }

    public Refusal? Refused { get; protected set; }

    /// <summary>The form whose act was refused.</summary>
    public string? RefusedForm { get; protected set; }

    public abstract IReadOnlyList<string> Allowed { get; }

    /// <summary>What has happened while the form whose act was refused was open.</summary>
    public Since? SinceShown { get; private set; }

    /// <summary>What was typed into a form that is not offered any more.</summary>
    public IReadOnlyList<(string What, string Text)> Lost => RefusedForm is { } form && !May(form is "comment" ? "comments" : form) ? TypedTexts.Of(Request) : [];

    public bool May(string action) => Allowed.Contains(action);

    /// <summary>With what was typed, if it is the one that was refused.</summary>
    public TypedForm Form(string id) => RefusedForm == id
        ? new(id, name => Request.Form[name].FirstOrDefault(), Refused)
        : new(id, _ => null, null);

    public async Task<IActionResult> OnGet([FromRoute] string key, string? after, CancellationToken ct)
    {
        if (!await Load(key, ct))
            return NotFound();
        await LoadPast(key, after, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostComment(
        [FromRoute] string key, [FromForm] string? text, [FromServices] AddComment comment, CancellationToken ct)
    {
        var outcome = await comment.Handle(kind, key, new(text!), ct);
        if (outcome.Refusal is { } refusal)
            return await Refuse(key, "comment", refusal, ct);
        Done = PartWords.YourCommentIsInTheHistoryForGood;
        return RedirectToPage("Show", null, new { key });
    }

    /// <returns>False when there is no such record.</returns>
    protected abstract Task<bool> Load(string key, CancellationToken ct);

    protected async Task<IActionResult> Refuse(string key, string form, Refusal refusal, CancellationToken ct)
    {
        (Refused, RefusedForm) = (refusal, form);
        if (!await Load(key, ct))
            return NotFound();
        await LoadPast(key, after: null, ct);
        SinceShown = await Since.Read(Request, history, kind, key, EstateHistory.Of, ct);
        Response.StatusCode = refusal.Status();
        return Page();
    }

    private async Task LoadPast(string key, string? after, CancellationToken ct)
    {
        var past = await Read(after);
        if (past.Refusal is { } nowhere)
        {
            // No such place in the history: say so, and show its end.
            (Refused, Response.StatusCode) = (nowhere, nowhere.Status());
            past = await Read(null);
        }
        Past = past.Value;

        Task<Outcome<RecordPast>> Read(string? from) =>
            RecordPast.Read(comments, history, kind, key, from, EstateHistory.Of, ct);
    }
}
