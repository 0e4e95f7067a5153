using Microsoft.AspNetCore.Mvc;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Kernel.Tenancy;
using Sluice.Production.Calendar;
using Sluice.Production.Systems;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Calendar.Freezes;

/// <summary>Places a freeze.</summary>
public sealed class NewModel(AddFreeze add, ListSystems systems, ShowOrganisation organisation, Viewer viewer, Actor actor) : NewPage
{
    private FreezeForm typed = new();

    public static IReadOnlyList<Choice> Scopes =>
        [new(FreezeForm.Named, CalendarWords.TheSystemsTickedBelow), new(FreezeForm.Everything, CalendarWords.Everything, CalendarWords.WhateverIsTickedBelow)];

    public override IReadOnlyList<Reason> Against { get; } = [.. AddFreeze.Against(actor)];

    public override TypedForm Form => new("freeze", typed.Value, Refused);

    public override IReadOnlyCollection<string> Ticked => typed.Systems ?? [];

    public async Task OnGet(CancellationToken ct)
    {
        typed = new(Zone: await organisation.Zone(ct) ?? viewer.Zone.Id);
        Systems = await systems.Offer([], ct);
    }

    public async Task<IActionResult> OnPost([FromForm] FreezeForm form, CancellationToken ct)
    {
        typed = form;
        var outcome = await add.Handle(form.ToDraft(), ct);
        if (outcome.Refusal is { } refusal)
        {
            Systems = await systems.Offer(Ticked, ct);
            return Refuse(form.Interval.Explained(refusal));
        }
        Done = CalendarWords.FreezeIsPlaced;
        return RedirectToPage("Show", new { key = outcome.Value.Key });
    }
}
