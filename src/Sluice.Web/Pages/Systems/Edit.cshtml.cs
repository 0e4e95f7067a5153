using Microsoft.AspNetCore.Mvc;
using Sluice.Kernel.Outcomes;
using Sluice.Production.Systems;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Systems;

/// <summary>Edits what a system says, unless somebody else has done so meanwhile.</summary>
public sealed class EditModel(ShowSystem show, EditSystem edit, ListSystems systems, ListTeams teams) : SystemPage(systems, teams)
{
    public ShowSystem.Response System { get; private set; } = null!;

    /// <summary>Why the viewer may not, whatever they would write.</summary>
    public RefusedAction? Against => System.RefusedActions.FirstOrDefault(act => act.Action == "edit");

    public override string SubmitWord => EstateWords.Save;

    public override string BackTo => $"/systems/{System.Key}";

    public override bool IsNew => false;

    public async Task<IActionResult> OnGet([FromRoute] string key, CancellationToken ct)
    {
        if (!await Load(key, ct))
            return NotFound();
        Typed = SystemForm.Of(System);
        await Offer(ct);
        return Page();
    }

    public async Task<IActionResult> OnPost([FromRoute] string key, [FromForm] SystemForm form, CancellationToken ct)
    {
        if (!await Load(key, ct))
            return NotFound();
        Typed = form with { Key = System.Key };
        var began = Parts.Meanwhile.Read(form.Began, new SystemDraft());
        Meanwhile = Parts.Meanwhile.Between(SystemForm.Said(began), SystemForm.Said(SystemForm.DraftOf(System)));
        var outcome = await edit.Handle(key, form.ToPatch(began), Seen(System), ct);
        if (outcome.Refusal is { } refusal)
        {
            if (Meanwhile.Count > 0)
                Typed = Typed.Over(began, SystemForm.DraftOf(System));
            var page = Refuse(refusal);
            await Offer(ct);
            return page;
        }
        Done = outcome.Value.Version == System.Version ? EstateWords.NothingDifferedNothingSaved : EstateWords.Saved;
        return RedirectToPage("Show", new { key });
    }

    private async Task<bool> Load(string key, CancellationToken ct)
    {
        var shown = await show.Handle(key, ct);
        if (shown.Refusal is not null)
            return false;
        System = shown.Value;
        return true;
    }
}
