using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Production.Systems;
using Sluice.Releases.Runbooks;

namespace Sluice.Releases.Execution;

/// <summary>Steps of running releases that one person is to do: their own, and their teams'. Those in progress first.</summary>
/// <remarks>Of the hundred releases that have run longest. For pages; a program asks each release.</remarks>
public sealed class ListMySteps(AppDb db, Actor actor, FindTeams findTeams)
{
    private const int MostReleases = 100;

    private static readonly ReleaseStatus[] Running = [ReleaseStatus.Executing, ReleaseStatus.Suspended, ReleaseStatus.BackingOut];

    /// <param name="StartedAt">Null while it waits for its start.</param>
    public sealed record Item(
        string Release, string ReleaseTitle, string Key, string Title, string? Change, StepStatus Status, DateTimeOffset? StartedAt,
        int Minutes);

    public async Task<IReadOnlyList<Item>> Handle(CancellationToken ct)
    {
        var releases = await db.WholeReleases.AsNoTracking().Where(release => Running.Contains(release.Status))
            .OrderBy(release => release.StartedAt).ThenBy(release => release.Number).Take(MostReleases).ToListAsync(ct);
        var open = releases.SelectMany(release => release.Runbook.Where(step => step.IsOpen).Select(step => (release, step))).ToList();
        var mine = actor.Roles.Any(ReleaseRoles.Doers.Contains)
            ? (await findTeams.Handle([.. open.Select(found => found.step.Plan.Team).OfType<string>().Distinct()], ct)).Values
                .Where(team => team.Members.Contains(actor.Account)).Select(team => team.Key).ToHashSet()
            : [];
        return
        [
            .. from found in open
               let plan = found.step.Plan
               where plan.Owner == actor.Account || (plan.Team is { } team && mine.Contains(team))
               orderby found.step.Status is StepStatus.InProgress descending
               select new Item(
                   found.release.Ref, found.release.Title, plan.Key, plan.Title, plan.Change, found.step.Status, found.step.StartedAt,
                   plan.Minutes),
        ];
    }
}
