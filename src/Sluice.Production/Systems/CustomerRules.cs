using Sluice.Kernel.Outcomes;

namespace Sluice.Production.Systems;

/// <summary>Everything that can be wrong with what a customer says.</summary>
public sealed class CustomerRules(KnownSystems knownSystems)
{
    internal async Task<IReadOnlyList<Reason>> Against(CustomerDraft draft, CancellationToken ct) =>
    [
        .. Input.Text("/name", draft.Name, Input.LongestName, required: true),
        .. await knownSystems.Against("/systems", draft.Systems, ct),
    ];
}
