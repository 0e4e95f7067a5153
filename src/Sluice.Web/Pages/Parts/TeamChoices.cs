using Sluice.Kernel.Http;
using Sluice.Production.Systems;

namespace Sluice.Web.Pages.Parts;

/// <summary>Teams to choose from, by key.</summary>
public static class TeamChoices
{
    /// <param name="chosen">Offered too if the list ends before it.</param>
    public static async Task<Offer> Offer(this ListTeams list, string? chosen, CancellationToken ct)
    {
        var page = (await list.Handle(new() { Limit = Paging.LargestLimit }, ct)).Value;
        var choices = page.Items.Select(team => new Choice(team.Key, $"{team.Key}, {team.Name}")).ToList();
        if (!string.IsNullOrEmpty(chosen) && choices.TrueForAll(choice => choice.Value != chosen))
            choices.Add(new(chosen, chosen));
        return new(choices, IsWhole: page.NextLink is null);
    }
}
