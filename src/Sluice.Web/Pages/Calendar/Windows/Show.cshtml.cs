using Microsoft.AspNetCore.Mvc;
using Sluice.Changes;
using Sluice.Kernel.History;
using Sluice.Kernel.Outcomes;
using Sluice.Production;
using Sluice.Production.Calendar;
using Sluice.Releases;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Calendar.Windows;

/// <summary>One window: how full it is and of what, and what can be done to it.</summary>
public sealed class ShowModel(
    ShowWindowPlan show, FindReleaseStatuses releases, FindChangeStatuses changes, ListComments comments, ShowHistory history)
    : CalendarRecordPage(ProductionKinds.Windows, comments, history)
{
    public ShowWindow.Response Window { get; private set; } = null!;

    /// <summary>What takes up its capacity.</summary>
    public IReadOnlyList<(BookingShown Booking, CalendarEntry Entry)> Booked { get; private set; } = [];

    /// <summary>Of the window and of what is booked in it.</summary>
    public IReadOnlyList<ConflictLine> Conflicts { get; private set; } = [];

    public override IReadOnlyList<string> AllowedActions => Window.AllowedActions;

    public override IReadOnlyList<RefusedAction> RefusedActions => Window.RefusedActions;

    public async Task<IActionResult> OnPostHold(
        [FromRoute] string key, [FromForm] HoldWindow.Request request, [FromServices] HoldWindow hold, CancellationToken ct)
    {
        var outcome = await hold.Handle(key, request, ct);
        Undo = outcome.Refusal is null ? Parts.Undo.At(CalendarWords.ReleaseIt, "release-reason") : null;
        return await After(key, "hold", CalendarWords.WindowIsHeld, outcome, ct);
    }

    public async Task<IActionResult> OnPostRelease(
        [FromRoute] string key, [FromForm] ReleaseWindow.Request request, [FromServices] ReleaseWindow release,
        CancellationToken ct) =>
        await After(key, "release", CalendarWords.WindowIsReleased, await release.Handle(key, request, ct), ct);

    protected override async Task<bool> Load(string key, CancellationToken ct)
    {
        var shown = await show.Handle(key, ct);
        if (shown.Refusal is not null)
            return false;
        var plan = shown.Value;
        Window = plan.Windows[0];
        var marks = await HolderMarks.Read(releases, changes, plan.Bookings, ct);
        var entries = CalendarEntry.Of(plan, marks).Where(entry => entry.IsBooking).ToDictionary(entry => entry.Ref!);
        Booked =
        [
            .. plan.Bookings.Where(booking => booking.Window == key && booking.CoveredBy is null)
                .Select(booking => (booking, entries[booking.Holder])),
        ];
        Conflicts = ConflictLine.Of(plan);
        return true;
    }
}
