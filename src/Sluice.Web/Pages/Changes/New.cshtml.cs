using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sluice.Changes;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Production.Systems;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Changes;

/// <summary>Drafts a change.</summary>
public sealed class NewModel(AddChange add, ListSystems systems, Viewer viewer, Actor actor) : ContentPage(systems, viewer)
{
    /// <summary>What keeps the viewer from it, whatever they would write; empty: nothing.</summary>
    public IReadOnlyList<Reason> Against { get; } = [.. AddChange.Against(actor)];

    public override string SubmitWord => ChangeWords.SaveDraft;

    public override string BackTo => "/changes";

    public Task<PageResult> OnGet(CancellationToken ct) => Show(Typed, ct);

    public async Task<IActionResult> OnPost([FromForm] ContentForm form, CancellationToken ct)
    {
        await Show(form, ct);
        var outcome = await add.Handle(form.ToDraft(), form.Unread, ct);
        if (outcome.Refusal is not { } refusal)
        {
            Done = Sentence.Of(ChangeWords.IsDrafted, outcome.Value.Ref);
            return RedirectToPage("Show", new { reference = outcome.Value.Ref });
        }
        return Refuse(form.Window.Explained(refusal));
    }
}
