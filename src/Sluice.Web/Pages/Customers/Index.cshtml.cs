using Microsoft.AspNetCore.Mvc;
using Sluice.Kernel.People;
using Sluice.Production.Systems;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Customers;

/// <summary>The list of customers.</summary>
public sealed class IndexModel(ListCustomers list, Actor actor) : FilteredPage("/customers", "q")
{
    /// <summary>The rest is on the page of the customer.</summary>
    public const int MostShown = 8;

    public IReadOnlyList<ShowCustomer.Response> Items { get; private set; } = [];

    public bool MayAdd { get; } = !AddCustomer.Against(actor).Any();

    public static string SystemsOf(ShowCustomer.Response customer)
    {
        var shown = string.Join(", ", customer.Systems.Take(MostShown));
        return customer.Systems.Count == 0 ? EstateWords.None : customer.Systems.Count <= MostShown ? shown
            : Sentence.Of(EstateWords.AndMore, shown, customer.Systems.Count - MostShown);
    }

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        Items = Show(await list.Handle(new() { Q = One("q"), After = One("after"), Limit = Number(One("limit")) }, ct));
        return Page();
    }
}
