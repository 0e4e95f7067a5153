using Sluice.Production.Systems;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Customers;

/// <summary>The form of a customer: what it was filled with, and what there is to choose from.</summary>
public abstract class CustomerPage(ListSystems systems) : DraftPage("customer")
{
    public CustomerForm Typed { get; protected set; } = new();

    public CheckField Systems { get; private set; } = null!;

    protected override string? ValueOf(string name) => Typed.Value(name);

    protected async Task Offer(CancellationToken ct) => Systems = new(
        Form.Field("/systems", EstateWords.SystemsTheyWorkWith), await systems.Offer(Typed.Chosen, ct), Typed.Chosen,
        Form.Field("/furtherSystems", EstateWords.FurtherSystems));
}
