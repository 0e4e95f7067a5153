using Microsoft.AspNetCore.Mvc;
using Sluice.Kernel.Http;
using Sluice.Kernel.People;
using Sluice.Production.Systems;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Systems;

/// <summary>The list of systems, filtered by its address.</summary>
public sealed class IndexModel(ListSystems list, ListTeams teams, Actor actor) : FilteredPage("/systems", "q", "team", "criticality")
{
    public static IReadOnlyList<Choice> Levels =>
        [new("", EstateWords.Any), .. Enum.GetValues<Criticality>().Select(level => new Choice(Wire.Name(level), Wire.Words(level)))];

    public IReadOnlyList<ShowSystem.Response> Items { get; private set; } = [];

    public bool MayAdd { get; } = !AddSystem.Against(actor).Any();

    public Offer Teams { get; private set; } = new([]);

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        Items = Show(await list.Handle(
            new() { Q = One("q"), Team = All("team"), Criticality = All("criticality"), After = One("after"), Limit = Number(One("limit")) },
            ct));
        Teams = (await teams.Offer(One("team"), ct)).OrNone(EstateWords.Any);
        return Page();
    }

    protected override string WordOf(string name, string value) => name switch
    {
        "team" => Sentence.Of(EstateWords.OwnerTeamIs, value),
        "criticality" => Sentence.Of(EstateWords.CriticalityIs, value),
        _ => base.WordOf(name, value),
    };
}
