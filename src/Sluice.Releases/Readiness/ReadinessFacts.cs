using Microsoft.EntityFrameworkCore;
using Sluice.Handover;
using Sluice.Kernel.People;
using Sluice.Kernel.Persistence;
using Sluice.Production.Calendar;
using Sluice.Production.Systems;

namespace Sluice.Releases.Readiness;

/// <summary>What readiness is computed from: records, read at one moment.</summary>
/// <param name="InProduction">Changes that a release has validated in production.</param>
/// <param name="Load">What else is booked in the release's window.</param>
internal sealed record ReadinessFacts(
    GateKnowledge Gate, IReadOnlySet<string> InProduction, WindowKnown? Window, IReadOnlyList<FreezeKnown> Freezes, WindowLoad? Load,
    IReadOnlyDictionary<string, TeamKnown> Teams, IReadOnlyDictionary<Account, PersonKnown> People,
    IReadOnlySet<string> AuthorsMayImplement);

/// <summary>Reads them: one query for each kind of record, however many items and steps.</summary>
public sealed class GatherReadiness(
    AppDb db, FindChanges findChanges, FindWindow findWindow, FindFreezes findFreezes, ShowWindowLoad showWindowLoad,
    FindTeams findTeams, FindPeople findPeople, AuthorsMayImplement authorsMayImplement)
{
    internal async Task<ReadinessFacts> Handle(Release release, CancellationToken ct)
    {
        var gate = await findChanges.Handle(
            [.. release.Items.Select(item => item.Change).Concat(release.Items.SelectMany(item => item.Needs)).Distinct()], ct);
        var teams = await findTeams.Handle([.. release.Runbook.Select(step => step.Plan.Team).OfType<string>().Distinct()], ct);
        var people = await findPeople.Handle(
            [.. release.Runbook.Select(step => step.Plan.Owner).OfType<Account>().Concat(teams.Values.SelectMany(team => team.Members)).Distinct()],
            ct);
        var systems = release.Systems;
        return new(
            gate, await InProduction(release, gate, ct),
            release.Window is { } key ? await findWindow.Handle(key, ct) : null,
            release is { From: { } from, Until: { } until } ? await findFreezes.Handle(from, until, systems, ct) : [],
            release.Window is { } window ? await showWindowLoad.Handle(window, release.Ref, ct) : null,
            teams, people, await authorsMayImplement.Handle(systems, ct));
    }

    private async Task<IReadOnlySet<string>> InProduction(Release release, GateKnowledge gate, CancellationToken ct)
    {
        var needed = release.Items.SelectMany(item => item.Needs).Where(change => release.Item(change) is null)
            .Select(change => gate[change]).OfType<ChangeKnown>().ToDictionary(known => known.Snapshot.ChangeId, known => known.Snapshot.Ref);
        if (needed.Count == 0)
            return new HashSet<string>();
        var ids = needed.Keys.ToList();
        var reports = await db.ExecutionReports.AsNoTracking().Where(report => ids.Contains(report.ChangeId))
            .Select(report => new { report.ChangeId, report.Result, report.At }).ToListAsync(ct);
        return reports.GroupBy(report => report.ChangeId)
            .Where(change => change.MaxBy(report => report.At)!.Result is ExecutionResult.Validated)
            .Select(change => needed[change.Key]).ToHashSet();
    }
}
