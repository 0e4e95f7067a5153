using Microsoft.AspNetCore.Mvc;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Production.Calendar;
using Sluice.Releases;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Releases;

/// <summary>Edits what a release is called and for; while planning, also when it is meant to run.</summary>
public sealed class EditModel(ShowRelease show, EditRelease edit, ListComingWindows windows, Viewer viewer) : PlanPage(viewer)
{
    private const long NeverSeen = 0;

    public ShowRelease.Response Release { get; private set; } = null!;

    /// <summary>Why the viewer may not, whatever they would write.</summary>
    public RefusedAction? Against => Release.RefusedActions.FirstOrDefault(act => act.Action == "edit");

    /// <summary>What was typed, where it cannot be saved any more.</summary>
    public IReadOnlyList<(string What, string Text)> Lost => Against is not null && HttpMethods.IsPost(Request.Method) ? TypedTexts.Of(Request) : [];

    public override string SubmitWord => ReleaseWords.Save;

    public override string BackTo => $"/releases/{Release.Ref}";

    public override bool HasInterval => Release.Status is ReleaseStatus.Planning;

    public async Task<IActionResult> OnGet([FromRoute] string reference, CancellationToken ct) =>
        await Load(reference, ct) ? await Show(PlanForm.Of(Release, Clocks), ct) : NotFound();

    public async Task<IActionResult> OnPost([FromRoute] string reference, [FromForm] PlanForm form, CancellationToken ct)
    {
        if (!await Load(reference, ct))
            return NotFound();
        // A form without these fields says nothing about them.
        var (began, now) = (Parts.Meanwhile.Read(form.Began, new EditRelease.Request()), PlanForm.DraftOf(Release));
        Meanwhile = Parts.Meanwhile.Between(PlanForm.Said(began, ShownTo), PlanForm.Said(now, ShownTo));
        var said = HasInterval ? form : PlanForm.Of(Release, Clocks) with { Title = form.Title, Goal = form.Goal };
        var seen = IfMatch.Seen(Meanwhile.Count > 0 ? NeverSeen : Release.Version);
        var outcome = await edit.Handle(reference, said.ToPatch(began), seen, HasInterval ? form.Interval.Unread : [], ct);
        if (outcome.Refusal is { } refusal)
        {
            await Show(Meanwhile.Count > 0 ? form.Over(began, now) : form, ct);
            return Refuse(refusal);
        }
        Done = outcome.Value.Version == Release.Version ? ReleaseWords.NothingDifferedNothingSaved : ReleaseWords.Saved;
        return RedirectToPage("Show", new { reference });
    }

    private async Task<IActionResult> Show(PlanForm form, CancellationToken ct)
    {
        Typed = form;
        Windows = await windows.Offer(form.Window, ct);
        return Page();
    }

    private async Task<bool> Load(string reference, CancellationToken ct)
    {
        var shown = await show.Handle(reference, ct);
        if (shown.Refusal is not null)
            return false;
        Release = shown.Value;
        return true;
    }
}
