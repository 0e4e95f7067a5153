using Microsoft.AspNetCore.Mvc;
using Sluice.Kernel.Http;
using Sluice.Kernel.People;
using Sluice.Production.Systems;
using Sluice.Web.Pages.Parts;

namespace Sluice.Web.Pages.People;

/// <summary>Who there is, and what they may be asked to do.</summary>
public sealed class IndexModel(ListPeople list, ListTeams teams, Actor actor) : FilteredPage("/people")
{
    public IReadOnlyList<PersonShown> Items { get; private set; } = [];

    /// <summary>Teams by member.</summary>
    public ILookup<Account, string> Teams { get; private set; } = Array.Empty<string>().ToLookup(_ => default(Account));

    /// <summary>Otherwise there are more teams than are looked at here.</summary>
    public bool KnowsAllTeams { get; private set; }

    public bool MayAdd { get; } = !AddPerson.Against(actor).Any();

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        Items = Show(await list.Handle(new() { After = One("after"), Limit = Number(One("limit")) }, ct));
        var known = (await teams.Handle(new() { Limit = Paging.LargestLimit }, ct)).Value;
        KnowsAllTeams = known.NextLink is null;
        Teams = known.Items.SelectMany(team => team.Members, (team, member) => (member, team.Key))
            .ToLookup(pair => pair.member, pair => pair.Key);
        return Page();
    }
}
