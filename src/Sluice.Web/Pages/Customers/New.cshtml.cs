using Microsoft.AspNetCore.Mvc;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Production.Systems;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Customers;

/// <summary>Adds a customer.</summary>
public sealed class NewModel(AddCustomer add, ListSystems systems, Actor actor) : CustomerPage(systems)
{
    /// <summary>What keeps the viewer from it, whatever they would write; empty: nothing.</summary>
    public IReadOnlyList<Reason> Against { get; } = [.. AddCustomer.Against(actor)];

    public override string SubmitWord => EstateWords.AddCustomer;

    public override string BackTo => "/customers";

    public Task OnGet(CancellationToken ct) => Offer(ct);

    public async Task<IActionResult> OnPost([FromForm] CustomerForm form, CancellationToken ct)
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
