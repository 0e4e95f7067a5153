using Sluice.Kernel.People;
using Sluice.Production.Calendar;
using Sluice.Production.Systems;
using Sluice.Releases.Runbooks;

namespace Sluice.Releases.Execution;

/// <summary>Reads what has to be known before anybody can be told what they may do with a release's steps.</summary>
public sealed class AskSteps(
    FindChanges findChanges, FindTeams findTeams, AuthorsMayImplement authorsMayImplement, FindWindow findWindow, FindFreezes findFreezes)
{
    private static readonly TimeSpan Moment = TimeSpan.FromTicks(TimeSpan.TicksPerMicrosecond);

    internal async Task<StepAsker> For(Release release, Actor actor, DateTimeOffset now, CancellationToken ct)
    {
        var gate = await findChanges.Handle([.. release.Items.Select(item => item.Change)], ct);
        var teams = await findTeams.Handle([.. release.Runbook.Select(step => step.Plan.Team).OfType<string>().Distinct()], ct);
        var fourEyes = new FourEyes(release, gate, await authorsMayImplement.Handle(release.Systems, ct));
        // The calendar is asked only while a change may begin.
        var mayBegin = release.Status is ReleaseStatus.Executing && release.Items.Any(item => !release.HasBegun(item.Change));
        var window = mayBegin && release.Window is { } key ? await findWindow.Handle(key, ct) : null;
        var freezes = mayBegin ? await findFreezes.Handle(now, now + Moment, release.Systems, ct) : [];
        return new(release, actor, teams, gate, fourEyes, new Precedence(release), window, freezes);
    }
}
