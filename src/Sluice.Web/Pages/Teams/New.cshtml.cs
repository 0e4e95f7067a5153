using Microsoft.AspNetCore.Mvc;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Production.Systems;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Teams;

/// <summary>Adds a team.</summary>
public sealed class NewModel(AddTeam add, ListPeople people, Actor actor) : TeamPage(people)
{
    /// <summary>What keeps the viewer from it, whatever they would write; empty: nothing.</summary>
    public IReadOnlyList<Reason> Against { get; } = [.. AddTeam.Against(actor)];

    public override string SubmitWord => EstateWords.AddTeam;

    public override string BackTo => "/teams";

    public Task OnGet(CancellationToken ct) => Offer(ct);

    public async Task<IActionResult> OnPost([FromForm] TeamForm form, CancellationToken ct)
    {
        Typed = form;
        var outcome = await add.Handle(form.ToDraft(), ct);
        if (outcome.Refusal is { } refusal)
        {
            var page = Refuse(refusal);
            await Offer(ct);
            return page;
        }
        Done = Sentence.Of(EstateWords.SystemsCanNameItAsOwner, outcome.Value.Key);
        return RedirectToPage("Show", new { key = outcome.Value.Key });
    }
}
