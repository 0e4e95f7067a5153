using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sluice.Kernel.People;
using Sluice.Production.Systems;
using Sluice.Releases;
using Sluice.Releases.Execution;
using Sluice.Releases.Runbooks;
using Sluice.Web.Hosting;
using Sluice.Web.Pages.Parts;

namespace Sluice.Web.Pages.Releases;

/// <summary>A runbook for paper, to be worked through where there is no screen: first forward, then the way back.</summary>
[Compressed]
public sealed class RunbookPrintModel(
    ShowRelease show, ShowRun showRun, FindTeams findTeams, FindPeople findPeople, Viewer viewer) : PageModel
{
    private IReadOnlyDictionary<string, ShowRun.StepTimes> times = new Dictionary<string, ShowRun.StepTimes>();

    public ShowRelease.Response Release { get; private set; } = null!;

    public IReadOnlyList<TeamKnown> Teams { get; private set; } = [];

    public IReadOnlyDictionary<Account, PersonKnown> People { get; private set; } = new Dictionary<Account, PersonKnown>();

    public IEnumerable<ShowRelease.StepShown> Forward => Release.Steps.Where(step => step.Phase is not StepPhase.BackOut);

    /// <summary>In the reverse of the order of what they reverse; what reverses no single step comes last.</summary>
    public IEnumerable<ShowRelease.StepShown> WayBack
    {
        get
        {
            var places = Release.Steps.Select((step, place) => (step.Key, place)).ToDictionary(step => step.Key, step => step.place);
            return Release.Steps.Where(step => step.Phase is StepPhase.BackOut).Reverse()
                .OrderByDescending(step => step.BacksOut is { } key ? places.GetValueOrDefault(key, -1) : -1);
        }
    }

    /// <summary>On the clock once it is known when it begins; before that, so long after the begin.</summary>
    public string Planned(ShowRelease.StepShown step)
    {
        if (!times.TryGetValue(step.Key, out var known))
            return "";
        if (Release.From is not null)
            return $"{viewer.Clock(known.PlannedFrom)}–{viewer.Clock(known.PlannedUntil)}";
        var begin = times.Values.Min(other => other.PlannedFrom);
        return $"+{When.Duration(known.PlannedFrom - begin)}";
    }

    public string NameOf(Account account) => People.TryGetValue(account, out var person) ? $"{person.Name} ({account})" : account.Name;

    public async Task<IActionResult> OnGet([FromRoute] string reference, CancellationToken ct)
    {
        var shown = await show.Handle(reference, ct);
        if (shown.Refusal is not null)
            return NotFound();
        Release = shown.Value;
        times = (await showRun.Handle(reference, ct)).Value.Steps.ToDictionary(step => step.Key);
        Teams = [.. (await findTeams.Handle([.. Release.Steps.Select(step => step.Team).OfType<string>().Distinct()], ct)).Values
            .OrderBy(team => team.Key, StringComparer.Ordinal)];
        People = await findPeople.Handle(
            [.. Release.Steps.Select(step => step.Owner).OfType<Account>().Concat(Teams.SelectMany(team => team.Members)).Distinct()], ct);
        return Page();
    }
}
