using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Production.Systems;
using Sluice.Releases.Runbooks;

namespace Sluice.Releases.Execution;

/// <summary>Steps of running releases that one person is to do: their own, and their teams'. First what can be done at this moment.</summary>
/// <remarks>Of the hundred releases that have run longest, and what can begin in the first ten. For pages; a program asks each release.</remarks>
public sealed class ListMySteps(AppDb db, Actor actor, FindTeams findTeams, AskSteps ask, TimeProvider clock)
{
    private const int MostReleases = 100;

    // To ask every rule about a release's steps takes a look at all that the release relies on.
    private const int MostAsked = 10;

    private static readonly ReleaseStatus[] Running = [ReleaseStatus.Executing, ReleaseStatus.Suspended, ReleaseStatus.BackingOut];

    /// <param name="StartedAt">Null while it waits for its start.</param>
    /// <param name="IsNow">Nothing speaks against starting it, or ending it; otherwise its turn is still to come.</param>
    public sealed record Item(
        string Release, string ReleaseTitle, string Key, string Title, string? Change, StepStatus Status, DateTimeOffset? StartedAt,
        int Minutes, bool IsNow);

    public async Task<IReadOnlyList<Item>> Handle(CancellationToken ct)
    {
        var releases = await db.WholeReleases.AsNoTracking().Where(release => Running.Contains(release.Status))
            .OrderBy(release => release.StartedAt).ThenBy(release => release.Number).Take(MostReleases).ToListAsync(ct);
        var teams = actor.Roles.Any(ReleaseRoles.Doers.Contains)
            ? (await findTeams.Handle([.. releases.SelectMany(release => release.Runbook).Select(step => step.Plan.Team).OfType<string>().Distinct()], ct))
                .Values.Where(team => team.Members.Contains(actor.Account)).Select(team => team.Key).ToHashSet()
            : [];
        var now = clock.GetUtcNow();
        var items = new List<Item>();
        var left = MostAsked;
        foreach (var release in releases)
        {
            var mine = release.Runbook.Where(step => IsToDo(step, release)
                && (step.Plan.Owner == actor.Account || (step.Plan.Team is { } team && teams.Contains(team)))).ToList();
            if (mine.Count == 0)
                continue;
            var candidates = Unhindered(release, mine);
            var mayBegin = candidates.Count > 0 && left-- > 0 ? await Beginnable(release, candidates, now, ct) : [];
            items.AddRange(mine.Select(step => new Item(
                release.Ref, release.Title, step.Key, step.Plan.Title, step.Plan.Change, step.Status, step.StartedAt, step.Plan.Minutes,
                step.Status is StepStatus.InProgress || mayBegin.Contains(step.Key))));
        }
        return [.. items.OrderByDescending(item => item.IsNow).ThenByDescending(item => item.Status is StepStatus.InProgress)];
    }

    /// <summary>What waits for another step needs no rule to say so.</summary>
    private static List<RunbookStep> Unhindered(Release release, List<RunbookStep> mine)
    {
        var open = release.Runbook.Where(release.IsInTheWay).Select(step => step.Key).ToHashSet();
        return mine.FindAll(step => step.Status is not StepStatus.InProgress && !step.Plan.DependsOn.Any(open.Contains));
    }

    private async Task<HashSet<string>> Beginnable(
        Release release, List<RunbookStep> candidates, DateTimeOffset now, CancellationToken ct)
    {
        var asker = await ask.For(release, actor, now, ct);
        return [.. candidates.Where(step => !StepRules.Against(step, StepFact.Started, asker, now).Any()).Select(step => step.Key)];
    }

    /// <summary>One that failed is to be done again, unless its change is on its way back.</summary>
    private static bool IsToDo(RunbookStep step, Release release) =>
        step.IsOpen || (step.Status is StepStatus.Failed && release.IsInTheWay(step));
}
