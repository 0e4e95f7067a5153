using Microsoft.AspNetCore.Mvc;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Tenancy;
using Sluice.Production.Calendar;
using Sluice.Releases;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Releases;

/// <summary>Plans a release.</summary>
public sealed class NewModel(AddRelease add, ListComingWindows windows, ShowOrganisation organisation, Viewer viewer, Actor actor) : PlanPage(viewer)
{
    /// <summary>What keeps the viewer from it, whatever they would write; empty: nothing.</summary>
    public IReadOnlyList<Reason> Against { get; } = [.. AddRelease.Against(actor)];

    public override string SubmitWord => ReleaseWords.PlanRelease;

    public override string BackTo => "/releases";

    public async Task OnGet(CancellationToken ct)
    {
        Typed = new(Zone: await organisation.Zone(ct));
        Windows = await windows.Offer(chosen: null, ct);
    }

    public async Task<IActionResult> OnPost([FromForm] PlanForm form, CancellationToken ct)
    {
        Typed = form;
        var outcome = await add.Handle(form.ToRequest(), form.Interval.Unread, ct);
        if (outcome.Refusal is not { } refusal)
        {
            Done = Sentence.Of(ReleaseWords.IsPlanned, outcome.Value.Ref);
            return RedirectToPage("Show", new { reference = outcome.Value.Ref });
        }
        Windows = await windows.Offer(form.Window, ct);
        return Refuse(refusal);
    }
}
