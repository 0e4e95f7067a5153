using Microsoft.AspNetCore.Mvc;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Production.Systems;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Systems;

/// <summary>Adds a system.</summary>
public sealed class NewModel(AddSystem add, ListSystems systems, ListTeams teams, Actor actor) : SystemPage(systems, teams)
{
    /// <summary>What keeps the viewer from it, whatever they would write; empty: nothing.</summary>
    public IReadOnlyList<Reason> Against { get; } = [.. AddSystem.Against(actor)];

    public override string SubmitWord => EstateWords.AddSystem;

    public override string BackTo => "/systems";

    public Task OnGet(CancellationToken ct) => Offer(ct);

    public async Task<IActionResult> OnPost([FromForm] SystemForm form, CancellationToken ct)
    {
        Typed = form;
        var outcome = await add.Handle(form.ToDraft(), ct);
        if (outcome.Refusal is { } refusal)
        {
            var page = Refuse(refusal);
            await Offer(ct);
            return page;
        }
        Done = Sentence.Of(EstateWords.ChangesCanNameIt, outcome.Value.Key);
        return RedirectToPage("Show", new { key = outcome.Value.Key });
    }
}
