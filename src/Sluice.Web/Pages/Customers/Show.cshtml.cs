using Sluice.Kernel.History;
using Sluice.Production;
using Sluice.Production.Systems;
using Sluice.Web.Pages.Parts;

namespace Sluice.Web.Pages.Customers;

/// <summary>One customer, and its history.</summary>
public sealed class ShowModel(ShowCustomer show, ListComments comments, ShowHistory history)
    : RecordPage(ProductionKinds.Customers, comments, history)
{
    public ShowCustomer.Response Customer { get; private set; } = null!;

    public override IReadOnlyList<string> Allowed => Customer.AllowedActions;

    protected override async Task<bool> Load(string key, CancellationToken ct)
    {
        var shown = await show.Handle(key, ct);
        if (shown.Refusal is not null)
            return false;
        Customer = shown.Value;
        return true;
    }
}
