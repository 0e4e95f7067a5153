using Microsoft.AspNetCore.Mvc;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Production.Systems;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Teams;

/// <summary>Edits what a team says, unless somebody else has done so meanwhile.</summary>
public sealed class EditModel(ShowTeam show, EditTeam edit, ListPeople people) : TeamPage(people)
{
    public ShowTeam.Response Team { get; private set; } = null!;

    /// <summary>Why the viewer may not, whatever they would write.</summary>
    public RefusedAction? Against => Team.RefusedActions.FirstOrDefault(act => act.Action == "edit");

    public override string SubmitWord => EstateWords.Save;

    public override string BackTo => $"/teams/{Team.Key}";

    public override bool IsNew => false;

    public async Task<IActionResult> OnGet([FromRoute] string key, CancellationToken ct)
    {
        if (!await Load(key, ct))
            return NotFound();
        Typed = TeamForm.Of(Team);
        await Offer(ct);
        return Page();
    }

    public async Task<IActionResult> OnPost([FromRoute] string key, [FromForm] TeamForm form, CancellationToken ct)
    {
        if (!await Load(key, ct))
            return NotFound();
        Typed = form with { Key = Team.Key };
        var began = Parts.Meanwhile.Read(form.Began, new TeamDraft());
        Meanwhile = Parts.Meanwhile.Between(TeamForm.Said(began), TeamForm.Said(TeamForm.DraftOf(Team)));
        var outcome = await edit.Handle(key, form.ToPatch(began), Seen(Team), ct);
        if (outcome.Refusal is { } refusal)
        {
            if (Meanwhile.Count > 0)
                Typed = Typed.Over(began, TeamForm.DraftOf(Team));
            var page = Refuse(refusal);
            await Offer(ct);
            return page;
        }
        Done = outcome.Value.Version == Team.Version ? EstateWords.NothingDifferedNothingSaved : EstateWords.Saved;
        return RedirectToPage("Show", new { key });
    }

    private async Task<bool> Load(string key, CancellationToken ct)
    {
        var shown = await show.Handle(key, ct);
        if (shown.Refusal is not null)
            return false;
        Team = shown.Value;
        return true;
    }
}
