using Microsoft.AspNetCore.Mvc;
using Sluice.Kernel.Outcomes;
using Sluice.Production.Systems;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Customers;

/// <summary>Edits what a customer says, unless somebody else has done so meanwhile.</summary>
public sealed class EditModel(ShowCustomer show, EditCustomer edit, ListSystems systems) : CustomerPage(systems)
{
    public ShowCustomer.Response Customer { get; private set; } = null!;

    /// <summary>Why the viewer may not, whatever they would write.</summary>
    public RefusedAction? Against => Customer.RefusedActions.FirstOrDefault(act => act.Action == "edit");

    public override string SubmitWord => EstateWords.Save;

    public override string BackTo => $"/customers/{Customer.Key}";

    public override bool IsNew => false;

    public async Task<IActionResult> OnGet([FromRoute] string key, CancellationToken ct)
    {
        if (!await Load(key, ct))
            return NotFound();
        Typed = CustomerForm.Of(Customer);
        await Offer(ct);
        return Page();
    }

    public async Task<IActionResult> OnPost([FromRoute] string key, [FromForm] CustomerForm form, CancellationToken ct)
    {
        if (!await Load(key, ct))
            return NotFound();
        Typed = form with { Key = Customer.Key };
        var began = Parts.Meanwhile.Read(form.Began, new CustomerDraft());
        Meanwhile = Parts.Meanwhile.Between(CustomerForm.Said(began), CustomerForm.Said(CustomerForm.DraftOf(Customer)));
        var outcome = await edit.Handle(key, form.ToPatch(began), Seen(Customer), ct);
        if (outcome.Refusal is { } refusal)
        {
            if (Meanwhile.Count > 0)
                Typed = Typed.Over(began, CustomerForm.DraftOf(Customer));
            var page = Refuse(refusal);
            await Offer(ct);
            return page;
        }
        Done = outcome.Value.Version == Customer.Version ? EstateWords.NothingDifferedNothingSaved : EstateWords.Saved;
        return RedirectToPage("Show", new { key });
    }

    private async Task<bool> Load(string key, CancellationToken ct)
    {
        var shown = await show.Handle(key, ct);
        if (shown.Refusal is not null)
            return false;
        Customer = shown.Value;
        return true;
    }
}
