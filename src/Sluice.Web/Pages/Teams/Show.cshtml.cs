using Sluice.Kernel.History;
using Sluice.Kernel.Http;
using Sluice.Production;
using Sluice.Production.Systems;
using Sluice.Web.Pages.Parts;

namespace Sluice.Web.Pages.Teams;

/// <summary>One team, and its history.</summary>
public sealed class ShowModel(ShowTeam show, ListSystems systems, ListComments comments, ShowHistory history)
    : RecordPage(ProductionKinds.Teams, comments, history)
{
    public ShowTeam.Response Team { get; private set; } = null!;

    /// <summary>What it answers for, as far as a page of it goes.</summary>
    public Page<ShowSystem.Response> Owned { get; private set; } = new([]);

    public override IReadOnlyList<string> Allowed => Team.AllowedActions;

    protected override async Task<bool> Load(string key, CancellationToken ct)
    {
        var shown = await show.Handle(key, ct);
        if (shown.Refusal is not null)
            return false;
        Team = shown.Value;
        Owned = (await systems.Handle(new() { Team = [key], Limit = Paging.LargestLimit }, ct)).Value;
        return true;
    }
}
