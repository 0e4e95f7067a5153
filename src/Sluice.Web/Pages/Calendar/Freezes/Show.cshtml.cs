using Microsoft.AspNetCore.Mvc;
using Sluice.Kernel.History;
using Sluice.Kernel.Outcomes;
using Sluice.Production;
using Sluice.Production.Calendar;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Calendar.Freezes;

/// <summary>One freeze: what must not change, when and why; and how it is ended early.</summary>
public sealed class ShowModel(ShowFreeze show, ListComments comments, ShowHistory history)
    : CalendarRecordPage(ProductionKinds.Freezes, comments, history)
{
    public ShowFreeze.Response Freeze { get; private set; } = null!;

    public override IReadOnlyList<string> AllowedActions => Freeze.AllowedActions;

    public override IReadOnlyList<RefusedAction> RefusedActions => Freeze.RefusedActions;

    public async Task<IActionResult> OnPostLift(
        [FromRoute] string key, [FromForm] LiftFreeze.Request request, [FromServices] LiftFreeze lift, CancellationToken ct) =>
        await After(key, "lift", CalendarWords.FreezeIsLifted, await lift.Handle(key, request, ct), ct);

    protected override async Task<bool> Load(string key, CancellationToken ct)
    {
        var shown = await show.Handle(key, ct);
        if (shown.Refusal is not null)
            return false;
        Freeze = shown.Value;
        return true;
    }
}
