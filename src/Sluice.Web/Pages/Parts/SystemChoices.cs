using Sluice.Kernel.Http;
using Sluice.Production.Systems;

namespace Sluice.Web.Pages.Parts;

/// <summary>Systems to choose from, by key.</summary>
public static class SystemChoices
{
    /// <param name="chosen">Offered too if the list ends before them.</param>
    public static async Task<Offer> Offer(this ListSystems list, IEnumerable<string>? chosen, CancellationToken ct)
    {
        var page = (await list.Handle(new() { Limit = Paging.LargestLimit }, ct)).Value;
        var further = (chosen ?? []).Except(page.Items.Select(system => system.Key));
        return new(
            [
                .. page.Items.Select(system => new Choice(
                    system.Key, system.Key, $"{system.Name}, {Wire.Words(system.Criticality).ToLowerInvariant()}")),
                .. further.Select(key => new Choice(key, key)),
            ],
            IsWhole: page.NextLink is null);
    }
}
