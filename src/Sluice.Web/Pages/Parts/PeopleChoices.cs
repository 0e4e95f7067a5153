using Sluice.Kernel.Http;
using Sluice.Kernel.People;

namespace Sluice.Web.Pages.Parts;

/// <summary>People to choose from, by account.</summary>
public static class PeopleChoices
{
    /// <param name="chosen">Offered too if the list ends before them.</param>
    public static async Task<Offer> Offer(this ListPeople list, IEnumerable<string> chosen, CancellationToken ct)
    {
        var page = (await list.Handle(new() { Limit = Paging.LargestLimit }, ct)).Value;
        var further = chosen.Except(page.Items.Select(person => person.Account.Name));
        return new(
            [
                .. page.Items.Select(person => new Choice(person.Account.Name, person.Account.Name, person.Name)),
                .. further.Select(account => new Choice(account, account)),
            ],
            IsWhole: page.NextLink is null);
    }
}
