using Microsoft.AspNetCore.Mvc;
using Sluice.Changes;
using Sluice.Kernel.History;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Production.Systems;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Changes;

/// <summary>Edits what a change says. Guarded by the revision: what somebody else made of it meanwhile is shown before it is written over.</summary>
public sealed class EditModel(
    ShowChange show, EditChange edit, ShowDifference difference, ShowHistory history, ListSystems systems, Viewer viewer)
    : ContentPage(systems, viewer)
{
    private const long NeverSeen = 0;

    public ShowChange.Response Change { get; private set; } = null!;

    /// <summary>Why the viewer may not, whatever they would write.</summary>
    public RefusedAction? Against => Change.RefusedActions.FirstOrDefault(act => act.Action == "edit");

    /// <summary>What somebody made of it while the form was open; null where nobody edited it.</summary>
    public ShowDifference.Response? Overtaken { get; private set; }

    public Since? SinceShown { get; private set; }

    /// <summary>What was typed, where it cannot be saved any more.</summary>
    public IReadOnlyList<(string What, string Text)> Lost => Against is not null && HttpMethods.IsPost(Request.Method) ? TypedTexts.Of(Request) : [];

    public override string SubmitWord => Sentence.Of(ChangeWords.SaveAsRevision, Change.Revision + 1);

    public override string BackTo => $"/changes/{Change.Ref}";

    public async Task<IActionResult> OnGet([FromRoute] string reference, CancellationToken ct)
    {
        if (!await Load(reference, ct))
            return NotFound();
        return await Show(ContentForm.Of(Change, Zone), ct);
    }

    public async Task<IActionResult> OnPost([FromRoute] string reference, [FromForm] ContentForm form, CancellationToken ct)
    {
        if (!await Load(reference, ct))
            return NotFound();
        Typed = form;
        var isOutdated = form.Revision != Change.Revision;
        var seen = IfMatch.Seen(isOutdated ? NeverSeen : Change.Version);
        var outcome = await edit.Handle(reference, form.ToPatch(Change), seen, form.Unread, ct);
        if (outcome.Refusal is { } refusal)
        {
            if (isOutdated)
                await Overtake(form.Revision, ct);
            await Show(form with { Revision = Change.Revision }, ct);
            return Refuse(form.Window.Explained(refusal));
        }

        var isNew = outcome.Value.Revision != Change.Revision;
        Done = isNew
            ? Sentence.Of(ChangeWords.RevisionIsSaved, outcome.Value.Revision)
            : ChangeWords.NothingDifferedNothingSaved;
        return RedirectToPage("Show", new { reference });
    }

    protected override Task<bool> LoadFor(string? reference, CancellationToken ct) => Load(reference!, ct);

    private async Task Overtake(int revision, CancellationToken ct)
    {
        SinceShown = await Since.Read(Request, history, ChangesModule.Kind, Change.Ref, HistoryLine.Of, ct);
        var altered = await difference.Handle(Change.Ref, new() { From = revision, To = Change.Revision }, ct);
        Overtaken = altered.Refusal is null ? altered.Value : null;
    }

    private async Task<bool> Load(string reference, CancellationToken ct)
    {
        var shown = await show.Handle(reference, ct);
        if (shown.Refusal is not null)
            return false;
        Change = shown.Value;
        return true;
    }
}
