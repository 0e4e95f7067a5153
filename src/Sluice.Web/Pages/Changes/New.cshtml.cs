using Microsoft.AspNetCore.Mvc;
using Sluice.Changes;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Production.Systems;
using Sluice.Web.Pages.Parts;

namespace Sluice.Web.Pages.Changes;

/// <summary>Drafts a change.</summary>
public sealed class NewModel(AddChange add, ListSystems systems, Viewer viewer, Actor actor) : ContentPage(viewer)
{
    /// <summary>What keeps the viewer from it, whatever they would write; empty: nothing.</summary>
    public IReadOnlyList<Reason> Against { get; } = [.. AddChange.Against(actor)];

    public override string SubmitWord => "Save draft";

    public override string BackTo => "/changes";

    public async Task OnGet(CancellationToken ct) => Systems = await systems.Offer(chosen: null, ct);

    public async Task<IActionResult> OnPost([FromForm] ContentForm form, CancellationToken ct)
    {
        Typed = form;
        var outcome = await add.Handle(form.ToDraft(), ct);
        if (outcome.Refusal is not { } refusal)
        {
            Done = $"{outcome.Value.Ref} is drafted. Nobody else has to look at it until you submit it.";
            return RedirectToPage("Show", new { reference = outcome.Value.Ref });
        }
        Systems = await systems.Offer(form.Systems, ct);
        return Refuse(form.Window.Explained(refusal));
    }
}
