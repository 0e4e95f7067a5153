using Sluice.Kernel.People;
using Sluice.Production.Systems;
using Sluice.Releases.Runbooks;

namespace Sluice.Releases.Execution;

/// <summary>Reads what has to be known before anybody can be told what they may do with a release's steps.</summary>
public sealed class AskSteps(FindChanges findChanges, FindTeams findTeams, AuthorsMayImplement authorsMayImplement)
{
    internal async Task<StepAsker> For(Release release, Actor actor, CancellationToken ct)
    {
        var gate = await findChanges.Handle([.. release.Items.Select(item => item.Change)], ct);
        var teams = await findTeams.Handle([.. release.Runbook.Select(step => step.Plan.Team).OfType<string>().Distinct()], ct);
        var fourEyes = new FourEyes(release, gate, await authorsMayImplement.Handle(release.Systems, ct));
        return new(release, actor, teams, gate, fourEyes, new Precedence(release));
    }
}
