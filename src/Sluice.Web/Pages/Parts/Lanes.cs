using System.Globalization;
using Sluice.Releases.Execution;
using Sluice.Releases.Runbooks;

namespace Sluice.Web.Pages.Parts;

/// <summary>Where things are drawn along the time of a run, in per cent of its width.</summary>
public sealed class Lanes
{
    private const int MostTicks = 7;
    private static readonly int[] TickMinutes = [5, 15, 30, 60, 120, 240, 480, 1440, 2880, 10080];

    private readonly Viewer viewer;
    private readonly DateTimeOffset from;
    private readonly double minutes;

    public Lanes(Viewer viewer, ShowRun.Response run)
    {
        this.viewer = viewer;
        var moments = run.Steps.SelectMany(step => (DateTimeOffset[])[step.PlannedFrom, step.PlannedUntil, step.From, step.Until]).ToList();
        from = moments.DefaultIfEmpty(run.At).Min();
        var until = moments.DefaultIfEmpty(run.At).Max();
        minutes = Math.Max((until - from).TotalMinutes * 1.04, 10);
        NowAnchor = ((run.At - from).TotalMinutes / minutes) switch { < .1 => "start", > .9 => "end", _ => "middle" };
        (Now, LastSafe) = (Within(run.At), run.LastSafeBackOut is { } safe && run.BackOutMinutes > 0 ? Within(safe) : null);
    }

    /// <summary><see langword="null"/> when it is outside.</summary>
    public string? Now { get; }

    public string? LastSafe { get; }

    /// <summary>Which way the word beside it goes, so that it stays in sight.</summary>
    public string NowAnchor { get; }

    public IEnumerable<(string At, string Word)> Ticks
    {
        get
        {
            var step = TickMinutes.FirstOrDefault(candidate => minutes / candidate <= MostTicks, TickMinutes[^1]);
            var local = viewer.Local(from);
            var first = viewer.Midnight(viewer.DateOf(from)).AddMinutes(Math.Ceiling(local.TimeOfDay.TotalMinutes / step) * step);
            for (var tick = first; (tick - from).TotalMinutes < minutes; tick = tick.AddMinutes(step))
                yield return (Percent(tick), step >= 1440 ? viewer.Day(viewer.DateOf(tick)) : viewer.Clock(tick));
        }
    }

    public string Percent(DateTimeOffset moment) => Text((moment - from).TotalMinutes / minutes);

    /// <summary>Never so thin that it cannot be seen.</summary>
    public string Width(DateTimeOffset begin, DateTimeOffset end) => Text(Math.Max((end - begin).TotalMinutes / minutes, .004));

    /// <summary>What has happened of a step is solid, what is still to come of it outlined.</summary>
    public static string Fill(ShowRun.StepTimes step) => step.Status switch
    {
        StepStatus.Failed => "fill-bad",
        StepStatus.BackedOut => "fill-note",
        StepStatus.Done => "fill-live",
        StepStatus.InProgress => step.MinutesLate > 0 ? "fill-warn" : "fill-live",
        _ => "fill-soft",
    };

    private string? Within(DateTimeOffset moment) =>
        moment >= from && (moment - from).TotalMinutes <= minutes ? Percent(moment) : null;

    private static string Text(double part) => (part * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
