using Microsoft.AspNetCore.Mvc;
using Sluice.Kernel.People;
using Sluice.Production.Systems;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Teams;

/// <summary>The list of teams.</summary>
public sealed class IndexModel(ListTeams list, Actor actor) : FilteredPage("/teams", "q")
{
    /// <summary>The rest is on the page of the team.</summary>
    public const int MostShown = 8;

    public IReadOnlyList<ShowTeam.Response> Items { get; private set; } = [];

    public bool MayAdd { get; } = !AddTeam.Against(actor).Any();

    public static string MembersOf(ShowTeam.Response team)
    {
        var shown = string.Join(", ", team.Members.Take(MostShown));
        return team.Members.Count == 0 ? EstateWords.Nobody : team.Members.Count <= MostShown ? shown
            : Sentence.Of(EstateWords.AndMore, shown, team.Members.Count - MostShown);
    }

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        Items = Show(await list.Handle(new() { Q = One("q"), After = One("after"), Limit = Number(One("limit")) }, ct));
        return Page();
    }
}
