using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sluice.Kernel.History;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Production.Calendar;
using Sluice.Releases;
using Sluice.Releases.Readiness;
using Sluice.Web.Hosting;
using Sluice.Web.Pages.Parts;

namespace Sluice.Web.Pages.Releases;

/// <summary>One release, all of it, and everything that can be done to it. What the API refuses, the page refuses.</summary>
[Compressed]
public sealed partial class ShowModel(
    ShowRelease show, ShowReadiness showReadiness, ListComingWindows windows, ListComments comments, ShowHistory history,
    Viewer viewer) : PageModel
{
    public ShowRelease.Response Release { get; private set; } = null!;

    /// <summary>Failing first; empty once it has started, when nobody asks any more.</summary>
    public IReadOnlyList<ReadinessCheck> Checks { get; private set; } = [];

    /// <summary>Windows to choose from, for whoever may schedule.</summary>
    public Offer Windows { get; private set; } = new([]);

    public RecordPast Past { get; private set; } = null!;

    /// <summary>What has just been done.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>How that is taken back, where it can be.</summary>
    [TempData]
    public string? Undo { get; set; }

    public Refusal? Refused { get; private set; }

    /// <summary>The form whose act was refused.</summary>
    public string? RefusedForm { get; private set; }

    /// <summary>What has happened while the form whose act was refused was open.</summary>
    public Since? SinceShown { get; private set; }

    /// <summary>What was typed into a form that is not offered any more.</summary>
    public IReadOnlyList<(string What, string Text)> Lost => RefusedForm is { } form && !IsOffered(form) ? TypedTexts.Of(Request) : [];

    public ReleaseStanding Standing => ReleaseStanding.Of(Release);

    /// <summary>Before its start; afterwards nobody asks whether it is ready.</summary>
    public bool IsToCome => Release.Status is ReleaseStatus.Planning or ReleaseStatus.Scheduled or ReleaseStatus.Ready;

    public bool IsRunning => Release.Status is ReleaseStatus.Executing or ReleaseStatus.Suspended or ReleaseStatus.Validating
        or ReleaseStatus.BackingOut;

    public bool May(string action) => Release.AllowedActions.Contains(action);

    /// <summary>With what was typed, if it is the one that was refused.</summary>
    public TypedForm Form(string id) => Form(id, _ => null);

    public TypedForm Form(string id, Func<string, string?> filled) => RefusedForm == id
        ? new(id, name => Request.Form[name].FirstOrDefault(), Refused)
        : new(id, filled, null);

    /// <summary>What the form began with: a version that was refused is not seen by sending it once more.</summary>
    public string VersionFor(string form) => RefusedForm == form
        ? Request.Form["version"].ToString()
        : Release.Version.ToString(CultureInfo.InvariantCulture);

    /// <summary>By whose clocks times are typed: the viewer's, as it was when the form went out.</summary>
    public TimeZoneInfo Clocks => RefusedForm == "schedule" && Viewer.ZoneOf(Request.Form[MomentFields.Clocks]) is { } sent
        ? sent : viewer.Zone;

    /// <summary>Filled with the wish, while it is one; with what is committed afterwards.</summary>
    public TypedForm Schedule => Form("schedule", PlanForm.Of(Release, Clocks).Value);

    public async Task<IActionResult> OnGet([FromRoute] string reference, string? after, CancellationToken ct)
    {
        var refusal = await Load(reference, after, ct);
        if (refusal is null)
            return Page();
        if (Release is null)
            return NotFound();
        Refused = refusal;
        Response.StatusCode = refusal.Status();
        return Page();
    }

    private async Task<Refusal?> Load(string reference, string? after, CancellationToken ct)
    {
        var shown = await show.Handle(reference, ct);
        if (shown.Refusal is { } unknown)
            return unknown;
        Release = shown.Value;
        if (IsToCome)
            Checks = [.. (await showReadiness.Handle(reference, ct)).Value.Checks.OrderBy(check => Urgency(check.State))];
        if (May("schedule"))
            Windows = await windows.Offer(Schedule.Field("/window", "").Value, ct);
        var past = await Read(after);
        // No such place in the history: say so, and show its end.
        Past = past.Refusal is null ? past.Value : (await Read(null)).Value;
        return past.Refusal;

        Task<Outcome<RecordPast>> Read(string? from) =>
            RecordPast.Read(comments, history, ReleasesModule.Kind, Release.Ref, from, ReleaseHistory.Of, ct);
    }

    private static int Urgency(CheckState state) => state switch
    {
        CheckState.Fail => 0,
        CheckState.Pending => 1,
        CheckState.Waived => 2,
        _ => 3,
    };
}
