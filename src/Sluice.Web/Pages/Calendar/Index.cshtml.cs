using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sluice.Changes;
using Sluice.Kernel.Http;
using Sluice.Kernel.Outcomes;
using Sluice.Kernel.People;
using Sluice.Production.Calendar;
using Sluice.Production.Systems;
using Sluice.Releases;
using Sluice.Web.Pages.Parts;
using Sluice.Web.Words;

namespace Sluice.Web.Pages.Calendar;

/// <summary>The calendar: a month as weeks or as a list, or one day. Which, and of which systems, is in the address.</summary>
public sealed class IndexModel(
    ShowCalendar show, FindReleaseStatuses releases, FindChangeStatuses changes, ListSystems systems, Viewer viewer, Actor actor)
    : PageModel
{
    private const string Here = "/calendar";

    public sealed record Asked(string? Month, string? Day, string? View, string[]? System);

    public CalendarPeriod Period { get; private set; } = null!;

    public IReadOnlyList<CalendarDay> Days { get; private set; } = [];

    public IReadOnlyList<ConflictLine> Conflicts { get; private set; } = [];

    public bool HasMoreConflicts { get; private set; }

    public IReadOnlyList<ShowWindow.Response> Windows { get; private set; } = [];

    public IReadOnlyList<ShowFreeze.Response> Freezes { get; private set; } = [];

    public Refusal? Refused { get; private set; }

    /// <summary>Systems to choose from.</summary>
    public Offer Systems { get; private set; } = new([]);

    /// <summary>Keys of those it is narrowed to; none: all.</summary>
    public IReadOnlyList<string> OfSystems { get; private set; } = [];

    public bool MayAdd { get; } = !AddWindow.Against(actor).Any();

    public bool IsEmpty => Days.All(day => day.Entries.Count == 0);

    public TypedForm Form => new(
        "filter", name => Request.Query[name].FirstOrDefault() ?? (name is "month" ? CalendarPeriod.MonthName(Period.Shown) : null),
        Refused);

    /// <summary>The same systems, seen otherwise or at another time.</summary>
    public string AddressOf(CalendarView view, DateOnly day) => Address(view, day, OfSystems);

    public string AddressWithoutSystems => Address(Period.View, Period.Shown, []);

    public async Task<IActionResult> OnGet([FromQuery] Asked asked, CancellationToken ct)
    {
        (Period, var wrong) = CalendarPeriod.Read(asked.View, asked.Month, asked.Day, viewer);
        OfSystems = [.. (asked.System ?? []).Where(system => !string.IsNullOrEmpty(system))];
        Systems = (await systems.Offer(OfSystems, ct)).OrNone(CalendarWords.EverySystem);
        var plan = await show.Handle(
            new() { From = viewer.Midnight(Period.First), Until = viewer.Midnight(Period.End), System = [.. OfSystems] }, ct);
        if (plan.Refusal is null)
            await Take(plan.Value, ct);
        else
            Days = CalendarDay.Of(Period, [], [], viewer);
        Refused = Refusal.For([.. wrong is null ? [] : (Reason[])[wrong], .. plan.Refusal?.Reasons ?? []]);
        if (Refused is not null)
            Response.StatusCode = Refused.Status();
        return Page();
    }

    private async Task Take(ShowCalendar.Response plan, CancellationToken ct)
    {
        var marks = await HolderMarks.Read(releases, changes, plan.Bookings, ct);
        (Conflicts, HasMoreConflicts) = (ConflictLine.Of(plan), plan.HasMoreConflicts);
        Days = CalendarDay.Of(Period, [.. CalendarEntry.Of(plan, marks)], Conflicts, viewer);
        (Windows, Freezes) = (plan.Windows, plan.Freezes);
    }

    private static string Address(CalendarView view, DateOnly day, IEnumerable<string> systems)
    {
        var query = new QueryBuilder();
        if (view is CalendarView.Day)
            query.Add("day", CalendarPeriod.DayName(day));
        else
            query.Add("month", CalendarPeriod.MonthName(day));
        if (view is CalendarView.List)
            query.Add("view", "list");
        foreach (var system in systems)
            query.Add("system", system);
        return Here + query;
    }
}
